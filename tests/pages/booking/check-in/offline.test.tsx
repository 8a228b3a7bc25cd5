import { ok, refused, settled, stage } from '../../../support/taro/taro';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { Input } from '../../../../src/contract/actions';
import { markRefusals } from '../../../../src/domain/booking/marks';
import CheckInPage from '../../../../src/newsroom/check-in';
import { resumeCheckIns } from '../../../../src/platform/booking/check-in-queue';
import { keepList, keepMark } from '../../../../src/platform/booking/kept-check-in';
import { forgetPerson } from '../../../../src/platform/request/filing';
import { attendee, checkInList, staffId, ticketCode } from '../sample-event';
import { answerList, answerMarks, byTicket, openDoor, press, said, sentMarks, shown, standAtNewDoor } from './scene';

let eventId = '';

beforeEach(() => {
  eventId = standAtNewDoor();
});

const networkReturns = async () => {
  act(() => void window.dispatchEvent(new Event('online')));
  await settled();
};

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
      return (await import('../../../../src/platform/booking/check-in-queue')).checkInQueue(door);
    };
    const tabs = [await openTab(), await openTab()];
    expect(tabs[0]).not.toBe(tabs[1]);
    for (const [index, tab] of tabs.entries()) tab.add([{ ...unsent(ticketCode(index)).mark, markId: `0f6a3f0a-6f0b-4b57-8f57-00000000000${index}` }]);
    await settled();
    const later = (await openTab()).read().marks;
    expect(later.map(({ mark }) => mark.ticketCode).sort()).toEqual([ticketCode(0), ticketCode(1)].sort());
  });
});
