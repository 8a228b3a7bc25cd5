/** What a database's failure means for the call that met it. */
export type DatabaseFailure = 'retry' | 'unreachable' | 'other';

// Class 08 is connection exceptions; 57P01–57P05 say that the server goes down or comes up; 53300 is too many clients.
const UNREACHABLE_STATE = /^(08...|57P0[1-5]|53300)$/;
const UNREACHABLE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
// pg and Kysely give these no code; the last two are ours, closing.
const UNREACHABLE_WORDS = /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error|^Cannot use a pool after calling end|^driver has already been destroyed/;

/** `retry`: the transaction lost against another one and may well succeed if it is run again (40001, 40P01). */
export function databaseFailure(error: unknown): DatabaseFailure {
  const code = textIn(error, 'code');
  if (code === '40001' || code === '40P01') return 'retry';
  if (UNREACHABLE_STATE.test(code) || UNREACHABLE_CODES.has(code) || UNREACHABLE_WORDS.test(textIn(error, 'message'))) return 'unreachable';
  return 'other';
}

/** Whether a row was refused because the row it points at is gone. */
export const isMissingReference = (error: unknown, constraint: string): boolean =>
  textIn(error, 'code') === '23503' && textIn(error, 'constraint') === constraint;

/** Whether a row was refused because this person, whom it refers to, is gone. */
export const isMissingPerson = (error: unknown, personId: string): boolean => textIn(error, 'code') === '23503' && textIn(error, 'detail').includes(`(${personId})`);

// Not by `instanceof Error`: an error may come from another realm, as Node's own do under Jest.
function textIn(error: unknown, key: string): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' ? value : '';
}
