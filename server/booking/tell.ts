import type { Transaction } from 'kysely';
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

/** Each is led to the own booking. */
async function tell(trx: Transaction<Database>, holders: readonly Holder[], told: Told, at: Date): Promise<void> {
  // In one order, so that two transactions never wait for each other's grants.
  const known = holders.flatMap(({ id, personId }) => (personId === null ? [] : [{ id, personId }])).sort((a, b) => (a.personId < b.personId ? -1 : 1));
  for (const { id, personId } of known) await notify(trx, { ...told, at, personId, route: `/booking/ticket/index?id=${id}` });
}

type Named = Pick<StoredEvent, 'title' | 'startsAt' | 'address'>;

export const tellOffered = (trx: Transaction<Database>, { title }: Named, holders: readonly Holder[], until: Date, at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-offered', title: '候补到位，请确认', text: `请在 ${timeOf(until)} 前确认“${title}”的名额，逾期会让给下一位。` }, at);

export const tellLapsed = (trx: Transaction<Database>, { title }: Named, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '名额逾期未确认', text: `您没有按时确认“${title}”的名额，名额已让给下一位；仍想参加，可以重新预约。` }, at);

export const tellReminder = (trx: Transaction<Database>, { title, startsAt, address }: Named, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-reminder', title: '您预约的活动就要开始了', text: `${timeOf(startsAt)} 开始：“${title}”，地点：${address}。不能参加请及时取消，把名额让给别人。` }, at);

export const tellChanged = (trx: Transaction<Database>, { title, startsAt, address }: Named, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '活动的时间或地点有变化', text: `“${title}”改为 ${timeOf(startsAt)} 开始，地点：${address}。不能参加请及时取消。` }, at);

export const tellCancelled = (trx: Transaction<Database>, { title, startsAt }: Named, note: string, holders: readonly Holder[], at: Date): Promise<void> =>
  tell(trx, holders, { kind: 'booking-changed', title: '您预约的活动已取消', text: `原定 ${timeOf(startsAt)} 的“${title}”已取消。原因：${note}` }, at);
