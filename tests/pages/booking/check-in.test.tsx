import { ok, refused, settled, stage } from '../../support/taro';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Input } from '../../../src/contract/actions';
import type { CheckInRow, MarkResult } from '../../../src/contract/booking/check-in';
import { markRefusals, type MarkRefusal } from '../../../src/domain/booking/marks';
import { formatTicketCode, ticketText } from '../../../src/domain/booking/ticket-code';
import CheckInPage from '../../../src/newsroom/check-in';
import { resumeCheckIns } from '../../../src/platform/booking/check-in-queue';
import { keepMarks } from '../../../src/platform/booking/kept-check-in';
import { attendee, checkInList, ticketCode } from './sample-event';

type Mark = Input<'check-in.sync'>['marks'][number];

let doors = 0;
let eventId = '';

// A door's marks live as long as the app, so each test stands at another one.
beforeEach(() => {
  stage.reset();
  doors += 1;
  eventId = `5b0c7d1e-3f57-4c1b-8d0a-${String(doors).padStart(12, '0')}`;
  stage.params = { id: eventId };
});

const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const byTicket = async (text: string) => {
  type('凭证号', text);
  await press('按凭证号签到');
};
const said = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent).join(' ');
const sentMarks = (): Mark[] => stage.sentTo('check-in.sync').flatMap(({ input }) => (input as Input<'check-in.sync'>).marks);
const shown = () => screen.queryAllByRole('button', { name: /^(签到|撤销)：/ }).map((button) => button.getAttribute('aria-label'));

const networkReturns = async () => {
  act(() => void window.dispatchEvent(new Event('online')));
  await settled();
};

/** The server at the other end: it takes what is booked and refuses what the test names. */
function answerMarks(rows: readonly CheckInRow[], refusals: Readonly<Record<string, MarkRefusal>> = {}) {
  stage.answer('check-in.sync', ({ marks }) => {
    const results = marks.map((mark): MarkResult => {
      const key = 'bookingId' in mark ? mark.bookingId : mark.ticketCode;
      const reason = refusals[key];
      if (reason !== undefined) return { markId: mark.markId, ok: false, reason, message: markRefusals[reason] };
      const row = rows.find((one) => one.bookingId === key || one.ticketCode === key);
      return { markId: mark.markId, ok: true, bookingId: row?.bookingId ?? key, present: mark.present };
    });
    return ok({ results, presentCount: results.filter((result) => result.ok && result.present).length });
  });
}

async function openDoor(...rows: CheckInRow[]) {
  stage.answer('check-in.list', () => ok(checkInList(...rows)));
  answerMarks(rows);
  render(<CheckInPage />);
  await settled();
}

describe('the door', () => {
  it('checks in by the ticket’s code, however it comes, and counts', async () => {
    await openDoor(attendee(1), attendee(2), attendee(3));
    expect(screen.getByText('已到 0 人')).toBeTruthy();
    expect(screen.getByText('预约成功 3 人')).toBeTruthy();
    await byTicket(formatTicketCode(ticketCode(1)).toLowerCase());
    expect(said()).toContain('参加者1：已签到');
    await byTicket(ticketText(ticketCode(2)));
    expect(sentMarks()).toMatchObject([{ bookingId: attendee(1).bookingId, present: true }, { bookingId: attendee(2).bookingId, present: true }]);
    expect(screen.queryByText(/待同步/)).toBeNull();
  });

  it('says of a ticket that was used before, and of what is no ticket', async () => {
    await openDoor(attendee(1, { present: true, markedAt: '2017-09-12T13:20:00+08:00' }));
    await byTicket(ticketCode(1));
    expect(said()).toContain('参加者1：此前已经签到');
    await byTicket('https://example.com');
    expect(said()).toContain('这不是入场凭证');
    expect(sentMarks()).toEqual([]);
  });

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
    const rows = [attendee(1), attendee(2), attendee(3)];
    await openDoor(...rows);
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

  it('takes one check-in back with a later mark, whatever the clock of the other device said', async () => {
    await openDoor(attendee(1, { present: true, markedAt: '2017-09-12T13:59:00+08:00' }));
    await press('撤销：参加者1');
    expect(sentMarks()).toMatchObject([{ present: false, at: '2017-09-12T13:59:01+08:00' }]);
    expect(screen.getByText('已到 0 人')).toBeTruthy();
  });

  it('is the staff’s', async () => {
    stage.answer('check-in.list', () => refused('forbidden', '只有主办单位的工作人员才能管理这一场。'));
    render(<CheckInPage />);
    expect(await screen.findByText('这里供工作人员使用')).toBeTruthy();
  });
});

