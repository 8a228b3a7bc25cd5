import { sql } from 'kysely';
import { addEvent, asOffice, book, bookers, forgetEvents, now, phoneOf, sampleBooking, sampleChange } from '../../support/samples/sample-event';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let server: TestServer;
/** What happens between the moment a booking is let in and the moment it is written down. */
let meanwhile: (() => Promise<unknown>) | null;
beforeAll(async () => {
  server = await startTestServer({
    useCases: (real) => ({
      ...real,
      'booking.book': async (context, input) => {
        await meanwhile?.();
        return real['booking.book'](context, input);
      },
    }),
  });
});
afterAll(() => server.close());
beforeEach(async () => {
  meanwhile = null;
  server.clock.set('2017-09-07T09:00:00+08:00');
  await forgetEvents(server);
});

const get = async (id: string, caller?: TestCaller) => dataOf(await (caller ?? server).call('event.get', { id }));
const texts = async (caller: TestCaller) => dataOf(await caller.call('message.list', {})).messages.map(({ text }) => text);
const messages = async (caller: TestCaller) => dataOf(await caller.call('message.list', {})).messages.map(({ kind, route }) => ({ kind, route }));
const chores = () => server.application.runBookings();

async function refusedUnchanged(call: () => Promise<Parameters<typeof errorOf>[0]>, expected: object) {
  const before = await tableContents(server.db);
  expect(errorOf(await call())).toMatchObject(expected);
  expect(await tableContents(server.db)).toEqual(before);
}

describe('booking a place', () => {
  test.each([
    ['booked', 2],
    ['joined the queue', 1],
  ])('by a person who is deleted before it is %s leaves nothing behind', async (_, capacity) => {
    const { id } = await addEvent(server, { capacity });
    await bookers(server, id, 1);
    const caller = await server.asGuest();
    meanwhile = () => server.db.deleteFrom('person').where('id', '=', caller.person.id).execute();
    expect(errorOf(await caller.call('booking.book', sampleBooking(id))).code).toBe('session_expired');
    meanwhile = null;
    expect(await get(id)).toMatchObject({ placesLeft: capacity - 1, waitingCount: 0 });
  });

  test('gives a ticket that its holder alone sees, and takes a place', async () => {
    const { id } = await addEvent(server);
    const caller = await server.asGuest();
    const booking = await book(caller, id);
    expect(booking).toMatchObject({ state: 'booked', name: '示例姓名', firmName: '示例公司', queuePosition: null, moves: ['cancel'], event: { id, placesLeft: 1, own: { id: booking.id, state: 'booked' } } });
    expect(booking.ticket?.code).toMatch(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/);
    expect(await now({ caller, booking })).toEqual(booking);
    const stranger = await server.asGuest();
    expect(errorOf(await stranger.call('booking.get', { id: booking.id })).code).toBe('not_found');
    expect(await get(id, stranger)).toMatchObject({ placesLeft: 1, own: null });
  });

  test('is one booking, however often and however parallel it is sent', async () => {
    const { id } = await addEvent(server);
    const caller = await server.asGuest();
    const replies = await Promise.all(Array.from({ length: 5 }, () => caller.call('booking.book', sampleBooking(id))));
    expect(new Set(replies.map((reply) => dataOf(reply).id)).size).toBe(1);
    expect(await get(id)).toMatchObject({ placesLeft: 1 });
  });

  test('joins the waiting list when every place is taken, in the order in which people come, until that is full', async () => {
    const { id } = await addEvent(server);
    const people = await bookers(server, id, 5);
    expect(people.map(({ booking }) => booking.state)).toEqual(['booked', 'booked', 'waiting', 'waiting', 'waiting']);
    expect(people.map(({ booking }) => booking.queuePosition)).toEqual([null, null, 1, 2, 3]);
    expect(await get(id)).toMatchObject({ placesLeft: 0, waitingCount: 3, availability: 'full' });
    const late = await server.asGuest();
    await refusedUnchanged(() => late.call('booking.book', sampleBooking(id)), { code: 'conflict', message: '名额和候补都已经满了，可以看看其他场次。' });
  });

  test('is refused to a phone that has a booking there, whoever sends it, until that one is cancelled', async () => {
    const { id } = await addEvent(server);
    const [holder] = await bookers(server, id, 1);
    if (!holder) throw new Error('Nobody came.');
    const other = await server.asGuest();
    const again = () => other.call('booking.book', sampleBooking(id, { phone: phoneOf(holder.caller) }));
    const message = '这个号码已经预约了这一场，一个号码只能预约一个名额。请填写您本人的手机号码，同伴请各自预约；如果这个号码不是您预约的，请联系主办单位。';
    const refusal = { code: 'conflict', message, fields: { phone: message } };
    await refusedUnchanged(again, refusal);
    await bookers(server, id, 1);
    // No way round by the queue either.
    await refusedUnchanged(again, refusal);
    dataOf(await holder.caller.call('booking.cancel', { id: holder.booking.id }));
    expect(dataOf(await again())).toMatchObject({ state: 'booked' });
  });

  test('is one booking of a phone, however many identities send it at once', async () => {
    const { id } = await addEvent(server, { capacity: 4 });
    const guests = await Promise.all(Array.from({ length: 6 }, () => server.asGuest()));
    const replies = await Promise.all(guests.map((caller) => caller.call('booking.book', sampleBooking(id))));
    expect(replies.map((reply) => (reply.ok ? reply.data.state : reply.error.code)).sort()).toEqual(['booked', ...Array<string>(5).fill('conflict')]);
    expect(await get(id)).toMatchObject({ placesLeft: 3, waitingCount: 0 });
  });

  test.each([
    ['before booking opens', '2017-09-01T08:59:59+08:00', '还没有到开始预约的时间，请到时再来。'],
    ['once it has closed', '2017-09-12T12:00:00+08:00', '预约已经截止，可以看看其他场次。'],
    ['once the event is over', '2017-09-12T16:00:00+08:00', '这一场已经结束，可以看看其他场次。'],
  ])('is refused %s', async (_, time, message) => {
    const { id } = await addEvent(server);
    server.clock.set(time);
    const caller = await server.asGuest();
    await refusedUnchanged(() => caller.call('booking.book', sampleBooking(id)), { code: 'conflict', message });
  });

  test('says which field is wrong', async () => {
    const { id } = await addEvent(server);
    const caller = await server.asGuest();
    await refusedUnchanged(() => caller.call('booking.book', sampleBooking(id, { name: '😀😀', phone: '123', consent: false as true })), {
      code: 'invalid_input',
      fields: { name: '姓名请用文字写清楚，不能只有表情或符号。', phone: '请填写 11 位手机号，或带区号的座机号，如 022-12345678。', consent: '请先阅读并同意个人信息的用途说明。' },
    });
  });
});

