import { inspect } from 'node:util';

/** Told of what went wrong and nobody expected. What it is given never reaches the caller. */
export type LogFailure = (what: string, error: unknown) => void;

/** One line of JSON on standard error, with the stack. */
export const logFailureToStderr: LogFailure = (what, error) => {
  const detail = error instanceof Error ? (error.stack ?? error.message) : inspect(error);
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level: 'error', what, detail })}\n`);
};
