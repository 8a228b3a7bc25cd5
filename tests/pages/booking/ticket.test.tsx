import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import MinePage from '../../../src/booking/mine';
import TicketPage from '../../../src/booking/ticket';
import type { BookingView } from '../../../src/contract/booking/booking';
import { forgetPerson } from '../../../src/platform/request/filing';
import { bookingId, bookingView, eventRow } from './sample-event';

async function openTicket(booking?: BookingView) {
  stage.params = { id: bookingId };
  if (booking) stage.answer('booking.get', () => ok(booking));
  render(<TicketPage />);
  await settled();
}

const said = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent).join(' ');

beforeEach(stage.reset);

describe('a ticket', () => {
  it('has a QR code and its number in groups', async () => {
    const booking = bookingView();
    await openTicket(booking);
    expect(screen.getByRole('img', { name: '入场凭证二维码' })).toBeTruthy();
    expect(screen.getByText(booking.ticket?.code ?? '')).toBeTruthy();
  });

  it('is shown without a network once it was seen', async () => {
    await openTicket(bookingView());
    cleanup();
    stage.goOffline('booking.get');
    await openTicket();
    expect(screen.getByRole('img', { name: '入场凭证二维码' })).toBeTruthy();
    expect(said()).toContain('保存在本机的凭证，可以照常出示');
    // What may be done is not known without the server.
    expect(screen.queryByRole('button', { name: '取消预约' })).toBeNull();
  });

  it('is not known to the device before it was seen', async () => {
    await openTicket();
    expect(said()).toContain('没有连上服务');
    expect(screen.queryByRole('img', { name: '入场凭证二维码' })).toBeNull();
  });

  it('does not keep the phone and the firm on the device', async () => {
    await openTicket(bookingView({ firmName: '天津示例食品有限公司' }));
    expect(JSON.stringify(localStorage)).not.toContain('13800001234');
    expect(JSON.stringify(localStorage)).not.toContain('天津示例食品有限公司');
  });

  it('goes from the device when it was cancelled, and when another person takes over', async () => {
    await openTicket(bookingView());
    stage.answer('booking.cancel', () => ok(bookingView({ state: 'cancelled', ticket: null, moves: [] })));
    fireEvent.click(screen.getByRole('button', { name: '取消预约' }));
    await settled();
    expect(said()).toContain('这次预约已经取消');
    cleanup();
    stage.goOffline('booking.get');
    await openTicket();
    expect(screen.queryByRole('img', { name: '入场凭证二维码' })).toBeNull();
    cleanup();

    await openTicket(bookingView());
    cleanup();
    forgetPerson();
    stage.goOffline('booking.get');
    await openTicket();
    expect(screen.queryByRole('img', { name: '入场凭证二维码' })).toBeNull();
  });

  it('shows that its holder is checked in when the page comes back into view', async () => {
    await openTicket(bookingView());
    stage.answer('booking.get', () => ok(bookingView({ presentAt: '2017-09-12T13:50:00+08:00', moves: [] })));
    act(() => stage.happen('didHide'));
    act(() => stage.happen('didShow'));
    await settled();
    expect(said()).toContain('已签到，9 月 12 日 13:50');
  });

  it('says to whoever waited until the start that it was not their turn', async () => {
    await openTicket(bookingView({ state: 'lapsed', ticket: null, moves: [] }));
    expect(said()).toBe('名额已满，这次没有轮到您。');
  });

  it('of somebody else is not found', async () => {
    stage.params = { id: bookingId };
    stage.answer('booking.get', () => refused('not_found', '没有找到这个预约。'));
    render(<TicketPage />);
    await settled();
    expect(said()).toContain('没有找到这个预约');
  });
});

describe('my bookings', () => {
  const rows = () => screen.queryAllByRole('link').map(({ textContent }) => textContent);

  it('say where each stands and what is due, and lead to the ticket', async () => {
    const offered = bookingView({ id: '5b0c7d1e-3f57-4c1b-9d0a-7a2f4f6e0c09', state: 'offered', ticket: null, offeredUntil: '2017-09-08T09:00:00+08:00' });
    const later = bookingView({ id: '5b0c7d1e-3f57-4c1b-9d0a-7a2f4f6e0c07', event: eventRow({ title: '下一场', startsAt: '2017-09-20T14:00:00+08:00', endsAt: '2017-09-20T16:00:00+08:00' }) });
    const past = bookingView({ id: '5b0c7d1e-3f57-4c1b-9d0a-7a2f4f6e0c08', event: eventRow({ availability: 'over' }) });
    stage.answer('booking.mine', () => ok({ bookings: [later, past, offered, bookingView()], nextCursor: null }));
    render(<MinePage />);
    await settled();
    expect(rows()).toEqual([expect.stringMatching(/有空位，等您确认.*请在 9 月 8 日 09:00 前确认/), expect.stringContaining('预约成功'), expect.stringContaining('下一场'), expect.stringContaining('已结束')]);
    fireEvent.click(screen.getAllByRole('link')[1] as HTMLElement);
    expect(stage.opened).toEqual([`/booking/ticket/index?id=${bookingId}`]);
  });

  it('tell a missed offer from a wait that came to nothing', async () => {
    const unserved = bookingView({ state: 'lapsed', ticket: null });
    const missed = bookingView({ id: '5b0c7d1e-3f57-4c1b-9d0a-7a2f4f6e0c09', state: 'lapsed', ticket: null, offeredUntil: '2017-09-08T09:00:00+08:00' });
    stage.answer('booking.mine', () => ok({ bookings: [unserved, missed], nextCursor: null }));
    render(<MinePage />);
    await settled();
    expect(rows()).toEqual([expect.stringContaining('没有轮到'), expect.stringContaining('逾期未确认')]);
    expect(document.body.textContent).not.toContain('前确认');
  });

  it('are the kept tickets where the network brings nothing', async () => {
    await openTicket(bookingView());
    cleanup();
    render(<MinePage />);
    await settled();
    expect(screen.getByText('本机保存的入场凭证')).toBeTruthy();
    expect(rows()).toEqual([expect.stringContaining('食品检测实验室开放日')]);
    expect(said()).toContain('没有连上服务');
  });

  it('explain what can be booked when there are none', async () => {
    stage.answer('booking.mine', () => ok({ bookings: [], nextCursor: null }));
    render(<MinePage />);
    expect(await screen.findByText('还没有预约')).toBeTruthy();
  });
});
