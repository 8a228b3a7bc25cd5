import type { Kysely } from 'kysely';
import { bookingStateLabel } from '../../../src/domain/booking/state';
import { formatTicketCode } from '../../../src/domain/booking/ticket-code';
import { chinaIso } from '../../../src/domain/china-time';
import { listAllBookings, listMarksBy, listMarksOf } from '../../storage/booking/personal-store';
import type { Database } from '../../storage/tables';

type Entry = Readonly<Record<string, unknown>>;

const instantOrNull = (instant: Date | null): string | null => instant && chinaIso(instant);
const markWords = (present: boolean): string => (present ? '签到' : '撤销签到');

/** What a person booked, with what was marked at the door, and what the person marked there as staff. */
export async function bookingEntries(db: Kysely<Database>, personId: string): Promise<{ readonly bookings: readonly Entry[]; readonly checkInMarks: readonly Entry[] }> {
  const [bookings, marks, ownMarks] = await Promise.all([listAllBookings(db, personId), listMarksOf(db, personId), listMarksBy(db, personId)]);
  return {
    bookings: bookings.map(({ id, title, address, startsAt, state, name, phone, firmName, ticketCode, bookedAt, offeredUntil, acceptedAt, remindedAt, present, markedAt }) => ({
      ...{ 活动: title, 地点: address, 开始时间: chinaIso(startsAt), 状态: bookingStateLabel({ state, offeredUntil }) },
      ...{ 姓名: name, 联系电话: phone, 单位: firmName, 凭证号: formatTicketCode(ticketCode), 预约时间: chinaIso(bookedAt) },
      ...{ 名额保留到: instantOrNull(offeredUntil), 确认名额时间: instantOrNull(acceptedAt), 提醒时间: instantOrNull(remindedAt) },
      签到时间: present ? instantOrNull(markedAt) : null,
      签到记录: marks.filter(({ bookingId }) => bookingId === id).map((mark) => ({ 操作: markWords(mark.present), 时间: chinaIso(mark.at) })),
    })),
    checkInMarks: ownMarks.map(({ title, present, at, receivedAt }) => ({ 活动: title, 操作: markWords(present), 时间: chinaIso(at), 收到时间: chinaIso(receivedAt) })),
  };
}
