import { clockAfter, filedClock, isLate, stoppedClock, type PauseReason, type PromiseClock } from '../../../src/domain/request/promise-clock';
import { requestChanges, type RequestChange } from '../../../src/domain/request/state';

// September 2017 as it was worked: Saturday the 30th was.
const isWorkingDay = (date: string): boolean => date === '2017-09-30' || ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const promised = { answerWithin: 5, concludeWithin: 10 };

const after = (clock: PromiseClock, change: RequestChange, today: string, reason?: PauseReason): PromiseClock =>
  clockAfter(clock, { change, today, promised, ...(reason && { reason }) }, isWorkingDay);

const running = (dueOn: string): PromiseClock => ({ dueOn, workingDaysLeft: null, pausedFor: null });
const paused = (workingDaysLeft: number, pausedFor: PauseReason): PromiseClock => ({ dueOn: null, workingDaysLeft, pausedFor });

describe('the promise clock', () => {
  test('runs from the filing for the days in which an answer is promised', () => {
    expect(filedClock('2017-09-07', promised, isWorkingDay)).toEqual(running('2017-09-14'));
  });

  test.each<[string, RequestChange, PromiseClock, string, PromiseClock]>([
    ['accepted: the conclusion is promised', 'accept', running('2017-09-14'), '2017-09-11', running('2017-09-25')],
    ['reopened: an answer is promised anew', 'reopen', stoppedClock, '2017-09-11', running('2017-09-18')],
    ['returned: stands still with what is left', 'return', running('2017-09-14'), '2017-09-12', paused(2, 'completion')],
    ['returned on the due day', 'return', running('2017-09-14'), '2017-09-14', paused(0, 'completion')],
    ['returned late: stays late', 'return', running('2017-09-14'), '2017-09-18', paused(-2, 'completion')],
    ['completed: goes on with what was left', 'complete', paused(2, 'completion'), '2017-09-20', running('2017-09-22')],
    ['completed with nothing left: one working day', 'complete', paused(0, 'completion'), '2017-09-20', running('2017-09-21')],
    ['completed late: one working day, here a Saturday that is worked', 'complete', paused(-4, 'completion'), '2017-09-29', running('2017-09-30')],
    ['transferred: one promise, whoever keeps it', 'transfer', running('2017-09-14'), '2017-09-12', running('2017-09-14')],
    ['transferred while it stands still: goes on', 'transfer', paused(3, 'testing'), '2017-09-12', running('2017-09-15')],
    ['a visit agreed: stands still', 'schedule', running('2017-09-25'), '2017-09-20', paused(3, 'visit')],
    ['agreed anew: keeps what was left', 'schedule', paused(3, 'visit'), '2017-09-22', paused(3, 'visit')],
    ['visited: goes on', 'visit', paused(3, 'visit'), '2017-09-22', running('2017-09-27')],
    ['taken back: goes on', 'unschedule', paused(3, 'visit'), '2017-09-22', running('2017-09-27')],
    ['assigned: as it was', 'assign', running('2017-09-25'), '2017-09-20', running('2017-09-25')],
    ['resumed', 'resume', paused(1, 'other-authority'), '2017-09-22', running('2017-09-25')],
  ])('%s', (_, change, before, today, expected) => {
    expect(after(before, change, today)).toEqual(expected);
  });

  test('does not start anew when it is accepted again by another office', () => {
    const again = (clock: PromiseClock) => clockAfter(clock, { change: 'accept', again: true, today: '2017-09-20', promised }, isWorkingDay);
    expect(again(running('2017-09-25'))).toEqual(running('2017-09-25'));
    expect(again(paused(3, 'testing'))).toEqual(running('2017-09-25'));
  });

  test('stands still for the reason that was given', () => {
    expect(after(running('2017-09-14'), 'pause', '2017-09-11', 'testing')).toEqual(paused(3, 'testing'));
  });

  test.each(['decline', 'conclude', 'merge', 'withdraw', 'confirm'] as const)('%s stops it', (change) => {
    expect(after(running('2017-09-14'), change, '2017-09-11')).toEqual(stoppedClock);
    expect(after(paused(2, 'visit'), change, '2017-09-11')).toEqual(stoppedClock);
  });

  test('is in one of its three shapes after every change from every shape', () => {
    for (const change of requestChanges) {
      for (const before of [stoppedClock, running('2017-09-14'), paused(-1, 'visit'), paused(4, 'completion')]) {
        const { dueOn, workingDaysLeft, pausedFor } = after(before, change, '2017-09-12');
        expect([dueOn !== null, workingDaysLeft !== null].filter(Boolean).length).toBeLessThan(2);
        expect(pausedFor === null).toBe(workingDaysLeft === null);
      }
    }
  });

  test('is late from the day after the due day, and stays so while it stands still', () => {
    expect([isLate(running('2017-09-14'), '2017-09-14'), isLate(running('2017-09-14'), '2017-09-15')]).toEqual([false, true]);
    expect([isLate(paused(0, 'visit'), '2017-12-01'), isLate(paused(-1, 'visit'), '2017-09-15'), isLate(stoppedClock, '2017-09-15')]).toEqual([false, true, false]);
  });
});