describe('the waiting list', () => {
  test('moves up by itself when somebody cancels: who waits longest is offered the place and told', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder, first, second] = await bookers(server, id, 3);
    if (!holder || !first || !second) throw new Error('Nobody came.');
    expect(dataOf(await holder.caller.call('booking.cancel', { id: holder.booking.id }))).toMatchObject({ state: 'cancelled', ticket: null, moves: [] });
    expect(await now(first)).toMatchObject({ state: 'offered', offeredUntil: '2017-09-08T09:00:00+08:00', offerLeftMs: 24 * HOUR, ticket: null, moves: ['accept', 'cancel'] });
    expect(await now(second)).toMatchObject({ state: 'waiting', queuePosition: 1 });
    expect(await messages(first.caller)).toEqual([{ kind: 'booking-offered', route: `/booking/ticket/index?id=${first.booking.id}` }]);
    expect(await messages(second.caller)).toEqual([]);
    // A place that is kept for somebody is nobody else's.
    expect(await book(await server.asGuest(), id)).toMatchObject({ state: 'waiting', queuePosition: 2 });

    expect(dataOf(await first.caller.call('booking.accept', { id: first.booking.id }))).toMatchObject({ state: 'booked', offeredUntil: null, moves: ['cancel'] });
    expect(dataOf(await first.caller.call('booking.accept', { id: first.booking.id }))).toMatchObject({ state: 'booked' });
  });

  test('gives the place to the next one when the time to accept has run out, once, whoever looks after it how often', async () => {
    const { id } = await addEvent(server, { capacity: 1, offerHours: 2 });
    const [holder, first, second] = await bookers(server, id, 3);
    if (!holder || !first || !second) throw new Error('Nobody came.');
    await holder.caller.call('booking.cancel', { id: holder.booking.id });
    server.clock.advance(2 * HOUR);
    await refusedUnchanged(() => first.caller.call('booking.accept', { id: first.booking.id }), { code: 'conflict', message: '确认的时间已过，名额不再为您保留；仍想参加，可以重新预约。' });
    await Promise.all([chores(), chores()]);
    expect(await chores()).toEqual({ queues: 0, reminders: 0 });
    expect(await now(first)).toMatchObject({ state: 'lapsed', moves: [] });
    expect(await now(second)).toMatchObject({ state: 'offered', offeredUntil: '2017-09-07T13:00:00+08:00' });
    expect(await messages(first.caller)).toHaveLength(2);
    expect(await messages(second.caller)).toHaveLength(1);
    // One may come again, at the end.
    expect(await book(first.caller, id)).toMatchObject({ state: 'waiting', queuePosition: 1 });
  });

  test('keeps a place for half of what is left when the event is near', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder, first] = await bookers(server, id, 2);
    if (!holder || !first) throw new Error('Nobody came.');
    server.clock.set('2017-09-12T10:00:00+08:00');
    dataOf(await holder.caller.call('booking.cancel', { id: holder.booking.id }));
    expect(await now(first)).toMatchObject({ state: 'offered', offeredUntil: '2017-09-12T12:00:00+08:00' });
  });

  test('takes up what was left lying: a place that is free while somebody waits goes to them by the timer', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [, first] = await bookers(server, id, 2);
    if (!first) throw new Error('Nobody came.');
    // As when a process ends in the middle of everything.
    await server.db.updateTable('event').set({ capacity: 2 }).where('id', '=', id).execute();
    expect(await chores()).toEqual({ queues: 1, reminders: 0 });
    expect(await now(first)).toMatchObject({ state: 'offered' });
  });

  test('ends with the start for whoever was never offered a place, who is told once', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder, waiting] = await bookers(server, id, 2);
    if (!holder || !waiting) throw new Error('Nobody came.');
    server.clock.set('2017-09-12T13:59:59+08:00');
    expect(await chores()).toMatchObject({ queues: 0 });
    server.clock.set('2017-09-12T14:00:00+08:00');
    await Promise.all([chores(), chores()]);
    expect(await chores()).toEqual({ queues: 0, reminders: 0 });
    expect(await now(waiting)).toMatchObject({ state: 'lapsed', stateLabel: '没有轮到', offeredUntil: null, offerLeftMs: null, queuePosition: null, moves: [] });
    expect(await texts(waiting.caller)).toEqual(['“示例场次”名额已满，这次没有轮到您。']);
    expect(await now(holder)).toMatchObject({ state: 'booked' });
  });

  test('invites whoever missed an offer to book again only while one can', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder, first] = await bookers(server, id, 2);
    if (!holder || !first) throw new Error('Nobody came.');
    server.clock.set('2017-09-12T11:00:00+08:00');
    await holder.caller.call('booking.cancel', { id: holder.booking.id });
    server.clock.set('2017-09-12T12:30:00+08:00');
    await chores();
    await refusedUnchanged(() => first.caller.call('booking.accept', { id: first.booking.id }), { code: 'conflict', message: '确认的时间已过，名额不再为您保留。' });
    expect(await now(first)).toMatchObject({ state: 'lapsed', stateLabel: '逾期未确认', offeredUntil: '2017-09-12T12:30:00+08:00', offerLeftMs: null });
    expect((await texts(first.caller))[0]).toBe('您没有按时确认“示例场次”的名额，名额不再为您保留。');
  });

  test('goes on at every other event when one fails', async () => {
    const events = [await addEvent(server, { capacity: 1 }), await addEvent(server, { capacity: 1 })].sort((a, b) => (a.id < b.id ? -1 : 1));
    const [failing, sound] = await Promise.all(events.map(async ({ id }) => (await bookers(server, id, 2))[1]));
    if (!failing || !sound) throw new Error('Nobody came.');
    await server.db.updateTable('event').set({ capacity: 2 }).execute();
    await sql.raw(`alter table booking add constraint no_offer check (id <> '${failing.booking.id}' or state <> 'offered')`).execute(server.db);
    expect(await chores()).toEqual({ queues: 1, reminders: 0 });
    await sql.raw('alter table booking drop constraint no_offer').execute(server.db);
    expect(server.failures.splice(0)).toEqual([expect.stringContaining(`moving up at the event ${failing.booking.event.id} failed`)]);
    expect([(await now(failing)).state, (await now(sound)).state]).toEqual(['waiting', 'offered']);
  });

  test('is over when the event starts: nothing is offered or cancelled any more', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder, first] = await bookers(server, id, 2);
    if (!holder || !first) throw new Error('Nobody came.');
    server.clock.set('2017-09-12T14:00:00+08:00');
    await refusedUnchanged(() => holder.caller.call('booking.cancel', { id: holder.booking.id }), { code: 'conflict', message: '活动已经开始，不能再取消。' });
    expect(await now(first)).toMatchObject({ state: 'waiting', moves: [] });
  });
});

