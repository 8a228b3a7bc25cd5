import type { BookingView } from '../../../src/contract/booking/booking';
import type { CheckInList, CheckInRow } from '../../../src/contract/booking/check-in';
import type { EventRow, EventView } from '../../../src/contract/booking/event';
import type { ManagedEventRow } from '../../../src/contract/booking/office';
import { formatTicketCode, makeTicketCode, ticketText } from '../../../src/domain/booking/ticket-code';

export const eventId = '5b0c7d1e-3f57-4c1b-9d0a-7a2f4f6e0c01';
/** Of whoever stands at the door. */
export const staffId = '5b0c7d1e-3f57-4c1b-9d0a-7a2f4f6e0c03';
export const bookingId = '5b0c7d1e-3f57-4c1b-9d0a-7a2f4f6e0c02';

const row: EventRow = {
  id: eventId,
  version: 1,
  changedAt: '2017-09-05T10:00:00+08:00',
  activity: { id: 'lab-open-day', number: 3, shortTitle: '实验室开放日' },
  officeId: 'bureau',
  officeName: '天津检验检疫局',
  title: '食品检测实验室开放日',
  address: '示例路 1 号一层',
  startsAt: '2017-09-12T14:00:00+08:00',
  endsAt: '2017-09-12T16:00:00+08:00',
  bookingOpensAt: '2017-09-06T09:00:00+08:00',
  bookingClosesAt: '2017-09-11T17:00:00+08:00',
  capacity: 30,
  placesLeft: 5,
  waitingCount: 0,
  availability: 'open',
  own: null,
};

export const eventRow = (changes: Partial<EventRow> = {}): EventRow => ({ ...row, ...changes });

export const eventView = (changes: Partial<EventView> = {}): EventView => ({
  ...row,
  waitingLimit: 10,
  offerHours: 24,
  audience: '关心食品安全的市民',
  bring: '请带身份证件。',
  cancellationNote: null,
  consent: '我同意提供姓名和联系电话。',
  retention: '活动结束 90 天后清除。',
  manages: false,
  changeable: true,
  ...changes,
});

export const bookingView = (changes: Partial<BookingView> = {}): BookingView => ({
  id: bookingId,
  event: eventRow({ own: { id: bookingId, state: 'booked' } }),
  state: 'booked',
  stateLabel: '预约成功',
  offeredUntil: null,
  offerLeftMs: null,
  bookedAt: '2017-09-07T09:00:00+08:00',
  name: '王示例',
  phone: '13800001234',
  firmName: null,
  queuePosition: null,
  ticket: { code: formatTicketCode(ticketCode(1)), qrText: ticketText(ticketCode(1)) },
  presentAt: null,
  moves: ['cancel'],
  ...changes,
});

export const managedRow = (changes: Partial<ManagedEventRow> = {}): ManagedEventRow => ({ ...row, counts: { booked: 25, offered: 0, waiting: 0, present: 0 }, ...changes });

/** Of the attendee with this number, 22 at most. */
export const ticketCode = (number: number): string => makeTicketCode(() => number);

export const attendee = (number: number, changes: Partial<CheckInRow> = {}): CheckInRow => ({
  ticketCode: ticketCode(number),
  name: `参加者${number}`,
  phoneTail: String(1000 + number),
  firmName: null,
  present: false,
  markedAt: null,
  ...changes,
});

export const checkInList = (...rows: CheckInRow[]): CheckInList => ({
  event: { id: eventId, title: row.title, address: row.address, startsAt: row.startsAt, endsAt: row.endsAt, cancelled: false },
  rows,
  takenAt: '2017-09-12T13:30:00+08:00',
  personId: staffId,
});
