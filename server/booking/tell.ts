import type { Transaction } from 'kysely';
import { isBookingOpen } from '../../src/domain/booking/availability';
import { eventTime } from '../../src/domain/booking/event-time';
import { chinaIso, inChina } from '../../src/domain/china-time';
import type { MessageKind } from '../../src/domain/message-kind';
import { notify } from '../messages/notify';
import type { Holder } from '../storage/booking/booking-store';
import type { StoredEvent } from '../storage/booking/event-store';
import type { Database } from '../storage/tables';

interface Told<One> {
  readonly kind: MessageKind;
  readonly title: string;
  readonly text: (holder: One) => string;
}

/** `9 月 7 日 14:30` */
const timeOf = (instant: Date): string => inChina(instant).format('M 月 D 日 HH:mm');

/** Those who are still known in one order, so that two transactions never wait for each other's grants. */
export const inOneOrder = <One extends Holder>(holders: readonly One[]): (One & { readonly personId: string })[] =>
  holders.flatMap((holder) => (holder.personId === null ? [] : [{ ...holder, personId: holder.personId }])).sort((a, b) => (a.personId < b.personId ? -1 : 1));

/** Each is led to the own booking. */
async function tell<One extends Holder>(trx: Transaction<Database>, holders: readonly One[], { kind, title, text }: Told<One>, at: Date): Promise<void> {
  for (const holder of inOneOrder(holders)) await notify(trx, { kind, title, text: text(holder), at, personId: holder.personId, route: `/booking/ticket/index?id=${holder.id}` });
}

type Named = Pick<StoredEvent, 'title' | 'startsAt' | 'address'>;

export const tellOffered = (trx: Transaction<Database>, { title }: Named, holders: readonly Holder[], until: Date, at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-offered', title: '候补到位，请确认', text: () => `请在 ${timeOf(until)} 前确认“${title}”的名额，逾期不再为您保留。` }, at);

export const tellLapsed = (trx: Transaction<Database>, event: StoredEvent, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '名额逾期未确认', text: () => `您没有按时确认“${event.title}”的名额，名额不再为您保留${isBookingOpen(event, at) ? '；仍想参加，可以重新预约' : ''}。` }, at);

export const tellUnserved = (trx: Transaction<Database>, { title }: Named, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '候补没有轮到', text: () => `“${title}”名额已满，这次没有轮到您。` }, at);

export const tellReminder = (trx: Transaction<Database>, { title, startsAt, address }: Named, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-reminder', title: '您预约的活动就要开始了', text: () => `${timeOf(startsAt)} 开始：“${title}”，地点：${address}。不能参加请及时取消，把名额让给别人。` }, at);

/** @param holders with until when an offered place is kept: an earlier start brings that forward */
export const tellChanged = (trx: Transaction<Database>, { title, startsAt, endsAt, address }: StoredEvent, holders: readonly (Holder & { readonly offeredUntil: Date | null })[], at: Date): Promise<void> => {
  const now = `“${title}”现定于 ${eventTime({ startsAt: chinaIso(startsAt), endsAt: chinaIso(endsAt) })}，地点：${address}。`;
  const text = ({ offeredUntil }: { readonly offeredUntil: Date | null }) => (offeredUntil === null ? `${now}不能参加请及时取消。` : `${now}仍想参加，请在 ${timeOf(offeredUntil)} 前确认名额。`);
  return tell(trx, holders, { kind: 'booking-changed', title: '活动的时间或地点有变化', text }, at);
};

export const tellBookingCancelled = (trx: Transaction<Database>, { title, startsAt }: Named, note: string, holder: Holder, at: Date): Promise<void> =>
  tell(trx, [holder], { kind: 'booking-changed', title: '您的预约已由主办单位取消', text: () => `${timeOf(startsAt)} 的“${title}”，您的预约已取消。原因：${note}` }, at);

export const tellCancelled = (trx: Transaction<Database>, { title, startsAt }: Named, note: string, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '您预约的活动已取消', text: () => `原定 ${timeOf(startsAt)} 的“${title}”已取消。原因：${note}` }, at);