describe('cancelling', () => {
  test('frees the place for anybody where nobody waits, and one may book again', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder] = await bookers(server, id, 1);
    if (!holder) throw new Error('Nobody came.');
    const key = 'the-same-key';
    const first = await holder.caller.call('booking.cancel', { id: holder.booking.id }, { key });
    expect(await holder.caller.call('booking.cancel', { id: holder.booking.id }, { key })).toEqual(first);
    expect(dataOf(await holder.caller.call('booking.cancel', { id: holder.booking.id }))).toMatchObject({ state: 'cancelled' });
    expect(await get(id)).toMatchObject({ placesLeft: 1, availability: 'open' });
    expect(await book(holder.caller, id)).toMatchObject({ state: 'booked' });
    expect(dataOf(await holder.caller.call('booking.mine', {})).bookings.map(({ state }) => state).sort()).toEqual(['booked', 'cancelled']);
  });
});

describe('a reminder', () => {
  test('comes a day before the start, once, to whoever is booked', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder, waiting] = await bookers(server, id, 2);
    if (!holder || !waiting) throw new Error('Nobody came.');
    server.clock.set('2017-09-11T13:59:59+08:00');
    expect(await chores()).toMatchObject({ reminders: 0 });
    server.clock.set('2017-09-11T14:00:00+08:00');
    await Promise.all([chores(), chores()]);
    expect(await chores()).toMatchObject({ reminders: 0 });
    expect(await messages(holder.caller)).toEqual([{ kind: 'booking-reminder', route: `/booking/ticket/index?id=${holder.booking.id}` }]);
    expect(await messages(waiting.caller)).toEqual([]);
  });

  test('is written person by person over all events, so that no two processes wait for each other', async () => {
    const people = await Promise.all([server.asGuest(), server.asGuest()]);
    for (const { id } of [await addEvent(server), await addEvent(server)]) for (const caller of people) await book(caller, id);
    server.clock.set('2017-09-11T14:00:00+08:00');
    expect(await chores()).toMatchObject({ reminders: 4 });
    const ids = people.map(({ person }) => person.id).sort();
    // `cmin` counts the commands of the one transaction that wrote them.
    const { rows } = await sql<{ personId: string }>`select person_id from message where person_id = any (${ids}::uuid[]) order by cmin::text::integer`.execute(server.db);
    expect(rows.map(({ personId }) => personId)).toEqual(ids.flatMap((id) => [id, id]));
  });

  test('is not for whoever books when the event is that near', async () => {
    const { id } = await addEvent(server);
    server.clock.set('2017-09-12T09:00:00+08:00');
    const [late] = await bookers(server, id, 1);
    if (!late) throw new Error('Nobody came.');
    expect(await chores()).toMatchObject({ reminders: 0 });
  });
});

test('a reminder is not for whoever accepts a place when the event is that near, and comes when it is moved', async () => {
  const event = await addEvent(server, { capacity: 1 });
  const [holder, waiting] = await bookers(server, event.id, 2);
  if (!holder || !waiting) throw new Error('Nobody came.');
  server.clock.set('2017-09-12T09:00:00+08:00');
  await holder.caller.call('booking.cancel', { id: holder.booking.id });
  dataOf(await waiting.caller.call('booking.accept', { id: waiting.booking.id }));
  expect(await chores()).toMatchObject({ reminders: 0 });
  const later = { startsAt: '2017-09-15T14:00:00+08:00', endsAt: '2017-09-15T16:00:00+08:00' };
  dataOf(await (await asOffice(server)).call('event.change', sampleChange(event, later)));
  server.clock.set('2017-09-14T14:00:00+08:00');
  expect(await chores()).toMatchObject({ reminders: 1 });
});

test('a change that a stale page sends is refused', async () => {
  const event = await addEvent(server);
  const office = await asOffice(server);
  dataOf(await office.call('event.change', sampleChange(event, { capacity: 3 })));
  await refusedUnchanged(() => office.call('event.change', sampleChange(event, { capacity: 4 })), { code: 'conflict' });
});
