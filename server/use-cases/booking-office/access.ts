import type { Kysely, Transaction } from 'kysely';
import { isChangeable } from '../../../src/domain/booking/availability';
import { manages } from '../../booking/event-view';
import type { Campaign } from '../../campaign/schema';
import { refuse, Refusal } from '../../refusal';
import { findEvent, lockEvent, type StoredEvent } from '../../storage/booking/event-store';
import type { Database } from '../../storage/tables';
import type { Caller } from '../../use-case';
import { noEvent } from '../booking/no-event';

interface Asking {
  readonly campaign: Campaign;
  readonly caller: Caller;
}

/** Everybody may see an event, so whoever does not manage it is told that. */
const managedOnly = (event: StoredEvent | undefined, { campaign, caller }: Asking): StoredEvent | Refusal => {
  if (event?.campaignId !== campaign.id) return noEvent();
  return manages(caller, event) ? event : refuse('forbidden', '只有主办单位的工作人员才能管理这一场。');
};

export const managedEvent = async (context: Asking & { readonly db: Kysely<Database> }, id: string): Promise<StoredEvent | Refusal> =>
  managedOnly(await findEvent(context.db, context.campaign.id, id), context);

/** Locks an event for a change; it must be as the caller last saw it, not begun and not cancelled. */
export async function lockManagedEvent(context: Asking & { readonly db: Transaction<Database>; readonly now: Date }, { id, version }: { readonly id: string; readonly version: number }): Promise<StoredEvent | Refusal> {
  const event = managedOnly(await lockEvent(context.db, id), context);
  if (event instanceof Refusal) return event;
  if (event.version !== version) return refuse('conflict', '这一场刚刚有了变化，请刷新后再操作。');
  if (isChangeable(event, context.now)) return event;
  return refuse('conflict', event.cancelledAt === null ? '这一场已经开始，不能再修改。' : '这一场已经取消，不能再修改。');
}
