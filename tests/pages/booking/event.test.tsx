import { ok, refused, settled, stage } from '../../support/taro/taro';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { BookingView } from '../../../src/contract/booking/booking';
import type { EventView } from '../../../src/contract/booking/event';
import EventPage from '../../../src/booking/event';
import { readTicket } from '../../../src/platform/booking/kept-ticket';
import { bookingId, bookingView, eventId, eventRow, eventView } from './sample-event';

const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const agree = () => fireEvent.click(screen.getByRole('checkbox'));
const said = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent).join(' ');
const value = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name }).value;

async function openEvent(event: EventView, own: BookingView | null = null) {
  stage.params = { id: eventId };
  stage.answer('event.get', () => ok(event));
  if (own !== null) stage.answer('booking.get', () => ok(own));
  render(<EventPage />);
  await settled();
}

function fillIn() {
  type('姓名', '王示例');
  type('联系电话', '138 0000 1234');
  agree();
}

const standing = (state: 'waiting' | 'offered' | 'booked') => eventView({ own: { id: bookingId, state } });

beforeEach(stage.reset);

describe('an event', () => {
  it('says what, when, where, for whom and how many places are left', async () => {
    await openEvent(eventView());
    expect(screen.getByText('9 月 12 日（周二）14:00—16:00')).toBeTruthy();
    expect(screen.getByText('示例路 1 号一层')).toBeTruthy();
    expect(screen.getByText('关心食品安全的市民')).toBeTruthy();
    expect(screen.getByText('余 5 个，共 30 个名额')).toBeTruthy();
    expect(stage.shared()).toEqual({ title: '食品检测实验室开放日，9 月 12 日（周二）14:00—16:00', path: `/booking/event/index?id=${eventId}` });
    expect(stage.sent).toHaveLength(1);
  });

  it('is booked with a name and a phone, after which the ticket is one tap away', async () => {
    await openEvent(eventView());
    fillIn();
    type('单位名称（选填）', '天津示例食品有限公司');
    stage.answer('booking.book', () => ok(bookingView()));
    stage.answer('booking.get', () => ok(bookingView()));
    stage.answer('event.get', () => ok(standing('booked')));
    await press('预约这一场');
    expect(stage.sentTo('booking.book').map(({ input }) => input)).toEqual([{ eventId, name: '王示例', phone: '138 0000 1234', firmName: '天津示例食品有限公司', consent: true }]);
    expect(said()).toContain('预约成功');
    await press('入场凭证');
    expect(stage.opened).toEqual([`/booking/ticket/index?id=${bookingId}`]);
  });

  it('says of each field what it is for', async () => {
    await openEvent(eventView());
    expect(screen.getAllByText(/^用途：/)).toHaveLength(3);
    expect(screen.getByText('活动结束 90 天后清除。')).toBeTruthy();
  });

  it('is not booked with mistakes, which are told at their fields', async () => {
    await openEvent(eventView());
    type('联系电话', '12345');
    await press('预约这一场');
    expect(stage.sentTo('booking.book')).toEqual([]);
    expect(said()).toContain('请填写姓名');
    expect(said()).toContain('请填写 11 位手机号');
    expect(said()).toContain('请先阅读并同意');
    expect(said()).toContain('还有 3 处需要修改');
  });

  it('keeps what was typed on the device, until it is booked', async () => {
    await openEvent(eventView());
    fillIn();
    await press('预约这一场');
    expect(said()).toContain('您填写的内容已保存在本机');
    cleanup();
    await openEvent(eventView());
    expect([value('姓名'), value('联系电话')]).toEqual(['王示例', '138 0000 1234']);
    agree();
    stage.answer('booking.book', () => ok(bookingView()));
    stage.answer('booking.get', () => ok(bookingView()));
    await press('预约这一场');
    cleanup();
    await openEvent(eventView());
    expect(value('姓名')).toBe('');
  });

  it('that is full takes people onto the waiting list, and tells the place in it', async () => {
    await openEvent(eventView({ availability: 'waiting-list', placesLeft: 0, waitingCount: 2 }));
    expect(screen.getByText(/名额已满，可以候补，现在有 2 人在候补/)).toBeTruthy();
    fillIn();
    const waiting = bookingView({ state: 'waiting', ticket: null, queuePosition: 3, event: eventRow({ own: { id: bookingId, state: 'waiting' } }) });
    stage.answer('booking.book', () => ok(waiting));
    stage.answer('booking.get', () => ok(waiting));
    stage.answer('event.get', () => ok(standing('waiting')));
    await press('加入候补');
    expect(said()).toContain('排在第 3 位');
    expect(screen.queryByRole('button', { name: '入场凭证' })).toBeNull();
  });

  it('that filled up meanwhile says so and is read again', async () => {
    await openEvent(eventView());
    fillIn();
    stage.answer('booking.book', () => refused('conflict', '名额和候补都已经满了，可以看看其他场次。'));
    stage.answer('event.get', () => ok(eventView({ availability: 'full', placesLeft: 0 })));
    await press('预约这一场');
    expect(screen.getByText(/候补人数也已满/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it.each([
    [{ availability: 'not-open' }, '9 月 6 日 09:00 开始预约，请届时再来。'],
    [{ availability: 'closed' }, '预约已经截止。'],
    [{ availability: 'over' }, '这一场已经结束，感谢关注。'],
    [{ availability: 'cancelled', cancellationNote: '实验室检修。' }, '这一场已经取消：实验室检修。'],
  ] as const)('that cannot be booked says why: %j', async (changes, words) => {
    await openEvent(eventView(changes));
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '预约这一场' })).toBeNull();
  });

  it('offers a place with the time that is left, to be accepted', async () => {
    const offered = bookingView({ state: 'offered', ticket: null, offeredUntil: '2017-09-08T09:00:00+08:00', offerLeftMs: 5_430_000, moves: ['accept', 'cancel'] });
    await openEvent(standing('offered'), offered);
    expect(said()).toContain('为您保留到 9 月 8 日 09:00，还有 1 小时 30 分钟');
    stage.answer('booking.accept', () => ok(bookingView()));
    stage.answer('booking.get', () => ok(bookingView()));
    stage.answer('event.get', () => ok(standing('booked')));
    await press('确认参加');
    expect(stage.sentTo('booking.accept').map(({ input }) => input)).toEqual([{ id: bookingId }]);
    expect(said()).toContain('预约成功');
  });

  it('says that an offer came too late, and what stands now', async () => {
    await openEvent(standing('offered'), bookingView({ state: 'offered', ticket: null, offeredUntil: '2017-09-08T09:00:00+08:00', offerLeftMs: 1, moves: ['accept'] }));
    stage.answer('booking.accept', () => refused('conflict', '确认的时间已过，名额不再为您保留；仍想参加，可以重新预约。'));
    stage.answer('booking.get', () => ok(bookingView({ state: 'lapsed', ticket: null, offeredUntil: '2017-09-08T09:00:00+08:00', moves: [] })));
    stage.answer('event.get', () => ok(eventView()));
    await press('确认参加');
    expect(said()).toContain('确认的时间已过，名额不再为您保留');
    expect(screen.getByRole('button', { name: '预约这一场' })).toBeTruthy();
  });

  it('is cancelled after a question, and can be booked again', async () => {
    await openEvent(standing('booked'), bookingView());
    stage.saysYes = false;
    await press('取消预约');
    expect(stage.sentTo('booking.cancel')).toEqual([]);
    stage.saysYes = true;
    stage.answer('booking.cancel', () => ok(bookingView({ state: 'cancelled', ticket: null, moves: [] })));
    stage.answer('event.get', () => ok(eventView({ placesLeft: 6 })));
    await press('取消预约');
    expect(stage.asked).toEqual(['取消预约', '取消预约']);
    expect(said()).toContain('这次预约已经取消。');
    expect(screen.getByRole('button', { name: '预约这一场' })).toBeTruthy();
  });

  it('says at the phone that it has booked already', async () => {
    await openEvent(eventView());
    fillIn();
    stage.answer('booking.book', () => refused('conflict', '有一处需要修改。', { phone: '这个联系电话已经预约了这一场。' }));
    await press('预约这一场');
    expect(screen.getByText('这个联系电话已经预约了这一场。')).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '联系电话' }).getAttribute('aria-invalid')).toBe('true');
    expect(said()).toContain('还有 1 处需要修改');
    expect(said()).not.toContain('已保存在本机');
  });

  it('does not say that what was typed is kept where it is not', async () => {
    stage.storageBroken = true;
    await openEvent(eventView());
    fillIn();
    await press('预约这一场');
    expect(said()).toContain('本机没有保存您填写的内容');
  });

  it('has its ticket on the device as soon as it is booked', async () => {
    await openEvent(eventView());
    fillIn();
    stage.answer('booking.book', () => ok(bookingView()));
    stage.goOffline('event.get');
    await press('预约这一场');
    cleanup();
    expect(readTicket(bookingId)).toMatchObject({ id: bookingId, phone: null });
  });

  it('goes into the calendar as a file', async () => {
    const files: { name: string; text: string }[] = [];
    const made: Blob[] = [];
    const revoked: string[] = [];
    Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`, revokeObjectURL: (url: string) => revoked.push(url) });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
      files.push({ name: this.download, text: made.at(-1)?.type ?? '' });
    });
    await openEvent(standing('booked'), bookingView());
    await press('添加到手机日历');
    expect(files).toEqual([{ name: '食品检测实验室开放日.ics', text: 'text/calendar;charset=utf-8' }]);
    expect(said()).toContain('日历文件已开始下载');
    // A browser may begin to read it only after the click.
    expect(revoked).toEqual([]);
    click.mockRestore();
  });
});
