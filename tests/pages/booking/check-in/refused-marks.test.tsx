import { ok, settled, stage } from '../../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { markRefusals } from '../../../../src/domain/booking/marks';
import { formatTicketCode } from '../../../../src/domain/booking/ticket-code';
import CheckInPage from '../../../../src/newsroom/check-in';
import { attendee, checkInList, ticketCode } from '../sample-event';
import { answerList, answerMarks, byTicket, openDoor, press, said, sentMarks, shown, standAtNewDoor } from './scene';

beforeEach(() => void standAtNewDoor());

describe('a mark that does not count', () => {
  it('says why beside the person, and can be tried again', async () => {
    await openDoor(attendee(1), attendee(2));
    answerMarks({ refusals: { [ticketCode(1)]: 'too-early' } });
    await press('签到：参加者1');
    expect(screen.getByText(`没有算数：${markRefusals['too-early']}`)).toBeTruthy();
    expect(screen.getByText('已到 0 人')).toBeTruthy();
    answerMarks();
    await press('签到：参加者1');
    expect(screen.queryByText(/没有算数/)).toBeNull();
    expect(screen.getByText('已到 1 人')).toBeTruthy();
  });

  it('is forgotten once the same ticket counts, also by another door', async () => {
    await openDoor(attendee(1));
    answerMarks({ refusals: { [ticketCode(5)]: 'unconfirmed' } });
    await byTicket(ticketCode(5));
    expect(said()).toContain(`没有算数。${markRefusals.unconfirmed}`);
    // Its holder confirms.
    answerList(attendee(1), attendee(5));
    act(() => stage.happen('pullDownRefresh'));
    await settled();
    expect(screen.getByText(`没有算数：${markRefusals.unconfirmed}`)).toBeTruthy();
    answerMarks();
    await byTicket(ticketCode(5));
    expect(said()).toContain('参加者5：已签到');
    expect(document.body.textContent).not.toContain('没有算数');
    await press('撤销：参加者5');
    expect(document.body.textContent).not.toContain('没有算数');

    answerMarks({ refusals: { [ticketCode(1)]: 'too-early' } });
    await press('签到：参加者1');
    expect(document.body.textContent).toContain('没有算数');
    answerList(attendee(1, { present: true, markedAt: '2017-09-12T13:55:00+08:00' }), attendee(5));
    act(() => stage.happen('pullDownRefresh'));
    await settled();
    expect(document.body.textContent).not.toContain('没有算数');
  });

  it('turns the door red, and leaves the list with whoever has cancelled, on whatever page', async () => {
    const rows = Array.from({ length: 22 }, (_, index) => attendee(index));
    await openDoor(...rows);
    answerMarks({ refusals: { [ticketCode(21)]: 'cancelled' } });
    answerList(...rows.slice(0, 21));
    await byTicket(ticketCode(21));
    expect(said()).toContain(`参加者21：没有算数。${markRefusals.cancelled}`);
    expect(said()).not.toContain('已签到');
    expect(screen.getByText('预约成功 21 人')).toBeTruthy();
    expect(screen.getByText('参加者21（手机尾号 1021）')).toBeTruthy();
    await press('知道了');
    expect(document.body.textContent).not.toContain('没有算数');
  });

  it('is said of those marked by the list, and undoing leaves it alone', async () => {
    await openDoor(attendee(1), attendee(2), attendee(3));
    answerMarks({ refusals: { [ticketCode(1)]: 'cancelled' } });
    answerList(attendee(2, { present: true, markedAt: '2017-09-12T13:55:00+08:00' }), attendee(3));
    await press('多人一起签到');
    for (const name of ['选择参加者1', '选择参加者2']) fireEvent.click(screen.getByRole('checkbox', { name }));
    await press('签到所选 2 人');
    expect(said()).toContain('已为 1 人签到。1 人没有算数');
    await press('撤销刚才的操作');
    expect(sentMarks().at(-1)).toMatchObject({ ticketCode: ticketCode(2), present: false });
    expect(sentMarks()).toHaveLength(3);
    answerMarks({ refusals: { [ticketCode(3)]: 'cancelled' } });
    answerList(attendee(2));
    await press('签到：参加者3');
    expect(said()).toContain(`参加者3：没有算数。${markRefusals.cancelled}`);
    expect(screen.queryByRole('button', { name: '撤销刚才的操作' })).toBeNull();
  });

  it.each(['unknown', 'other-event'] as const)('of a ticket that is not in the list says what the server says: %s', async (reason) => {
    await openDoor(attendee(1));
    answerMarks({ refusals: { [ticketCode(5)]: reason } });
    await byTicket(ticketCode(5));
    expect(screen.getByText(`凭证 ${formatTicketCode(ticketCode(5))}`)).toBeTruthy();
    expect(screen.getByText(`没有算数：${markRefusals[reason]}`)).toBeTruthy();
  });

  it('of a ticket booked since the list was read brings its holder into the list', async () => {
    await openDoor(attendee(1));
    stage.answer('check-in.list', () => ok(checkInList(attendee(1), attendee(5, { present: true }))));
    await byTicket(ticketCode(5));
    expect(shown()).toEqual(['签到：参加者1', '撤销：参加者5']);
    expect(screen.getByText('已到 1 人')).toBeTruthy();
  });

  it('is not made at an event that was cancelled', async () => {
    const list = checkInList(attendee(1));
    stage.answer('check-in.list', () => ok({ ...list, event: { ...list.event, cancelled: true } }));
    render(<CheckInPage />);
    await settled();
    expect(screen.getByText('这一场已经取消，不能签到。')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: '凭证号' })).toBeNull();
    await press('签到：参加者1');
    expect(sentMarks()).toEqual([]);
  });
});
