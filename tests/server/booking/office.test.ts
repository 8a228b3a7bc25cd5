import { unzipSync, strFromU8 } from 'fflate';
import { addEvent, asOffice, book, bookers, forgetEvents, now, phoneOf, sampleChange, sampleEvent } from '../../support/sample-event';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let office: TestCaller;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2017-09-07T09:00:00+08:00');
  await forgetEvents(server);
  office = await asOffice(server);
});

const get = async (id: string) => dataOf(await server.call('event.get', { id }));
const kindsOf = async (caller: TestCaller) => dataOf(await caller.call('message.list', {})).messages.map(({ kind }) => kind);

async function refusedUnchanged(call: () => Promise<Parameters<typeof errorOf>[0]>, expected: object) {
  const before = await tableContents(server.db);
  expect(errorOf(await call())).toMatchObject(expected);
  expect(await tableContents(server.db)).toEqual(before);
}

describe('adding an event', () => {
  test.each([
    ['no places', { capacity: 0 }, { capacity: '名额至少为 1。' }],
    ['more places than a hall has', { capacity: 2001 }, { capacity: '名额最多为 2000。' }],
    ['an end before its start', { endsAt: '2017-09-12T13:59:00+08:00' }, { endsAt: '结束时间要晚于开始时间。' }],
    ['an end at its start', { endsAt: '2017-09-12T14:00:00+08:00' }, { endsAt: '结束时间要晚于开始时间。' }],
    ['a start that has passed', { startsAt: '2017-09-07T09:00:00+08:00', bookingClosesAt: '2017-09-07T09:00:00+08:00' }, { startsAt: '开始时间已经过去，请改为以后的时间。', bookingClosesAt: '截止预约的时间已经过去，请改为以后的时间。' }],
    ['booking that closes after the start', { bookingClosesAt: '2017-09-12T14:00:01+08:00' }, { bookingClosesAt: '截止预约的时间不能晚于开始时间。' }],
    ['booking that opens once it has closed', { bookingOpensAt: '2017-09-12T12:00:00+08:00' }, { bookingOpensAt: '开始预约的时间要早于截止预约的时间。' }],
    ['a title of emoji alone', { title: '🎉🎉🎉' }, { title: '场次名称请用文字写清楚，不能只有表情或符号。' }],
    ['a day that does not exist', { startsAt: '2017-02-30T14:00:00+08:00' }, { startsAt: '开始时间不是一个存在的时间。' }],
    ['a time without its offset', { startsAt: '2017-09-12T14:00:00' }, { startsAt: '请选择开始时间。' }],
    ['an activity without events', { activityId: 'news-conference' }, { activityId: '没有这个活动，请重新选择。' }],
  ])('is refused with %s', async (_, changes, fields) => {
    await refusedUnchanged(() => office.call('event.add', sampleEvent(changes)), { code: 'invalid_input', fields });
  });

  test('is for one’s own office', async () => {
    await refusedUnchanged(() => office.call('event.add', sampleEvent({ officeId: 'baodi' })), { code: 'forbidden' });
  });
});

describe('changing an event', () => {
  test('gives new places to whoever waits, in their order', async () => {
    const event = await addEvent(server, { capacity: 1 });
    const [holder, first, second] = await bookers(server, event.id, 3);
    if (!holder || !first || !second) throw new Error('Nobody came.');
    expect(dataOf(await office.call('event.change', sampleChange(event, { capacity: 4 })))).toMatchObject({ version: 2, capacity: 4, placesLeft: 1, waitingCount: 0 });
    expect([(await now(first)).state, (await now(second)).state]).toEqual(['offered', 'offered']);
    // Neither time nor place is another one.
    expect(await kindsOf(holder.caller)).toEqual([]);
  });

  test('takes places away down to those that are held, and not one more', async () => {
    const event = await addEvent(server, { capacity: 5 });
    const [first, second, third] = await bookers(server, event.id, 3);
    if (!first || !second || !third) throw new Error('Nobody came.');
    await first.caller.call('booking.cancel', { id: first.booking.id });
    await refusedUnchanged(() => office.call('event.change', sampleChange(event, { capacity: 1 })), { code: 'invalid_input', fields: { capacity: '已有 2 个名额被预约或为候补保留，名额不能少于 2。' } });
    expect(dataOf(await office.call('event.change', sampleChange(event, { capacity: 2 })))).toMatchObject({ capacity: 2, placesLeft: 0, availability: 'waiting-list' });
    const places = await server.db.selectFrom('booking').select('place').where('place', 'is not', null).orderBy('place').execute();
    expect(places).toEqual([{ place: 1 }, { place: 2 }]);
    expect(await book(await server.asGuest(), event.id)).toMatchObject({ state: 'waiting' });
  });

  test('goes on once booking has closed, as long as it stays closed', async () => {
    const event = await addEvent(server);
    server.clock.set('2017-09-12T13:00:00+08:00');
    office = await asOffice(server);
    await refusedUnchanged(() => office.call('event.change', sampleChange(event, { bookingClosesAt: '2017-09-12T12:30:00+08:00' })), { code: 'invalid_input', fields: { bookingClosesAt: '截止预约的时间已经过去，请改为以后的时间。' } });
    expect(dataOf(await office.call('event.change', sampleChange(event, { address: '示例地址 2 号' })))).toMatchObject({ address: '示例地址 2 号', bookingClosesAt: '2017-09-12T12:00:00+08:00' });
  });

  test('tells everybody booked of another time, whose reminder comes anew', async () => {
    const event = await addEvent(server);
    const [holder] = await bookers(server, event.id, 1);
    if (!holder) throw new Error('Nobody came.');
    server.clock.set('2017-09-11T15:00:00+08:00');
    await server.application.runBookings();
    server.clock.advance(60_000);
    const changed = sampleChange(event, { startsAt: '2017-09-15T14:00:00+08:00', endsAt: '2017-09-15T16:00:00+08:00' });
    dataOf(await (await asOffice(server)).call('event.change', changed));
    expect(await kindsOf(holder.caller)).toEqual(['booking-changed', 'booking-reminder']);
    server.clock.set('2017-09-14T14:00:00+08:00');
    expect(await server.application.runBookings()).toMatchObject({ reminders: 1 });
  });
});

