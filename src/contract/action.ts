import type * as v from 'valibot';
import type { Role } from '../domain/role';

/**
 * Who may call an action. The dispatch enforces it before the use case runs; what a caller may see *of a thing*
 * (one's own request, a request of one's own office) is decided by the use case and answered with `not_found`.
 *
 * - `anyone`: no identity needed; if there is one, the answer may be fuller.
 * - `person`: any identity, a guest's included.
 * - `staff`: an identity that holds any role.
 * - a role: an identity that holds this role, in at least one office where it is held in an office.
 */
export type WhoMayCall = 'anyone' | 'person' | 'staff' | Role;

/**
 * What a call does.
 *
 * - `read`: nothing changes.
 * - `change`: carries an `Idempotency-Key`; a repeated key has one effect and the same answer.
 * - `settled`: a change that has one effect by itself, however often it is sent: its own input says which one it is. It
 *   carries no key and runs without a transaction around it, because it is one statement where many people act at once.
 * - `sign-in`: makes or ends a session. Its answer is a secret, so it is never kept for a replay.
 */
export type Effect = 'read' | 'change' | 'settled' | 'sign-in';

export type InputSchema = v.GenericSchema<unknown, unknown>;

export interface Action<Input extends InputSchema, Output, Who extends WhoMayCall = WhoMayCall, Does extends Effect = Effect> {
  readonly who: Who;
  readonly effect: Does;
  /** One English sentence for the generated API description. */
  readonly summary: string;
  readonly input: Input;
  /** A field of the answer that is given once: it is not kept for a replay, whose answer has null there. */
  readonly secret?: string;
  /** Never set: it only carries the output's type. */
  readonly output?: Output;
}

interface Declaration<Input extends InputSchema, Output, Who extends WhoMayCall, Does extends Effect> {
  who: Who;
  effect: Does;
  summary: string;
  input: Input;
  secret?: keyof Output & string;
}

/**
 * Declares one action; the second pair of parentheses lets the output be named while the rest is inferred. `who` and
 * `effect` stay literal, since a use case's caller and connection are typed by them.
 */
export const action =
  <Output>() =>
  <Input extends InputSchema, Who extends WhoMayCall, Does extends Effect>(
    declaration: Declaration<Input, Output, Who, Does>,
  ): Action<Input, Output, Who, Does> =>
    declaration;
