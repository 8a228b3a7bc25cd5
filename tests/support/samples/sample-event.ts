import type { Input } from '../../../src/contract/actions';
import type { BookingView } from '../../../src/contract/booking/booking';
import type { EventView } from '../../../src/contract/booking/event';
import { dataOf, type TestCaller, type TestServer } from '../server';

/** Two hours on the afternoon of 12 September 2017; booking opened long ago and closes that noon. */
export const sampleEvent = (changes: Partial<Input<'event.add'>> = {}): Input<'event.add'> => ({
  activityId: 'laboratory-open-day',
  officeId: 'development-zone',
  title: '示例场次',
  address: '示例地址 1 号',
  startsAt: '2017-09-12T14:00:00+08:00',
  endsAt: '2017-09-12T16:00:00+08:00',
  bookingOpensAt: '2017-09-01T09:00:00+08:00',
  bookingClosesAt: '2017-09-12T12:00:00+08:00',
  capacity: 2,
  waitingLimit: 3,
  offerHours: 24,
  audience: '',
  bring: '',
  ...changes,
});

export const asOffice = (server: TestServer): Promise<TestCaller> => server.as('officer-development-zone');

export const addEvent = async (server: TestServer, changes: Partial<Input<'event.add'>> = {}): Promise<EventView> =>
  dataOf(await (await asOffice(server)).call('event.add', sampleEvent(changes)));

/** What is sent to change an event that was added from the sample. */
export function sampleChange({ id, version }: Pick<EventView, 'id' | 'version'>, changes: Partial<Omit<Input<'event.change'>, 'id' | 'version'>> = {}): Input<'event.change'> {
  const { title, address, startsAt, endsAt, bookingOpensAt, bookingClosesAt, capacity, waitingLimit } = sampleEvent();
  return { id, version, title, address, startsAt, endsAt, bookingOpensAt, bookingClosesAt, capacity, waitingLimit, ...changes };
}

export const sampleBooking = (eventId: string, changes: Partial<Input<'booking.book'>> = {}): Input<'booking.book'> => ({
  eventId,
  name: '示例姓名',
  phone: '13800001234',
  firmName: '示例公司',
  consent: true,
  ...changes,
});

/** One for each person: a phone books an event once. */
export const phoneOf = ({ person }: Pick<TestCaller, 'person'>): string => `138${String(parseInt(person.id.slice(0, 8), 16) % 1e8).padStart(8, '0')}`;

export const book = async (caller: TestCaller, eventId: string): Promise<BookingView> => dataOf(await caller.call('booking.book', sampleBooking(eventId, { phone: phoneOf(caller) })));

/** New people who book one after another. */
export async function bookers(server: TestServer, eventId: string, count: number): Promise<{ readonly caller: TestCaller; readonly booking: BookingView }[]> {
  const people: { caller: TestCaller; booking: BookingView }[] = [];
  for (let index = 0; index < count; index += 1) {
    const caller = await server.asGuest();
    people.push({ caller, booking: await book(caller, eventId) });
  }
  return people;
}

export const now = async ({ caller, booking }: { readonly caller: TestCaller; readonly booking: Pick<BookingView, 'id'> }): Promise<BookingView> => dataOf(await caller.call('booking.get', { id: booking.id }));

/** Before a test that counts what there is. */
export async function forgetEvents({ db }: TestServer): Promise<void> {
  await db.deleteFrom('booking').execute();
  await db.deleteFrom('place').execute();
  await db.deleteFrom('event').execute();
}
