import type { SendOutcome } from '../outside/wechat/subscribe-message';
import type { OutboxProgress, TakenEntry } from '../storage/message/outbox-store';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after each try: about a day in all. */
const DELAYS = [10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 8 * HOUR] as const;
const TRIES_AT_MOST = DELAYS.length + 1;
// Each further try may reach the person again where WeChat cannot tell, so a slow WeChat is given time.
const DELAY_AFTER_UNKNOWN = 5 * MINUTE;

/**
 * What a send does to the ledger: `give-back` the grant, which surely was not used; `none-left`, since WeChat said so;
 * `as-is`, where the grant was used or may have been.
 */
export interface AfterSend extends OutboxProgress {
  readonly ledger: 'as-is' | 'give-back' | 'none-left';
}

type Tried = Pick<TakenEntry, 'tries' | 'unknownTries'>;

/** Whether it was tried for so long that the one which begins now would be one too many. */
export const isGivenUp = ({ tries }: Tried): boolean => tries > TRIES_AT_MOST;

const ended = (state: OutboxProgress['state'], { unknownTries }: Tried, now: Date, rest: Pick<AfterSend, 'lastError' | 'ledger'>): AfterSend => ({ state, unknownTries, nextTryAt: now, ...rest });

/** The end of an entry that will never be sent, for a reason that is not the person's. */
export const afterGivingUp = (entry: Tried, why: string, now: Date): AfterSend => ended('failed', entry, now, { lastError: why, ledger: entry.unknownTries === 0 ? 'give-back' : 'as-is' });

/** What follows from a try, which `entry` counts already. */
export function afterSend(entry: Tried, outcome: SendOutcome, now: Date): AfterSend {
  const { tries, unknownTries } = entry;
  const delay = DELAYS[tries - 1] ?? 0;
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  switch (outcome.kind) {
    case 'sent':
      return ended('sent', entry, now, { lastError: null, ledger: 'as-is' });
    case 'refused':
      // After a lost answer it says that the lost send had used the last grant.
      return unknownTries > 0
        ? ended('sent', entry, now, { lastError: null, ledger: 'none-left' })
        : ended('not-possible', entry, now, { lastError: 'refused', ledger: 'none-left' });
    case 'unreachable':
      return ended('not-possible', entry, now, { lastError: outcome.why, ledger: 'none-left' });
    case 'rejected':
      return afterGivingUp(entry, outcome.why, now);
    case 'busy':
      return { state: 'waiting', unknownTries, nextTryAt: after(delay), lastError: outcome.why, ledger: 'as-is' };
    case 'unknown':
      return { state: 'waiting', unknownTries: unknownTries + 1, nextTryAt: after(Math.max(delay, DELAY_AFTER_UNKNOWN)), lastError: outcome.why, ledger: 'as-is' };
  }
}
