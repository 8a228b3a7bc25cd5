import type { EventRow, EventView } from '../../src/contract/booking/event';
import { availability, isChangeable } from '../../src/domain/booking/availability';
import { BOOKING_RETENTION_DAYS } from '../../src/domain/booking/limits';
import { chinaIso } from '../../src/domain/china-time';
import { nameOf } from '../campaign/name-of';
import type { Campaign } from '../campaign/schema';
import type { ListedEvent } from '../storage/booking/event-store';
import type { Caller } from '../use-case';

interface Scene {
  readonly campaign: Campaign;
  readonly caller: Caller;
  readonly now: Date;
}

/** The offices whose events the caller manages. */
export const managedOfficeIds = ({ officeIds, editorOfficeIds }: Caller): readonly string[] => [...new Set([...officeIds, ...editorOfficeIds])];

export const manages = (caller: Caller, { officeId }: { readonly officeId: string }): boolean => managedOfficeIds(caller).includes(officeId);

export function eventRow(event: ListedEvent, { campaign, now }: Pick<Scene, 'campaign' | 'now'>): EventRow {
  const placesLeft = event.waitingCount > 0 ? 0 : event.freePlaces;
  return {
    id: event.id,
    version: event.version,
    changedAt: chinaIso(event.changedAt),
    activity: { id: event.activityId, number: event.activityNumber, shortTitle: event.activityTitle },
    officeId: event.officeId,
    officeName: nameOf(campaign.offices, event.officeId),
    title: event.title,
    address: event.address,
    startsAt: chinaIso(event.startsAt),
    endsAt: chinaIso(event.endsAt),
    bookingOpensAt: chinaIso(event.bookingOpensAt),
    bookingClosesAt: chinaIso(event.bookingClosesAt),
    capacity: event.capacity,
    placesLeft,
    waitingCount: event.waitingCount,
    availability: availability({ ...event, placesLeft }, now),
    own: event.ownId !== null && event.ownState !== null ? { id: event.ownId, state: event.ownState } : null,
  };
}

export function eventView(event: ListedEvent, scene: Scene): EventView {
  const row = eventRow(event, scene);
  return {
    ...row,
    waitingLimit: event.waitingLimit,
    offerHours: event.offerHours,
    audience: event.audience,
    bring: event.bring,
    cancellationNote: event.cancellationNote,
    consent: `我同意提供姓名、联系电话和单位名称（选填）。这些信息只用于办理这场活动的预约、签到和通知，只有${row.officeName}的工作人员能看到；我可以在“我的 → 个人信息”中导出或删除。`,
    retention: `活动结束 ${BOOKING_RETENTION_DAYS} 天后，姓名、联系电话和单位名称会被清除。`,
    manages: manages(scene.caller, event),
    changeable: isChangeable(event, scene.now),
  };
}