describe('without a network', () => {
  it('marks are kept and shown, and sent by themselves when it is back', async () => {
    const rows = [attendee(1), attendee(2)];
    await openDoor(...rows);
    stage.goOffline('check-in.sync');
    await byTicket(ticketCode(1));
    await press('签到：参加者2');
    expect(screen.getByText('已到 2 人')).toBeTruthy();
    expect(said()).toContain('待同步 2 条');
    expect(screen.getAllByText('已到，待同步')).toHaveLength(2);
    answerMarks(rows);
    await networkReturns();
    expect(said()).not.toContain('待同步');
    const tries = stage.sentTo('check-in.sync').map(({ input }) => input as Input<'check-in.sync'>);
    // The same marks again, so that one of which only the answer was lost counts once.
    expect(tries.at(-1)?.marks.map(({ markId }) => markId)).toEqual(expect.arrayContaining(tries[0]?.marks.map(({ markId }) => markId) ?? []));
    expect(tries.at(-1)?.marks).toHaveLength(2);
  });

  it('the list is the one that the device kept', async () => {
    await openDoor(attendee(1));
    cleanup();
    stage.goOffline('check-in.list');
    render(<CheckInPage />);
    await settled();
    expect(screen.getByText(/名单是 9 月 12 日 13:30 保存在本机的/)).toBeTruthy();
    expect(shown()).toEqual(['签到：参加者1']);
  });

  it('there is nothing to show where no list was read', async () => {
    render(<CheckInPage />);
    await settled();
    expect(said()).toContain('没有连上服务');
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
  });

  it('marks of an app that was closed go out when it is opened again', async () => {
    keepMarks(eventId, [{ mark: { markId: '0f6a3f0a-6f0b-4b57-8f57-000000000001', bookingId: attendee(1).bookingId, present: true, at: '2017-09-12T13:50:00+08:00' }, refusal: null }]);
    answerMarks([attendee(1)]);
    resumeCheckIns();
    await settled();
    expect(sentMarks()).toMatchObject([{ markId: '0f6a3f0a-6f0b-4b57-8f57-000000000001' }]);
    expect(JSON.stringify(localStorage)).not.toContain('000000000001');
  });

  it('a mark that the whole server refuses waits for a tap', async () => {
    await openDoor(attendee(1));
    stage.answer('check-in.sync', () => refused('forbidden', '只有主办单位的工作人员才能管理这一场。'));
    await press('签到：参加者1');
    expect(said()).toContain('待同步 1 条。只有主办单位的工作人员才能管理这一场。');
    answerMarks([attendee(1)]);
    await press('现在同步');
    expect(said()).not.toContain('待同步');
  });
});

describe('a mark that does not count', () => {
  it('says why beside the person, and can be tried again', async () => {
    const rows = [attendee(1), attendee(2)];
    await openDoor(...rows);
    answerMarks(rows, { [attendee(1).bookingId]: 'cancelled' });
    await press('签到：参加者1');
    expect(screen.getByText(`没有算数：${markRefusals.cancelled}`)).toBeTruthy();
    expect(screen.getByText('已到 0 人')).toBeTruthy();
    answerMarks(rows);
    await press('签到：参加者1');
    expect(screen.queryByText(/没有算数/)).toBeNull();
    expect(screen.getByText('已到 1 人')).toBeTruthy();
  });

  it('keeps the name of whoever has left the list meanwhile', async () => {
    await openDoor(attendee(1), attendee(2));
    answerMarks([], { [attendee(1).bookingId]: 'cancelled' });
    await press('签到：参加者1');
    stage.answer('check-in.list', () => ok(checkInList(attendee(2))));
    act(() => stage.happen('pullDownRefresh'));
    await settled();
    expect(screen.getByText('参加者1（手机尾号 1001）')).toBeTruthy();
    expect(screen.getByText('预约成功 1 人')).toBeTruthy();
    await press('知道了');
    expect(screen.queryByText(/没有算数/)).toBeNull();
  });

  it.each(['unknown', 'other-event'] as const)('of a ticket that is not in the list says what the server says: %s', async (reason) => {
    await openDoor(attendee(1));
    answerMarks([], { [ticketCode(5)]: reason });
    await byTicket(ticketCode(5));
    expect(screen.getByText(`凭证 ${formatTicketCode(ticketCode(5))}`)).toBeTruthy();
    expect(screen.getByText(`没有算数：${markRefusals[reason]}`)).toBeTruthy();
  });

  it('of a ticket booked since the list was read brings its holder into the list', async () => {
    await openDoor(attendee(1));
    answerMarks([attendee(5)]);
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
