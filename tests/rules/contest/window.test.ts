import { acceptsUntil, attemptsLeft, contestPhase, deadlineOf, usedMs } from '../../../src/domain/contest/window';

const at = (time: string): Date => new Date(`2017-09-07T${time}+08:00`);
const window = { opensAt: at('09:00:00.000'), closesAt: at('18:00:00.000') };
const QUARTER = 15 * 60_000;

describe('the window', () => {
  test.each([
    ['08:59:59.999', 'before'],
    ['09:00:00.000', 'open'],
    ['17:59:59.999', 'open'],
    ['18:00:00.000', 'closed'],
  ])('at %s is %s', (time, phase) => {
    expect(contestPhase(window, at(time))).toBe(phase);
  });
});

describe('the deadline', () => {
  test('is the whole duration away', () => {
    expect(deadlineOf(at('10:00:00.000'), QUARTER, window.closesAt)).toEqual(at('10:15:00.000'));
    expect(deadlineOf(at('17:45:00.000'), QUARTER, window.closesAt)).toEqual(at('18:00:00.000'));
  });

  test('is the closing for who starts shortly before it', () => {
    expect(deadlineOf(at('17:45:00.001'), QUARTER, window.closesAt)).toEqual(window.closesAt);
    expect(deadlineOf(at('17:59:59.999'), QUARTER, window.closesAt)).toEqual(window.closesAt);
  });

  test('is followed by the grace, in which answers are still taken', () => {
    expect(acceptsUntil(at('10:15:00.000'), 10_000)).toEqual(at('10:15:10.000'));
    expect(acceptsUntil(at('10:15:00.000'), 0)).toEqual(at('10:15:00.000'));
  });
});

describe('the time used', () => {
  test.each([
    ['10:05:00.250', 300_250],
    ['10:15:00.000', QUARTER],
    ['10:15:08.000', QUARTER],
    ['09:59:59.000', 0],
  ])('handed in at %s', (submitted, expected) => {
    expect(usedMs(at('10:00:00.000'), at(submitted), at('10:15:00.000'))).toBe(expected);
  });
});

describe('attempts left', () => {
  test.each([
    [{ today: 0, inAll: 0 }, { today: 2, inAll: 6 }],
    [{ today: 1, inAll: 3 }, { today: 1, inAll: 3 }],
    [{ today: 2, inAll: 2 }, { today: 0, inAll: 4 }],
    [{ today: 0, inAll: 5 }, { today: 1, inAll: 1 }],
    [{ today: 0, inAll: 6 }, { today: 0, inAll: 0 }],
    // The content may have lowered a limit before the first attempt was counted.
    [{ today: 3, inAll: 7 }, { today: 0, inAll: 0 }],
  ])('after %j', (used, left) => {
    expect(attemptsLeft({ attemptsPerDay: 2, attemptsInAll: 6 }, used)).toEqual(left);
  });
});
