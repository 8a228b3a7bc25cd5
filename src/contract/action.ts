import type * as v from 'valibot';

/**
 * Who may call an action. The dispatch enforces it before the use case runs; what a caller may see *of a thing*
 * (one's own request, a request of one's own office) is decided by the use case and answered with `not_found`.
 *
 * - `anyone`: no identity needed; if there is one, the answer may be fuller.
 * - `person`: any identity, a guest's included.
 * - `officer`: an identity that holds a role in at least one office.
 */
export type WhoMayCall = 'anyone' | 'person' | 'officer';

/**
 * What a call does.
 *
 * - `read`: nothing changes.
 * - `change`: carries an `Idempotency-Key`; a repeated key has one effect and the same answer.
 * - `sign-in`: makes or ends a session. Its answer is a secret, so it is never kept for a replay.
 */
export type Effect = 'read' | 'change' | 'sign-in';

export type InputSchema = v.GenericSchema<unknown, unknown>;

export interface Action<Input extends InputSchema, Output> {
  readonly who: WhoMayCall;
  readonly effect: Effect;
  /** One English sentence for the generated API description. */
  readonly summary: string;
  readonly input: Input;
  /** Never set: it only carries the output's type. */
  readonly output?: Output;
}

interface Declaration<Input extends InputSchema> {
  who: WhoMayCall;
  effect: Effect;
  summary: string;
  input: Input;
}

/** Declares one action; the second pair of parentheses lets the output be named while the input is inferred. */
export const action =
  <Output>() =>
  <Input extends InputSchema>(declaration: Declaration<Input>): Action<Input, Output> =>
    declaration;
