import { ticketText } from '../../src/domain/booking/ticket-code';
import { run } from '../support/running-app';
import { addEvent, asOffice, book, bookers, now } from '../support/samples/sample-event';
import { largestSetData } from './host/budgets';
import { engines } from './host/engines';
import { ApiFailure } from './host/wx/api';

jest.setTimeout(60_000);

const KB = 1024;

/** People are checked in on the day of the event. */
const today = { startsAt: '2017-09-07T14:00:00+08:00', endsAt: '2017-09-07T16:00:00+08:00', bookingClosesAt: '2017-09-07T12:00:00+08:00' };

describe.each(engines)('booking in the compiled mini-program, drawn by $name', (engine) => {
  it('books by tapping and typing, and shows the ticket, without a network too', async () => {
    const { app } = await run({ engine }, async (server) => ({ path: `booking/event/index?id=${(await addEvent(server)).id}` }));
    app.answer('addPhoneCalendar', () => ({}));
    expect(app.page().text()).toContain('9 月 12 日（周二）14:00—16:00');
    await app.page().type('姓名', '王示例');
    await app.page().type('联系电话', '138 0000 1234');
    const [consent] = app.page().all({ role: 'checkbox' });
    if (!consent) throw new Error('There is no consent to give.');
    await app.page().tap(consent);
    await app.page().tap('预约这一场');
    expect(app.page().text()).toContain('预约成功');
    await app.page().tap('添加到手机日历');
    expect(app.calls('addPhoneCalendar')).toMatchObject([{ options: { title: '示例场次', location: '示例地址 1 号', startTime: Date.parse('2017-09-12T14:00:00+08:00') / 1000 } }]);
    expect(await app.page().share()).toMatchObject({ title: '示例场次，9 月 12 日（周二）14:00—16:00' });
    await app.page().tap('入场凭证');
    expect(app.page().route).toBe('booking/ticket/index');
    expect(app.page().find({ role: 'img' }).attributes['aria-label']).toBe('入场凭证二维码');
    await app.back();
    await app.setNetwork('none');
    await app.navigate('/booking/mine/index');
    await app.page().tap('示例场次');
    expect(app.page().text()).toContain('可以照常出示');
    expect(app.page().has({ role: 'img' })).toBe(true);
    await app.setNetwork('wifi');
    expect(largestSetData(app)).toBeLessThanOrEqual(50 * KB);
  });

  it('leads to the settings where the calendar is not allowed', async () => {
    const { app } = await run({ engine }, async (server) => {
      const citizen = await server.as('citizen');
      const { id } = await addEvent(server);
      await book(citizen, id);
      return { path: `booking/event/index?id=${id}`, storage: { session: citizen.token } };
    });
    app.answer('addPhoneCalendar', () => {
      throw new ApiFailure('auth deny');
    });
    await app.page().tap('添加到手机日历');
    expect(app.page().text()).toContain('您没有允许本小程序添加日程');
    app.answer('openSetting', () => ({ authSetting: { 'scope.addPhoneCalendar': true } }));
    app.answer('addPhoneCalendar', () => ({}));
    await app.page().tap('去设置里允许');
    expect(app.page().text()).toContain('已添加到手机日历');
  });

  it('checks in by scanning and by the list, without a network and after it is back', async () => {
    const { app, server } = await run({ engine }, async (test) => {
      const { id } = await addEvent(test, { capacity: 40, ...today });
      await bookers(test, id, 25);
      return { path: `newsroom/check-in/index?id=${id}`, storage: { session: (await asOffice(test)).token } };
    });
    const event = app.page();
    expect(event.text()).toContain('预约成功 25 人');
    const citizen = await server.asGuest();
    const id = (await server.db.selectFrom('event').select('id').executeTakeFirstOrThrow()).id;
    const booking = await book(citizen, id);
    app.answer('scanCode', () => {
      throw new ApiFailure('system permission denied');
    });
    await event.tap('扫码签到');
    expect(event.text()).toContain('没有打开相机');
    app.answer('scanCode', () => ({ result: ticketText(booking.ticket?.code.replace('-', '') ?? '') }));
    await app.setNetwork('none');
    await event.tap('扫码签到');
    expect(event.text()).toContain('待同步 1 条');
    await app.setNetwork('wifi');
    await app.settle();
    expect(event.text()).not.toContain('待同步');
    expect(event.text()).toContain('已到 1 人');
    expect(await now({ caller: citizen, booking })).toMatchObject({ presentAt: expect.any(String) as string });
    await event.tap('多人一起签到');
    for (const choice of event.all({ role: 'checkbox' }).slice(0, 3)) await event.tap(choice);
    await event.tap('签到所选 3 人');
    expect(event.text()).toContain('已到 4 人');
    expect(largestSetData(app)).toBeLessThanOrEqual(50 * KB);
  });
});
