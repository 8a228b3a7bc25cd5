/** `before`: announced; `closed`: nothing can be started or handed in any more. */
export type ContestPhase = 'before' | 'open' | 'closed';

export interface ContestWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** The opening instant belongs to the contest, the closing one does not. */
export function contestPhase({ opensAt, closesAt }: ContestWindow, now: Date): ContestPhase {
  if (now < opensAt) return 'before';
  return now < closesAt ? 'open' : 'closed';
}

/** Whoever starts shortly before the contest closes has until then. */
export const deadlineOf = (startedAt: Date, durationMs: number, closesAt: Date): Date =>
  new Date(Math.min(startedAt.getTime() + durationMs, closesAt.getTime()));

/** The last instant at which an answer is taken: the deadline and a few seconds for the network. */
export const acceptsUntil = (deadlineAt: Date, graceMs: number): Date => new Date(deadlineAt.getTime() + graceMs);

/** What counts as the time used: never more than there was. */
export const usedMs = (startedAt: Date, submittedAt: Date, deadlineAt: Date): number =>
  Math.max(0, Math.min(submittedAt.getTime(), deadlineAt.getTime()) - startedAt.getTime());

export const attemptsLeft = (
  limits: { readonly attemptsPerDay: number; readonly attemptsInAll: number },
  used: { readonly today: number; readonly inAll: number },
): { readonly today: number; readonly inAll: number } => {
  const inAll = Math.max(0, limits.attemptsInAll - used.inAll);
  return { inAll, today: Math.min(inAll, Math.max(0, limits.attemptsPerDay - used.today)) };
};