describe('cancelling an event', () => {
  test('cancels every booking and tells everybody why', async () => {
    const event = await addEvent(server, { capacity: 1 });
    const people = await bookers(server, event.id, 2);
    expect(dataOf(await office.call('event.cancel', { id: event.id, version: 1, note: '实验室设备检修。' }))).toMatchObject({ availability: 'cancelled', cancellationNote: '实验室设备检修。', placesLeft: 0, waitingCount: 0 });
    for (const person of people) {
      expect(await now(person)).toMatchObject({ state: 'cancelled', moves: [] });
      const [message] = dataOf(await person.caller.call('message.list', {})).messages;
      expect(message).toMatchObject({ kind: 'booking-changed', title: '您预约的活动已取消', text: '原定 9 月 12 日 14:00 的“示例场次”已取消。原因：实验室设备检修。' });
    }
    const late = await server.asGuest();
    await refusedUnchanged(() => late.call('booking.book', { eventId: event.id, name: '示例姓名', phone: '13800001234', consent: true }), { code: 'conflict', message: '这一场已经取消，可以看看其他场次。' });
    await refusedUnchanged(() => office.call('event.cancel', { id: event.id, version: 2, note: '实验室设备检修。' }), { code: 'conflict' });
    expect(await get(event.id)).toMatchObject({ version: 2 });
  });
});

describe('the list of bookings', () => {
  test('has names, phones and firms, by state, for the event’s office alone', async () => {
    const event = await addEvent(server, { capacity: 1 });
    const [holder] = await bookers(server, event.id, 2);
    if (!holder) throw new Error('Nobody came.');
    const all = dataOf(await office.call('event.bookings', { id: event.id }));
    expect(all).toMatchObject({ counts: { booked: 1, offered: 0, waiting: 1, present: 0 }, nextCursor: null });
    expect(all.bookings).toMatchObject([{ state: 'booked', name: '示例姓名', phone: holder.booking.phone, firmName: '示例公司' }, { state: 'waiting' }]);
    expect(dataOf(await office.call('event.bookings', { id: event.id, state: 'waiting' })).bookings).toHaveLength(1);
    const other = await server.as('officer-baodi');
    await refusedUnchanged(() => other.call('event.bookings', { id: event.id }), { code: 'forbidden' });
    await refusedUnchanged(() => other.call('event.export', { id: event.id }), { code: 'forbidden' });
    await refusedUnchanged(() => other.call('check-in.list', { eventId: event.id }), { code: 'forbidden' });
  });

  test('is exported with the firms, and the log says by whom', async () => {
    const event = await addEvent(server);
    const [holder] = await bookers(server, event.id, 1);
    if (!holder) throw new Error('Nobody came.');
    const exported = dataOf(await office.call('event.export', { id: event.id }, { key: 'export-once' }));
    expect(exported).toMatchObject({ name: '预约名单-2017-09-12.xlsx', rowCount: 1 });
    const sheet = Object.entries(unzipSync(Buffer.from(exported.base64 ?? '', 'base64'))).map(([, bytes]) => strFromU8(bytes)).join('');
    for (const word of ['单位', '示例公司', '示例姓名', phoneOf(holder.caller)]) expect(sheet).toContain(word);
    const row = await server.db.selectFrom('audit').select(['personId', 'about']).where('action', '=', 'event.export').where('about', '=', event.id).execute();
    expect(row).toEqual([{ personId: office.person.id, about: event.id }]);
    // What was kept for a repeated call holds nobody's data.
    expect(dataOf(await office.call('event.export', { id: event.id }, { key: 'export-once' })).base64).toBeNull();
  });

  test('of own events has those of the own offices, with what to choose from', async () => {
    const event = await addEvent(server);
    const own = dataOf(await office.call('event.own', {}));
    expect(own).toMatchObject({ events: [{ id: event.id, counts: { booked: 0, offered: 0, waiting: 0, present: 0 } }], choices: { offices: [{ id: 'development-zone' }] } });
    expect(own.choices?.activities.map(({ id }) => id)).toEqual(['micro-class', 'four-venues', 'laboratory-open-day']);
    expect(dataOf(await (await server.as('officer-baodi')).call('event.own', {})).events).toEqual([]);
  });
});
