import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { BookingView } from '../../../src/contract/booking/booking';
import { addEvent, asOffice, bookers, forgetEvents, now, phoneOf, sampleBooking } from '../../support/samples/sample-event';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2017-09-07T09:00:00+08:00');
  await forgetEvents(server);
});

describe('personal data', () => {
  test('is exported, and deleted with every booking to come, whose place goes to whoever waits', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder, waiting] = await bookers(server, id, 2);
    if (!holder || !waiting) throw new Error('Nobody came.');
    expect(dataOf(await holder.caller.call('person.export', {})).bookings).toMatchObject([{ 活动: '示例场次', 状态: '预约成功', 姓名: '示例姓名', 联系电话: phoneOf(holder.caller), 单位: '示例公司', 凭证号: holder.booking.ticket?.code }]);
    dataOf(await holder.caller.call('person.delete', { confirm: true }));
    expect(await now(waiting)).toMatchObject({ state: 'offered' });
    const row = await server.db.selectFrom('booking').selectAll().where('id', '=', holder.booking.id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ personId: null, name: null, phone: null, firmName: null, state: 'cancelled', erased: true });
  });

  test('has the marks at the door: for the holder those of the own booking, for staff those they made, without whom', async () => {
    server.clock.set('2017-09-12T09:00:00+08:00');
    const { id: eventId } = await addEvent(server);
    const [holder, other] = await bookers(server, eventId, 2);
    if (!holder || !other) throw new Error('Nobody came.');
    const office = await asOffice(server);
    const mark = ({ ticket }: BookingView, present: boolean, at: string) => ({ markId: randomUUID(), ticketCode: ticket?.code ?? '', present, at });
    const marks = [mark(holder.booking, true, '2017-09-12T08:50:00+08:00'), mark(holder.booking, false, '2017-09-12T08:51:00+08:00'), mark(other.booking, true, '2017-09-12T08:52:00+08:00')];
    dataOf(await office.call('check-in.sync', { eventId, personId: office.person.id, marks }));
    const own = dataOf(await holder.caller.call('person.export', {}));
    expect(own).toMatchObject({ bookings: [{ 签到时间: null, 签到记录: [{ 操作: '签到', 时间: '2017-09-12T08:50:00+08:00' }, { 操作: '撤销签到', 时间: '2017-09-12T08:51:00+08:00' }] }], checkInMarks: [] });
    const staff = dataOf(await office.call('person.export', {}));
    expect(staff.bookings).toEqual([]);
    const made = (what: string, at: string) => ({ 活动: '示例场次', 操作: what, 时间: at, 收到时间: '2017-09-12T09:00:00+08:00' });
    expect(staff.checkInMarks).toEqual([made('签到', '2017-09-12T08:50:00+08:00'), made('撤销签到', '2017-09-12T08:51:00+08:00'), made('签到', '2017-09-12T08:52:00+08:00')]);
  });

  test('is erased 90 days after the event has ended', async () => {
    const { id } = await addEvent(server);
    await bookers(server, id, 2);
    server.clock.set('2017-12-11T16:00:00+08:00');
    expect(await server.application.keepHouse()).toMatchObject({ erasedBookings: 0 });
    server.clock.advance(1);
    expect(await server.application.keepHouse()).toMatchObject({ erasedBookings: 2 });
    expect(await server.db.selectFrom('booking').select(['name', 'phone', 'firmName']).execute()).toEqual(Array(2).fill({ name: null, phone: null, firmName: null }));
    const { bookings } = dataOf(await (await asOffice(server)).call('event.bookings', { id }));
    expect(bookings).toMatchObject(Array(2).fill({ name: null, phone: null, firmName: null, state: 'booked' }));
  });
});

describe('a booking of an earlier campaign', () => {
  test('is still shown, accepted and cancelled, under the office of that time', async () => {
    const { campaign } = server.application;
    const former = { ...campaign.offices[0], id: 'former-office', name: '示例检验检疫局（原）' };
    const document = { ...campaign, id: 'tianjin-2016', offices: [...campaign.offices, former] };
    await sql`insert into campaign (id, content_hash, document, loaded_at) values ('tianjin-2016', '', ${JSON.stringify(document)}, now())`.execute(server.db);
    await sql`insert into office (campaign_id, id, name, short_name, is_bureau, position) values ('tianjin-2016', 'former-office', ${former.name}, '原', false, 99)`.execute(server.db);
    await sql`
      insert into activity (campaign_id, id, number, line_id, title, short_title, audience, summary, ways, "when")
      select 'tianjin-2016', id, number, line_id, title, short_title, audience, summary, ways, "when" from activity where id = 'laboratory-open-day'`.execute(server.db);
    const { id } = await addEvent(server, { capacity: 1 });
    const [holder, waiting] = await bookers(server, id, 2);
    if (!holder || !waiting) throw new Error('Nobody came.');
    await server.db.updateTable('event').set({ campaignId: 'tianjin-2016', officeId: 'former-office' }).where('id', '=', id).execute();

    const event = { id, officeName: former.name };
    expect(dataOf(await holder.caller.call('booking.mine', {})).bookings).toMatchObject([{ state: 'booked', event }]);
    expect(await now(holder)).toMatchObject({ state: 'booked', event });
    expect(dataOf(await holder.caller.call('booking.cancel', { id: holder.booking.id }))).toMatchObject({ state: 'cancelled', event });
    expect(dataOf(await waiting.caller.call('booking.accept', { id: waiting.booking.id }))).toMatchObject({ state: 'booked', event });
    // Nobody books there any more, though a place is free.
    dataOf(await waiting.caller.call('booking.cancel', { id: waiting.booking.id }));
    const late = await server.asGuest();
    const before = await tableContents(server.db);
    expect(errorOf(await late.call('booking.book', sampleBooking(id))).code).toBe('not_found');
    expect(await tableContents(server.db)).toEqual(before);
  });
});

describe('lists', () => {
  test('show events to come soonest first, those over latest first, of one activity or all, to anybody', async () => {
    const later = await addEvent(server, { startsAt: '2017-09-13T14:00:00+08:00', endsAt: '2017-09-13T16:00:00+08:00' });
    const sooner = await addEvent(server);
    const other = await addEvent(server, { activityId: 'micro-class' });
    const listed = async (input: object) => dataOf(await server.call('event.list', input)).events.map(({ id }) => id);
    expect((await listed({ activityId: 'laboratory-open-day' }))).toEqual([sooner.id, later.id]);
    expect(new Set(await listed({}))).toEqual(new Set([sooner.id, other.id, later.id]));
    expect((await listed({})).at(-1)).toBe(later.id);
    expect(await listed({ span: 'over' })).toEqual([]);
    server.clock.set('2017-09-13T16:00:00+08:00');
    expect(await listed({ span: 'over', activityId: 'laboratory-open-day' })).toEqual([later.id, sooner.id]);
    expect(await listed({})).toEqual([]);
  });

  test('come in pages of ten without gap or repetition', async () => {
    const added = [];
    for (let index = 0; index < 12; index += 1) added.push((await addEvent(server)).id);
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = dataOf(await server.call('event.list', cursor === undefined ? {} : { cursor }));
      seen.push(...page.events.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(12);
    expect(seen.sort()).toEqual(added.sort());
  });
});
