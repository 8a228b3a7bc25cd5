import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Input } from '../../../src/contract/actions';
import type { CheckInRow, MarkResult } from '../../../src/contract/booking/check-in';
import { markRefusals, type MarkRefusal } from '../../../src/domain/booking/marks';
import { formatTicketCode, ticketText } from '../../../src/domain/booking/ticket-code';
import CheckInPage from '../../../src/newsroom/check-in';
import { resumeCheckIns } from '../../../src/platform/booking/check-in-queue';
import { keepList, keepMark } from '../../../src/platform/booking/kept-check-in';
import { forgetPerson } from '../../../src/platform/request/filing';
import { attendee, checkInList, staffId, ticketCode } from './sample-event';

type Mark = Input<'check-in.sync'>['marks'][number];

let doors = 0;
let eventId = '';
/** Tickets that the server has as present. */
let here = new Set<string>();

// A door's marks live as long as the app, so each test stands at another one.
beforeEach(() => {
  stage.reset();
  here = new Set();
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

interface Told {
  /** By ticket. */
  readonly refusals?: Readonly<Record<string, MarkRefusal>>;
  /** By ticket: when another door had checked it in. */
  readonly before?: Readonly<Record<string, string>>;
}

/** The server at the other end: it has the list, takes marks of it and refuses what the test names. */
function answerMarks({ refusals = {}, before = {} }: Told = {}) {
  stage.answer('check-in.sync', ({ marks }) => {
    const results = marks.map(({ markId, ticketCode: code, present }): MarkResult => {
      const reason = refusals[code];
      if (reason === undefined) here[present ? 'add' : 'delete'](code);
      return reason === undefined ? { markId, ok: true, present, presentBefore: before[code] ?? null } : { markId, ok: false, reason, message: markRefusals[reason] };
    });
    return ok({ results, presentCount: here.size });
  });
}

function answerList(...rows: CheckInRow[]) {
  for (const row of rows) if (row.present) here.add(row.ticketCode);
  stage.answer('check-in.list', () => ok(checkInList(...rows.map((row) => (here.has(row.ticketCode) ? { ...row, present: true, markedAt: row.markedAt ?? '2017-09-12T13:50:00+08:00' } : { ...row, present: false })))));
}

async function openDoor(...rows: CheckInRow[]) {
  answerList(...rows);
  answerMarks();
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

  it('says that the list is not kept where the device has no room', async () => {
    stage.storageBroken = true;
    await openDoor(attendee(1));
    expect(screen.getByText(/名单没有保存在本机/)).toBeTruthy();
    expect(shown()).toEqual(['签到：参加者1']);
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

describe('without a network', () => {
  it('marks are kept and shown, and sent by themselves when it is back', async () => {
    await openDoor(attendee(1), attendee(2));
    stage.goOffline('check-in.sync');
    await byTicket(ticketCode(1));
    expect(said()).toContain('参加者1：已签到，待同步');
    await press('签到：参加者2');
    expect(said()).toContain('已为参加者2签到，待同步。');
    expect(screen.getByText('已到 2 人')).toBeTruthy();
    expect(said()).toContain('待同步 2 条');
    expect(screen.getAllByText('已到，待同步')).toHaveLength(2);
    answerMarks();
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
    keepMark({ eventId, personId: staffId }, { mark: { markId: '0f6a3f0a-6f0b-4b57-8f57-000000000001', ticketCode: ticketCode(1), present: true, at: '2017-09-12T13:50:00+08:00' }, refusal: null });
    answerMarks();
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
    answerMarks();
    await press('现在同步');
    expect(said()).not.toContain('待同步');
  });
});

describe('what the device keeps', () => {
  const over = () => ({ list: checkInList(attendee(1)), clockAhead: new Date('2017-09-20T09:00:00+08:00').getTime() - Date.now() });
  const unsent = (code: string) => ({ mark: { markId: '0f6a3f0a-6f0b-4b57-8f57-000000000009', ticketCode: code, present: true, at: '2017-09-12T13:50:00+08:00' }, refusal: null });

  it('of an event that is over goes when the app is opened days later', () => {
    keepList(eventId, over());
    keepMark({ eventId, personId: staffId }, { ...unsent(ticketCode(1)), refusal: markRefusals.cancelled });
    resumeCheckIns();
    expect(JSON.stringify(localStorage)).not.toContain(eventId);
  });

  it('stays while a mark waits there to be sent', async () => {
    keepList(eventId, over());
    keepMark({ eventId, personId: staffId }, unsent(ticketCode(1)));
    resumeCheckIns();
    await settled();
    expect(JSON.stringify(localStorage)).toContain('参加者1');
    expect(JSON.stringify(localStorage)).toContain('000000000009');
  });

  it('is nobody else’s to send: marks wait for whoever made them', async () => {
    await openDoor(attendee(1));
    stage.goOffline('check-in.sync');
    await press('签到：参加者1');
    cleanup();
    forgetPerson();
    stage.answer('check-in.sync', ({ personId }) => (personId === staffId ? refused('forbidden', '这些签到是另一位工作人员记下的。') : ok({ results: [], presentCount: 0 })));
    const next = '5b0c7d1e-3f57-4c1b-9d0a-7a2f4f6e0c99';
    stage.answer('check-in.list', () => ok({ ...checkInList(attendee(1)), personId: next }));
    render(<CheckInPage />);
    await settled();
    expect(said()).not.toContain('待同步');
    cleanup();
    forgetPerson();
    answerList(attendee(1));
    answerMarks();
    render(<CheckInPage />);
    await settled();
    expect(stage.sentTo('check-in.sync').at(-1)).toMatchObject({ input: { personId: staffId, marks: [{ ticketCode: ticketCode(1) }] } });
    expect(screen.getByText('已到 1 人')).toBeTruthy();
  });

  it('is the work of both tabs that are open at one door', async () => {
    const door = { eventId, personId: staffId };
    const openTab = async () => {
      jest.resetModules();
      return (await import('../../../src/platform/booking/check-in-queue')).checkInQueue(door);
    };
    const tabs = [await openTab(), await openTab()];
    expect(tabs[0]).not.toBe(tabs[1]);
    for (const [index, tab] of tabs.entries()) tab.add([{ ...unsent(ticketCode(index)).mark, markId: `0f6a3f0a-6f0b-4b57-8f57-00000000000${index}` }]);
    await settled();
    const later = (await openTab()).read().marks;
    expect(later.map(({ mark }) => mark.ticketCode).sort()).toEqual([ticketCode(0), ticketCode(1)].sort());
  });
});

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
