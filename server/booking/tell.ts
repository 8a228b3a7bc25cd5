import type { Transaction } from 'kysely';
import { isBookingOpen } from '../../src/domain/booking/availability';
import { inChina } from '../../src/domain/china-time';
import type { MessageKind } from '../../src/domain/message-kind';
import { notify } from '../messages/notify';
import type { StoredEvent } from '../storage/booking/event-store';
import type { Database } from '../storage/tables';

/** A booking and who holds it; nobody once the person is deleted. */
export interface Holder {
  readonly id: string;
  readonly personId: string | null;
}

interface Told {
  readonly kind: MessageKind;
  readonly title: string;
  readonly text: string;
}

/** `9 月 7 日 14:30` */
const timeOf = (instant: Date): string => inChina(instant).format('M 月 D 日 HH:mm');

/** Those who are still known in one order, so that two transactions never wait for each other's grants. */
export const inOneOrder = <One extends Holder>(holders: readonly One[]): (One & { readonly personId: string })[] =>
  holders.flatMap((holder) => (holder.personId === null ? [] : [{ ...holder, personId: holder.personId }])).sort((a, b) => (a.personId < b.personId ? -1 : 1));

/** Each is led to the own booking. */
async function tell(trx: Transaction<Database>, holders: readonly Holder[], told: Told, at: Date): Promise<void> {
  for (const { id, personId } of inOneOrder(holders)) await notify(trx, { ...told, at, personId, route: `/booking/ticket/index?id=${id}` });
}

type Named = Pick<StoredEvent, 'title' | 'startsAt' | 'address'>;

export const tellOffered = (trx: Transaction<Database>, { title }: Named, holders: readonly Holder[], until: Date, at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-offered', title: '候补到位，请确认', text: `请在 ${timeOf(until)} 前确认“${title}”的名额，逾期不再为您保留。` }, at);

export const tellLapsed = (trx: Transaction<Database>, event: StoredEvent, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '名额逾期未确认', text: `您没有按时确认“${event.title}”的名额，名额不再为您保留${isBookingOpen(event, at) ? '；仍想参加，可以重新预约' : ''}。` }, at);

export const tellUnserved = (trx: Transaction<Database>, { title }: Named, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '候补没有轮到', text: `“${title}”名额已满，这次没有轮到您。` }, at);

export const tellReminder = (trx: Transaction<Database>, { title, startsAt, address }: Named, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-reminder', title: '您预约的活动就要开始了', text: `${timeOf(startsAt)} 开始：“${title}”，地点：${address}。不能参加请及时取消，把名额让给别人。` }, at);

export const tellChanged = (trx: Transaction<Database>, { title, startsAt, address }: Named, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '活动的时间或地点有变化', text: `“${title}”改为 ${timeOf(startsAt)} 开始，地点：${address}。不能参加请及时取消。` }, at);

export const tellCancelled = (trx: Transaction<Database>, { title, startsAt }: Named, note: string, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '您预约的活动已取消', text: `原定 ${timeOf(startsAt)} 的“${title}”已取消。原因：${note}` }, at);
