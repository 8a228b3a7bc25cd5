/** When an attempt ends by this device's clock, whatever that clock is set to: corrected by what the server says. */
export interface Deadline {
  /** Milliseconds that are left; 0 when the time is up. */
  readonly left: () => number;
  /** @param sentAt when the question was sent whose answer said so, by this device's clock */
  readonly correct: (remainingMs: number, sentAt: number) => void;
  /** Calls after each correction. Returns its own clean-up. */
  readonly onCorrection: (listener: () => void) => () => void;
}

/**
 * The server's words are as old as their way here, which is unknown but lies between sending and receiving. So the end
 * lies in a window; an estimate within it stands, and one outside (the device's clock was changed) moves to its edge.
 * At first the earliest end is taken: nobody is promised time that there is not.
 */
export function deadlineIn(remainingMs: number, sentAt: number, now: () => number = Date.now): Deadline {
  const listeners = new Set<() => void>();
  let endsAt = sentAt + remainingMs;
  return {
    left: () => Math.max(0, endsAt - now()),
    correct: (remaining, sent) => {
      endsAt = Math.min(Math.max(endsAt, sent + remaining), now() + remaining);
      for (const listener of listeners) listener();
    },
    onCorrection: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
