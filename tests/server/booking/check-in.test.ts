import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Input } from '../../../src/contract/actions';
import type { BookingView } from '../../../src/contract/booking/booking';
import { makeTicketCode } from '../../../src/domain/booking/ticket-code';
import { addEvent, asOffice, bookers, forgetEvents, now } from '../../support/samples/sample-event';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let office: TestCaller;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2017-09-12T09:00:00+08:00');
  await forgetEvents(server);
  office = await asOffice(server);
});

type Mark = Input<'check-in.sync'>['marks'][number];

const SHOWN = '2017-09-12T08:50:00+08:00';
const markOf = ({ ticket }: Pick<BookingView, 'ticket'>, changes: { present?: boolean; at?: string; markId?: string } = {}): Mark => ({ markId: randomUUID(), ticketCode: ticket?.code ?? '', present: true, at: SHOWN, ...changes });
const sync = async (eventId: string, marks: readonly Mark[]) => dataOf(await office.call('check-in.sync', { eventId, personId: office.person.id, marks: [...marks] }));
/** A ticket that is not given out yet, or not any more. */
const ticketOf = async (bookingId: string) => ({ ticket: { code: (await server.db.selectFrom('booking').select('ticketCode').where('id', '=', bookingId).executeTakeFirstOrThrow()).ticketCode, qrText: '' } });

