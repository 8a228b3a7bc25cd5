/** What went wrong inside the hosted app. WeChat only logs most of these; a test must not pass over them. */
export type ProblemKind =
  | 'uncaught error'
  | 'unhandled rejection'
  | 'console.error'
  | 'console.warn'
  | 'view engine'
  | 'platform rule';

export interface Problem {
  readonly kind: ProblemKind;
  readonly message: string;
}

/** An error's stack when there is one, since the hosted code is minified and its message alone says little. */
export function describeError(error: unknown): string {
  if (typeof error === 'object' && error !== null) {
    const { stack, message, errMsg } = error as { stack?: unknown; message?: unknown; errMsg?: unknown };
    if (typeof stack === 'string' && stack !== '') return stack;
    if (typeof message === 'string') return message;
    if (typeof errMsg === 'string') return errMsg;
    return JSON.stringify(error);
  }
  return String(error);
}

export class ProblemLog {
  private readonly problems: Problem[] = [];

  add(kind: ProblemKind, message: string): void {
    this.problems.push({ kind, message });
  }

  /** Runs hosted code; what it throws is a problem, not the caller's exception, as in WeChat. */
  guard<R>(place: string, run: () => R): R | undefined {
    try {
      return run();
    } catch (error) {
      this.add('uncaught error', `${place}: ${describeError(error)}`);
      return undefined;
    }
  }

  list(): readonly Problem[] {
    return [...this.problems];
  }

  /** Hands over the problems so far and forgets them: for a test that expects one. */
  take(): Problem[] {
    return this.problems.splice(0);
  }

  assertNone(): void {
    if (this.problems.length === 0) return;
    const lines = this.problems.map(({ kind, message }) => `- [${kind}] ${message}`);
    throw new Error(`The mini-program had ${lines.length} problem(s):\n${lines.join('\n')}`);
  }
}
