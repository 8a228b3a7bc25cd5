import * as v from 'valibot';
import type { InputSchema } from '../../src/contract/action';
import type { FieldErrors } from '../../src/contract/errors';
import { refuse, Refusal } from '../refusal';

const SHOWN_KEY_LENGTH = 40;
// A list of thousands of wrong items gets a short answer.
const NAMED_FIELDS = 20;
const CHINESE = /\p{Script=Han}/u;

/**
 * Checks and normalises what a caller sent. A refusal names each wrong field by its path (`preferredDates.0`) with
 * one message in Chinese; a key that the action does not know is named too, so that a misspelt optional field is not
 * silently dropped.
 */
export function parseInput<Schema extends InputSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> | Refusal {
  // An array passes for an object without keys.
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return refuse('invalid_input', undefined, {});
  const inherited = inheritedKey(input);
  if (inherited !== undefined) return invalid([[shown(inherited), unknownKeyMessage(inherited)]]);
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  return invalid(result.issues.map((issue) => [shown(v.getDotPath(issue) ?? ''), messageOf(schema, issue)]));
}

const shown = (path: string): string => (path.length > SHOWN_KEY_LENGTH ? `${path.slice(0, SHOWN_KEY_LENGTH)}…` : path);

const unknownKeyMessage = (key: string): string => `没有“${shown(key)}”这一项。`;

// valibot asks `key in entries`, which an object's inherited names (`__proto__`, `constructor`) pass.
const inheritedKey = (input: object): string | undefined => Object.keys(input).find((key) => key in Object.prototype);

function invalid(messages: readonly (readonly [path: string, message: string])[]): Refusal {
  // The first message of a field is the one to show. From entries, because a path may be `__proto__`.
  const fields: FieldErrors = Object.fromEntries(messages.filter(([path]) => path !== '').slice(0, NAMED_FIELDS).reverse());
  return refuse('invalid_input', undefined, fields);
}

function messageOf(schema: InputSchema, issue: v.BaseIssue<unknown>): string {
  const last = issue.path?.at(-1);
  if (last?.origin === 'key' && typeof last.key === 'string') {
    if (issue.expected === 'never') return unknownKeyMessage(last.key);
    // A missing key is the object's issue, in English; what its field says about nothing is the better message.
    const field = fieldOf(schema, last.key);
    const said = field && v.safeParse(field, undefined).issues?.[0]?.message;
    if (said !== undefined && CHINESE.test(said)) return said;
  }
  return CHINESE.test(issue.message) ? issue.message : '这一项不正确。';
}

type WithEntries = { readonly entries: Readonly<Record<string, InputSchema>> };
type WithOptions = { readonly options: readonly InputSchema[] };

function fieldOf(schema: InputSchema, key: string): InputSchema | undefined {
  if ('entries' in schema) return (schema as unknown as WithEntries).entries[key];
  if (!('options' in schema)) return undefined;
  for (const option of (schema as unknown as WithOptions).options) {
    const field = fieldOf(option, key);
    if (field) return field;
  }
  return undefined;
}
