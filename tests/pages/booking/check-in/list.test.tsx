import { refused, settled, stage } from '../../../support/taro/taro';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import CheckInPage from '../../../../src/newsroom/check-in';
import { attendee, ticketCode } from '../sample-event';
import { byTicket, openDoor, press, said, sentMarks, shown, standAtNewDoor, type } from './scene';

beforeEach(() => void standAtNewDoor());

describe('the list', () => {
  it('finds people by name, firm and the phone’s last digits', async () => {
    await openDoor(attendee(1, { firmName: '天津示例食品有限公司' }), attendee(2), attendee(3));
    type('按名单签到', '示例食品');
    expect(shown()).toEqual(['签到：参加者1']);
    type('按名单签到', '1002');
    expect(shown()).toEqual(['签到：参加者2']);
    type('按名单签到', '参加者');
    expect(shown()).toHaveLength(3);
  });

  it('shows twenty people at a time', async () => {
    await openDoor(...Array.from({ length: 22 }, (_, index) => attendee(index)));
    expect(shown()).toHaveLength(20);
    await press('下一页');
    expect(shown()).toEqual(['签到：参加者20', '签到：参加者21']);
  });

  it('checks in several at once, and takes that back', async () => {
    await openDoor(attendee(1), attendee(2), attendee(3));
    await press('多人一起签到');
    for (const name of ['选择参加者1', '选择参加者3']) fireEvent.click(screen.getByRole('checkbox', { name }));
    await press('签到所选 2 人');
    expect(screen.getByText('已到 2 人')).toBeTruthy();
    expect(said()).toContain('已为 2 人签到。');
    await press('撤销刚才的操作');
    expect(screen.getByText('已到 0 人')).toBeTruthy();
    expect(sentMarks().map(({ present }) => present)).toEqual([true, true, false, false]);
    const [first, , back] = sentMarks();
    expect(new Date(back?.at ?? '').getTime()).toBeGreaterThan(new Date(first?.at ?? '').getTime());
  });

  it('checks in of those chosen who has not come by the ticket meanwhile, and takes back no more than that', async () => {
    await openDoor(attendee(1), attendee(2));
    await press('多人一起签到');
    for (const name of ['选择参加者1', '选择参加者2']) fireEvent.click(screen.getByRole('checkbox', { name }));
    await byTicket(ticketCode(1));
    await press('签到所选 1 人');
    expect(said()).toContain('已为参加者2签到。');
    await press('撤销刚才的操作');
    expect(screen.getByText('已到 1 人')).toBeTruthy();
    expect(sentMarks().map(({ ticketCode: code, present }) => [code, present])).toEqual([[ticketCode(1), true], [ticketCode(2), true], [ticketCode(2), false]]);
  });

  it('takes one check-in back with a later mark, whatever the clock of the other device said', async () => {
    await openDoor(attendee(1, { present: true, markedAt: '2017-09-12T13:59:00+08:00' }));
    await press('撤销：参加者1');
    expect(sentMarks()).toMatchObject([{ present: false, at: '2017-09-12T13:59:01+08:00' }]);
    expect(screen.getByText('已到 0 人')).toBeTruthy();
  });

  it('says that the list is not kept where the device has no room', async () => {
    stage.storageBroken = true;
    await openDoor(attendee(1));
    expect(screen.getByText(/名单没有保存在本机/)).toBeTruthy();
    expect(shown()).toEqual(['签到：参加者1']);
  });

  it.each(['forbidden', 'not_found'] as const)('keeps no list of people for who has no business there any more: %s', async (code) => {
    await openDoor(attendee(1));
    cleanup();
    expect(JSON.stringify(localStorage)).toContain('参加者1');
    stage.answer('check-in.list', () => refused(code, '没有找到这一场。'));
    render(<CheckInPage />);
    await settled();
    expect(shown()).toEqual([]);
    expect(JSON.stringify(localStorage)).not.toContain('参加者1');
  });
});