describe('checking in', () => {
  test('takes a ticket’s code as it is scanned or typed, and as the list has it', async () => {
    const { id } = await addEvent(server, { capacity: 3 });
    const [first, second, third] = await bookers(server, id, 3);
    if (!first || !second || !third) throw new Error('Nobody came.');
    const { results, presentCount } = await sync(id, [
      { markId: randomUUID(), ticketCode: first.booking.ticket?.qrText ?? '', present: true, at: SHOWN },
      { markId: randomUUID(), ticketCode: (second.booking.ticket?.code ?? '').toLowerCase(), present: true, at: SHOWN },
      markOf(third.booking),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(presentCount).toBe(3);
    expect(await now(first)).toMatchObject({ presentAt: SHOWN, moves: [] });
    expect(errorOf(await first.caller.call('booking.cancel', { id: first.booking.id }))).toMatchObject({ code: 'conflict', message: '您已经签到，不能再取消。' });
    const list = dataOf(await office.call('check-in.list', { eventId: id }));
    expect(list.rows).toHaveLength(3);
    expect(list.rows[0]).toMatchObject({ name: '示例姓名', phoneTail: expect.stringMatching(/^\d{4}$/) as string, firmName: '示例公司', present: true });
  });

  test('refuses by itself what does not count, and takes the rest', async () => {
    const event = await addEvent(server, { capacity: 2, offerHours: 1 });
    const other = await addEvent(server);
    const [cancelled, good, lapsed, unconfirmed, waiting] = await bookers(server, event.id, 5);
    const [elsewhere] = await bookers(server, other.id, 1);
    if (!cancelled || !good || !lapsed || !unconfirmed || !waiting || !elsewhere) throw new Error('Nobody came.');
    await cancelled.caller.call('booking.cancel', { id: cancelled.booking.id });
    server.clock.advance(60 * 60_000);
    await server.application.runBookings();
    const { results, presentCount } = await sync(event.id, [
      { markId: randomUUID(), ticketCode: cancelled.booking.ticket?.code ?? '', present: true, at: SHOWN },
      markOf(await ticketOf(lapsed.booking.id)),
      markOf(await ticketOf(unconfirmed.booking.id)),
      markOf(await ticketOf(waiting.booking.id)),
      markOf(elsewhere.booking),
      { markId: randomUUID(), ticketCode: makeTicketCode(() => 0), present: true, at: SHOWN },
      markOf(good.booking, { at: '2017-09-12T01:59:59+08:00' }),
      markOf(good.booking, { at: '2017-09-12T10:05:01+08:00' }),
      markOf(good.booking, { at: '2017-09-12T10:05:00+08:00' }),
    ]);
    expect(results.map((result) => (result.ok ? 'ok' : result.reason))).toEqual(['cancelled', 'lapsed', 'unconfirmed', 'not-booked', 'other-event', 'unknown', 'too-early', 'in-future', 'ok']);
    expect(results[0]).toMatchObject({ message: '这个预约已经取消，凭证作废。' });
    expect(results[2]).toMatchObject({ message: '名额还没有确认，请先在手机上确认。' });
    expect(results[6]).toMatchObject({ message: '还没有到签到的时间，开始前 12 小时起可以签到。' });
    expect(presentCount).toBe(1);
    expect(await server.db.selectFrom('checkInMark').select('bookingId').where('bookingId', '=', good.booking.id).execute()).toHaveLength(1);
  });

  test('says of whoever waited until the start that it was never their turn', async () => {
    const { id } = await addEvent(server, { capacity: 1 });
    const [, unserved] = await bookers(server, id, 2);
    if (!unserved) throw new Error('Nobody came.');
    server.clock.set('2017-09-12T14:00:00+08:00');
    await server.application.runBookings();
    expect((await sync(id, [markOf(await ticketOf(unserved.booking.id))])).results).toMatchObject([{ ok: false, reason: 'unserved', message: '候补没有轮到，没有名额。' }]);
  });

  test('leaves of each booking its latest mark, in whatever order and however often they arrive', async () => {
    const { id } = await addEvent(server, { capacity: 2 });
    const people = await bookers(server, id, 2);
        const marked = fc.record({ who: fc.nat(1), present: fc.boolean(), second: fc.integer({ min: 0, max: 5 }), markId: fc.uuid({ version: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(marked, { minLength: 1, maxLength: 8, selector: ({ markId }) => markId }), fc.infiniteStream(fc.nat()), async (marks, chance) => {
        await server.db.deleteFrom('checkInMark').execute();
        await server.db.updateTable('booking').set({ present: false, markedAt: null, markId: null }).execute();
        const all = marks.map(({ who, present, second, markId }) => markOf(people[who]?.booking ?? { ticket: null }, { present, markId, at: `2017-09-12T08:50:0${second}+08:00` }));
        const shuffled = [...all, ...all.slice(0, 2)].map((mark) => ({ mark, order: chance.next().value as number })).sort((a, b) => a.order - b.order);
        await Promise.all(shuffled.map(({ mark }) => sync(id, [mark])));
        for (const [who, { booking }] of people.entries()) {
          const own = marks.filter((mark) => mark.who === who).sort((a, b) => a.second - b.second || (a.markId < b.markId ? -1 : 1));
          const { present } = await server.db.selectFrom('booking').select('present').where('id', '=', booking.id).executeTakeFirstOrThrow();
          expect(present).toBe(own.at(-1)?.present ?? false);
        }
      }),
      { numRuns: 25, seed: 20170907 },
    );
  });

  test('is refused to another office, for more than 200 at once, and for one mark twice', async () => {
    const { id } = await addEvent(server);
    const [person] = await bookers(server, id, 1);
    if (!person) throw new Error('Nobody came.');
    const other = await server.as('officer-baodi');
    const before = await tableContents(server.db);
    expect(errorOf(await other.call('check-in.sync', { eventId: id, personId: other.person.id, marks: [markOf(person.booking)] })).code).toBe('forbidden');
    expect(errorOf(await office.call('check-in.sync', { eventId: id, personId: office.person.id, marks: Array.from({ length: 201 }, () => markOf(person.booking)) })).code).toBe('invalid_input');
    const twice = markOf(person.booking);
    expect(errorOf(await office.call('check-in.sync', { eventId: id, personId: office.person.id, marks: [twice, twice] })).code).toBe('invalid_input');
    expect(errorOf(await office.call('check-in.sync', { eventId: id, personId: office.person.id, marks: [{ markId: randomUUID(), ticketCode: '34679-ACDEF', present: true, at: SHOWN }] })).code).toBe('invalid_input');
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('tells the door that another one has checked the ticket in before, as often as it asks', async () => {
    const { id } = await addEvent(server);
    const [person] = await bookers(server, id, 1);
    if (!person) throw new Error('Nobody came.');
    const marks = (['08:40', '08:42', '08:44', '08:46', '08:48'] as const).map((time, index) => markOf(person.booking, { at: `2017-09-12T${time}:00+08:00`, present: index !== 2 }));
    const told = [];
    for (const mark of marks) told.push(...(await sync(id, [mark])).results);
    const before = [null, '2017-09-12T08:40:00+08:00', null, null, '2017-09-12T08:46:00+08:00'];
    expect(told).toMatchObject(before.map((presentBefore) => ({ ok: true, presentBefore })));
    // Only the answer was lost; and the doors came back to the network in another order.
    expect((await sync(id, [...marks].reverse())).results).toMatchObject([...before].reverse().map((presentBefore) => ({ ok: true, presentBefore })));
  });

  test('is done in the name of whoever made the marks', async () => {
    const { id } = await addEvent(server);
    const [person] = await bookers(server, id, 1);
    if (!person) throw new Error('Nobody came.');
    expect(dataOf(await office.call('check-in.list', { eventId: id })).personId).toBe(office.person.id);
    const before = await tableContents(server.db);
    const reply = await office.call('check-in.sync', { eventId: id, personId: person.caller.person.id, marks: [markOf(person.booking)] });
    expect(errorOf(reply)).toMatchObject({ code: 'forbidden', message: '这些签到是另一位工作人员在这台设备上记下的，请本人登录后同步。' });
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('of a cancelled event is refused', async () => {
    const event = await addEvent(server);
    const [person] = await bookers(server, event.id, 1);
    if (!person) throw new Error('Nobody came.');
    dataOf(await office.call('event.cancel', { id: event.id, version: 1, note: '实验室设备检修。' }));
    expect((await sync(event.id, [markOf(person.booking)])).results).toMatchObject([{ ok: false, reason: 'event-cancelled', message: '这一场已经取消，不能签到。' }]);
  });
});
