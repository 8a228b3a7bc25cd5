import type { Application } from '../application/application';
import type { Housework } from '../application/housekeeping';
import type { BookingChores } from '../booking/chores';
import type { ContestChores } from '../contest/chores';
import type { Deliveries } from '../messages/drain-outbox';
import type { NewsroomChores } from '../newsroom/chores';
import type { RequestChores } from '../request/chores';

/**
 * Whether a cloud function's event comes from its timer trigger. Anyone who may call the function can imitate it,
 * which is why a timer does nothing but what is due anyway.
 */
export const isTimerEvent = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'Type' in event && event.Type === 'Timer' && 'TriggerName' in event;

/** What was done; `contest` is null without one, `messages` without WeChat. */
export interface TimerReport {
  readonly housework: Housework;
  readonly contest: ContestChores | null;
  readonly requests: RequestChores;
  readonly bookings: BookingChores;
  readonly newsroom: NewsroomChores;
  readonly messages: Deliveries | null;
}

/** Does everything that is due. Never throws. */
export const onTimer = async ({ keepHouse, runContest, runRequests, runBookings, runNewsroom, deliverMessages }: Pick<Application, 'keepHouse' | 'runContest' | 'runRequests' | 'runBookings' | 'runNewsroom' | 'deliverMessages'>): Promise<TimerReport> => ({
  housework: await keepHouse(),
  contest: await runContest(),
  // Before the messages, since they write some.
  requests: await runRequests(),
  bookings: await runBookings(),
  newsroom: await runNewsroom(),
  messages: await deliverMessages(),
});
