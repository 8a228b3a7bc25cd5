import type { Kysely } from 'kysely';
import { bookingStateLabel } from '../../../src/domain/booking/state';
import { formatTicketCode } from '../../../src/domain/booking/ticket-code';
import { chinaIso } from '../../../src/domain/china-time';
import { listAllBookings } from '../../storage/booking/personal-store';
import type { Database } from '../../storage/tables';

type Entry = Readonly<Record<string, unknown>>;

export async function bookingEntries(db: Kysely<Database>, personId: string): Promise<Entry[]> {
  const bookings = await listAllBookings(db, personId);
  return bookings.map(({ title, address, startsAt, state, name, phone, firmName, ticketCode, bookedAt, offeredUntil, remindedAt, present, markedAt }) => ({
    ...{ 活动: title, 地点: address, 开始时间: chinaIso(startsAt), 状态: bookingStateLabel({ state, offeredUntil }) },
    ...{ 姓名: name, 联系电话: phone, 单位: firmName, 凭证号: formatTicketCode(ticketCode), 预约时间: chinaIso(bookedAt) },
    ...{ 名额保留到: offeredUntil && chinaIso(offeredUntil), 提醒时间: remindedAt && chinaIso(remindedAt) },
    签到时间: present && markedAt !== null ? chinaIso(markedAt) : null,
  }));
}
