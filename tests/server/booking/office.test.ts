import { randomUUID } from 'node:crypto';
import { unzipSync, strFromU8 } from 'fflate';
import type { BookingView } from '../../../src/contract/booking/booking';
import { addEvent, asOffice, book, bookers, forgetEvents, now, phoneOf, sampleBooking, sampleChange, sampleEvent } from '../../support/samples/sample-event';
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
const textsOf = async (caller: TestCaller) => dataOf(await caller.call('message.list', {})).messages.map(({ text }) => text);
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

describe('moving an event', () => {
  test('says from when to when it is now, also when only its end or its address is another one', async () => {
    const event = await addEvent(server);
    const [holder] = await bookers(server, event.id, 1);
    if (!holder) throw new Error('Nobody came.');
    const longer = dataOf(await office.call('event.change', sampleChange(event, { endsAt: '2017-09-12T17:00:00+08:00' })));
    expect(await textsOf(holder.caller)).toEqual(['“示例场次”现定于 9 月 12 日（周二）14:00—17:00，地点：示例地址 1 号。不能参加请及时取消。']);
    server.clock.advance(1000);
    dataOf(await office.call('event.change', sampleChange(longer, { endsAt: '2017-09-12T17:00:00+08:00', address: '示例地址 2 号' })));
    expect((await textsOf(holder.caller))[0]).toBe('“示例场次”现定于 9 月 12 日（周二）14:00—17:00，地点：示例地址 2 号。不能参加请及时取消。');
  });

  test('tells whoever was offered a place until when it is kept now', async () => {
    const event = await addEvent(server, { capacity: 1, offerHours: 72 });
    const [holder, offered] = await bookers(server, event.id, 2);
    if (!holder || !offered) throw new Error('Nobody came.');
    await holder.caller.call('booking.cancel', { id: holder.booking.id });
    expect(await now(offered)).toMatchObject({ offeredUntil: '2017-09-09T23:30:00+08:00' });
    server.clock.advance(1000);
    const sooner = { startsAt: '2017-09-08T14:00:00+08:00', endsAt: '2017-09-08T16:00:00+08:00', bookingClosesAt: '2017-09-08T12:00:00+08:00' };
    dataOf(await office.call('event.change', sampleChange(event, { ...sooner, capacity: 1 })));
    expect(await now(offered)).toMatchObject({ offeredUntil: '2017-09-08T14:00:00+08:00' });
    expect((await textsOf(offered.caller))[0]).toBe('“示例场次”现定于 9 月 8 日（周五）14:00—16:00，地点：示例地址 1 号。仍想参加，请在 9 月 8 日 14:00 前确认名额。');
  });

  test.each([
    ['takes back who was there before its check-in opens anew, and what a device sends of that later', { startsAt: '2017-09-13T14:00:00+08:00', endsAt: '2017-09-13T16:00:00+08:00' }, null, 'too-early'],
    ['by an hour leaves who is there', { startsAt: '2017-09-12T15:00:00+08:00', endsAt: '2017-09-12T17:00:00+08:00' }, '2017-09-12T08:50:00+08:00', 'ok'],
  ])('%s', async (_, times, presentAt, late) => {
    server.clock.set('2017-09-12T09:00:00+08:00');
    office = await asOffice(server);
    const event = await addEvent(server);
    const [here, unsent] = await bookers(server, event.id, 2);
    if (!here || !unsent) throw new Error('Nobody came.');
    const mark = async ({ ticket }: BookingView) => dataOf(await office.call('check-in.sync', { eventId: event.id, personId: office.person.id, marks: [{ markId: randomUUID(), ticketCode: ticket?.code ?? '', present: true, at: '2017-09-12T08:50:00+08:00' }] })).results.map((result) => (result.ok ? 'ok' : result.reason));
    expect(await mark(here.booking)).toEqual(['ok']);
    dataOf(await office.call('event.change', sampleChange(event, times)));
    expect(await now(here)).toMatchObject({ presentAt, moves: presentAt === null ? ['cancel'] : [] });
    expect(await server.db.selectFrom('checkInMark').select('id').where('bookingId', '=', here.booking.id).execute()).toHaveLength(presentAt === null ? 0 : 1);
    expect(await mark(unsent.booking)).toEqual([late]);
  });
});

