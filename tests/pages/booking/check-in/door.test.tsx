import { refused, stage } from '../../../support/taro/taro';
import { render, screen } from '@testing-library/react';
import { formatTicketCode, ticketText } from '../../../../src/domain/booking/ticket-code';
import CheckInPage from '../../../../src/newsroom/check-in';
import { attendee, ticketCode } from '../sample-event';
import { answerMarks, byTicket, openDoor, said, sentMarks, standAtNewDoor } from './scene';

beforeEach(() => void standAtNewDoor());

describe('the door', () => {
  it('checks in by the ticket’s code, however it comes, and counts', async () => {
    await openDoor(attendee(1), attendee(2), attendee(3));
    expect(screen.getByText('已到 0 人')).toBeTruthy();
    expect(screen.getByText('预约成功 3 人')).toBeTruthy();
    await byTicket(formatTicketCode(ticketCode(1)).toLowerCase());
    expect(said()).toContain('参加者1：已签到');
    await byTicket(ticketText(ticketCode(2)));
    expect(sentMarks()).toMatchObject([{ ticketCode: ticketCode(1), present: true }, { ticketCode: ticketCode(2), present: true }]);
    expect(screen.queryByText(/待同步/)).toBeNull();
  });

  it('says of a ticket that was used before, and of what is no ticket', async () => {
    await openDoor(attendee(1, { present: true, markedAt: '2017-09-12T13:20:00+08:00' }));
    await byTicket(ticketCode(1));
    expect(said()).toContain('参加者1：此前 13:20 已经签到');
    await byTicket('https://example.com');
    expect(said()).toContain('这不是入场凭证');
    expect(sentMarks()).toEqual([]);
  });

  it('says of a ticket that another door has checked in since the list was read', async () => {
    await openDoor(attendee(1), attendee(2));
    answerMarks({ before: { [ticketCode(1)]: '2017-09-12T13:02:00+08:00' } });
    await byTicket(ticketCode(1));
    expect(said()).toContain('参加者1：此前 13:02 已经签到');
    await byTicket(ticketCode(2));
    expect(said()).toContain('参加者2：已签到');
    expect(said()).not.toContain('此前');
  });

  it('is the staff’s', async () => {
    stage.answer('check-in.list', () => refused('forbidden', '只有主办单位的工作人员才能管理这一场。'));
    render(<CheckInPage />);
    expect(await screen.findByText('这里供工作人员使用')).toBeTruthy();
  });
});
