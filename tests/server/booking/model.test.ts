import fc from 'fast-check';
import type { BookingState } from '../../../src/domain/booking/state';
import { addEvent, asOffice, forgetEvents, phoneOf, sampleBooking, sampleChange } from '../../support/samples/sample-event';
import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

// People book, cancel and accept, an office changes the number of places, hours pass and the timer runs in two processes:
// alone and at once. Whatever the order, no place has two holders, none is free while somebody waits, and nobody overtakes.
const PEOPLE = 12;
const RUNS = 12;
const SEED = 20170907;
const HOUR = 60 * 60_000;

const person = fc.nat(PEOPLE - 1);
const act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ doing: fc.constant('book' as const), who: person }) },
  { weight: 5, arbitrary: fc.record({ doing: fc.constant('cancel' as const), who: person }) },
  { weight: 4, arbitrary: fc.record({ doing: fc.constant('accept' as const), who: person }) },
  { weight: 2, arbitrary: fc.record({ doing: fc.constant('capacity' as const), to: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ doing: fc.constant('timer' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const step = fc.record({
  hours: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
  acts: fc.array(act, { minLength: 1, maxLength: 6 }),
});

let server: TestServer;
let people: readonly TestCaller[];
beforeAll(async () => {
  server = await startTestServer();
  people = await Promise.all(Array.from({ length: PEOPLE }, () => server.asGuest()));
});
afterAll(() => server.close());

interface Kept {
  readonly id: string;
  readonly personId: string | null;
  readonly turn: number;
  readonly state: BookingState;
  readonly place: number | null;
  readonly offeredUntil: Date | null;
}

const bookingsOf = (eventId: string): Promise<Kept[]> =>
  server.db.selectFrom('booking').select(['id', 'personId', 'turn', 'state', 'place', 'offeredUntil']).where('eventId', '=', eventId).orderBy('turn').execute();

async function perform(eventId: string, office: TestCaller, doing: Act): Promise<void> {
  if (doing.doing === 'timer') {
    expect(Object.values(await server.application.runBookings())).not.toContain(null);
    return;
  }
  if (doing.doing === 'capacity') {
    const { version } = dataOf(await server.call('event.get', { id: eventId }));
    await office.call('event.change', sampleChange({ id: eventId, version }, { capacity: doing.to, offerHours: 2, waitingLimit: 8 }));
    return;
  }
  const caller = people[doing.who];
  if (!caller) return;
  if (doing.doing === 'book') {
    await caller.call('booking.book', sampleBooking(eventId, { phone: phoneOf(caller) }));
    return;
  }
  const { own } = dataOf(await caller.call('event.get', { id: eventId }));
  if (own) await caller.call(doing.doing === 'cancel' ? 'booking.cancel' : 'booking.accept', { id: own.id });
}

/** What holds at any moment. */
async function isSound(eventId: string): Promise<Kept[]> {
  const event = await server.db.selectFrom('event').select(['capacity', 'waitingLimit']).where('id', '=', eventId).executeTakeFirstOrThrow();
  const free = (await server.db.selectFrom('place').select('number').where('eventId', '=', eventId).execute()).map(({ number }) => number);
  const bookings = await bookingsOf(eventId);
  const held = bookings.flatMap(({ place }) => (place === null ? [] : [place]));
  const all = [...free, ...held];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeLessThanOrEqual(event.capacity);
  for (const number of all) expect(number).toBeLessThanOrEqual(event.capacity);
  for (const { state, place, offeredUntil } of bookings) {
    expect(place !== null).toBe(state === 'offered' || state === 'booked');
    expect(offeredUntil !== null).toBe(state === 'offered' || state === 'lapsed');
  }
  const standing = bookings.filter(({ state }) => ['waiting', 'offered', 'booked'].includes(state)).map(({ personId }) => personId);
  expect(new Set(standing).size).toBe(standing.length);
  expect(bookings.filter(({ state }) => state === 'waiting').length).toBeLessThanOrEqual(event.waitingLimit);
  return bookings;
}

/** What holds once the timer has run. */
async function isSettled(eventId: string): Promise<void> {
  const bookings = await isSound(eventId);
  const shown = dataOf(await server.call('event.get', { id: eventId }));
  const waiting = bookings.filter(({ state }) => state === 'waiting').length;
  const held = bookings.filter(({ place }) => place !== null).length;
  const { count } = await server.db.selectFrom('place').select(({ fn }) => fn.countAll<number>().as('count')).where('eventId', '=', eventId).executeTakeFirstOrThrow();
  expect(count + held).toBe(shown.capacity);
  if (waiting > 0) expect(count).toBe(0);
  expect(shown).toMatchObject({ placesLeft: count, waitingCount: waiting });
  expect(await server.application.runBookings()).toEqual({ queues: 0, reminders: 0 });
}

/** Nobody who waited before and still waits was overtaken by somebody behind them who waited too. */
function keepsOrder(before: readonly Kept[], after: readonly Kept[]): void {
  const waited = before.filter(({ state }) => state === 'waiting');
  const now = new Map(after.map((booking) => [booking.id, booking.state]));
  const stillWaiting = waited.filter(({ id }) => now.get(id) === 'waiting');
  const served = waited.filter(({ id }) => ['offered', 'booked', 'lapsed'].includes(now.get(id) ?? ''));
  for (const one of served) for (const other of stillWaiting) expect(one.turn).toBeLessThan(other.turn);
}

test('the model holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(step, { minLength: 8, maxLength: 16 }), async (capacity, steps) => {
      server.clock.set('2017-09-07T09:00:00+08:00');
      await forgetEvents(server);
      const office = await asOffice(server);
      const { id } = await addEvent(server, { capacity, waitingLimit: 8, offerHours: 2 });
      for (const { hours, acts } of steps) {
        server.clock.advance(hours * HOUR);
        const before = await bookingsOf(id);
        await Promise.all(acts.map((doing) => perform(id, office, doing)));
        keepsOrder(before, await isSound(id));
        await Promise.all([server.application.runBookings(), server.application.runBookings()]);
        await isSettled(id);
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
}, 300_000);

test('of many who come at once, as many are booked as there are places, and the others wait', async () => {
  await forgetEvents(server);
  server.clock.set('2017-09-07T09:00:00+08:00');
  const { id } = await addEvent(server, { capacity: 5, waitingLimit: 4 });
  const replies = await Promise.all(people.map((caller) => caller.call('booking.book', sampleBooking(id, { phone: phoneOf(caller) }))));
  const states = replies.map((reply) => (reply.ok ? reply.data.state : reply.error.code));
  expect([...states].sort()).toEqual([...Array<string>(5).fill('booked'), ...Array<string>(3).fill('conflict'), ...Array<string>(4).fill('waiting')]);
  await isSettled(id);
});