describe('an event under way', () => {
  test('is changed no more, which its view says', async () => {
    const event = await addEvent(server);
    expect(event).toMatchObject({ manages: true, changeable: true });
    server.clock.set('2017-09-12T14:00:00+08:00');
    office = await asOffice(server);
    expect(dataOf(await office.call('event.get', { id: event.id }))).toMatchObject({ manages: true, changeable: false });
    await refusedUnchanged(() => office.call('event.change', sampleChange(event)), { code: 'conflict', message: '这一场已经开始，不能再修改。' });
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

  test('is searched by name or phone', async () => {
    const event = await addEvent(server, { capacity: 3 });
    const people = await Promise.all(['王示例', 'Li Shili', '张示例'].map(async (name, index) => {
      const caller = await server.asGuest();
      return dataOf(await caller.call('booking.book', sampleBooking(event.id, { name, phone: `1390000000${index}` })));
    }));
    const found = async (words: string, state?: 'waiting') => dataOf(await office.call('event.bookings', { id: event.id, words, ...(state && { state }) })).bookings.map(({ name }) => name).sort();
    expect(people).toHaveLength(3);
    expect(await found('示例')).toEqual(['张示例', '王示例']);
    expect(await found('li s')).toEqual(['Li Shili']);
    expect(await found(' 139 0000-0001 ')).toEqual(['Li Shili']);
    expect(await found('示%')).toEqual([]);
    expect(await found('示例', 'waiting')).toEqual([]);
  });

  test('loses one booking by the office, for a holder who cannot come: the holder is told why, and the place goes on', async () => {
    const event = await addEvent(server, { capacity: 1 });
    const [holder, waiting] = await bookers(server, event.id, 2);
    if (!holder || !waiting) throw new Error('Nobody came.');
    const cancel = { id: holder.booking.id, note: '来电说明不能参加。' };
    const other = await server.as('officer-baodi');
    await refusedUnchanged(() => other.call('event.cancel-booking', cancel), { code: 'not_found' });
    await refusedUnchanged(() => office.call('event.cancel-booking', { ...cancel, note: '' }), { code: 'invalid_input', fields: { note: '请填写取消的原因。' } });
    expect(dataOf(await office.call('event.bookings', { id: event.id })).bookings.map(({ cancellable }) => cancellable)).toEqual([true, true]);
    expect(dataOf(await office.call('event.cancel-booking', cancel))).toMatchObject({ id: holder.booking.id, state: 'cancelled', cancellable: false });
    expect(await now(holder)).toMatchObject({ state: 'cancelled', ticket: null });
    expect(await textsOf(holder.caller)).toEqual(['9 月 12 日 14:00 的“示例场次”，您的预约已取消。原因：来电说明不能参加。']);
    expect(await now(waiting)).toMatchObject({ state: 'offered' });
    const audited = await server.db.selectFrom('audit').select('personId').where('action', '=', 'event.cancel-booking').where('about', '=', holder.booking.id).execute();
    expect(audited).toEqual([{ personId: office.person.id }]);
    await refusedUnchanged(() => office.call('event.cancel-booking', cancel), { code: 'conflict' });
    server.clock.set('2017-09-12T14:00:00+08:00');
    office = await asOffice(server);
    await refusedUnchanged(() => office.call('event.cancel-booking', { ...cancel, id: waiting.booking.id }), { code: 'conflict' });
  });

  test('is exported with those that stand first, in a file that says which event it is of', async () => {
    const event = await addEvent(server, { capacity: 1, title: '开放日：A/B 线 & “夜间”[第一场]，请从东门进入参观实验室全部楼层' });
    const fickle = await server.asGuest();
    const { id } = await book(fickle, event.id);
    dataOf(await fickle.call('booking.cancel', { id }));
    await bookers(server, event.id, 2);
    const exported = dataOf(await office.call('event.export', { id: event.id }));
    expect(exported).toMatchObject({ name: '预约名单-2017-09-12 开放日：A B 线 & “夜间”[第一场]，请从东门进入参观实验室全部楼层.xlsx', rowCount: 3 });
    const parts = unzipSync(Buffer.from(exported.base64 ?? '', 'base64'));
    const textOf = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    expect(textOf('xl/workbook.xml')).toContain('name="2017-09-12 开放日：A B 线 &amp; “夜间” 第一场"');
    const all = Object.values(parts).map((bytes) => strFromU8(bytes)).join('');
    expect(all.match(/预约成功|候补中|已取消/g)).toEqual(['预约成功', '候补中', '已取消']);
  });

  test('is exported with the firms, and the log says by whom', async () => {
    const event = await addEvent(server);
    const [holder] = await bookers(server, event.id, 1);
    if (!holder) throw new Error('Nobody came.');
    const exported = dataOf(await office.call('event.export', { id: event.id }, { key: 'export-once' }));
    expect(exported).toMatchObject({ name: '预约名单-2017-09-12 示例场次.xlsx', rowCount: 1 });
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
