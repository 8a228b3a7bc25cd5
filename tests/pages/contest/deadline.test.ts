import '../../support/taro/taro';
import { deadlineIn } from '../../../src/platform/contest/deadline';

const START = 1_000_000;

/** A deadline told to a device whose clock the test moves. */
function opened(remainingMs: number, sentAt = START, receivedAt = START) {
  let now = receivedAt;
  const deadline = deadlineIn(remainingMs, sentAt, () => now);
  return {
    deadline,
    left: deadline.left,
    at: (instant: number) => {
      now = instant;
    },
  };
}

describe('the deadline by a device’s own clock', () => {
  it('promises no time that the answer’s way may have taken', () => {
    const { left } = opened(60_000, START, START + 3000);
    expect(left()).toBe(57_000);
  });

  it('stands while the server’s words leave it possible', () => {
    const { deadline, left, at } = opened(60_000);
    at(START + 10_000);
    // Sent at 8 s and received at 10 s, so the server said it in between.
    deadline.correct(51_000, START + 8000);
    expect(left()).toBe(50_000);
  });

  it('is put right when the device’s clock was set forward', () => {
    const { deadline, left, at } = opened(60_000);
    at(START + 3_600_000);
    expect(left()).toBe(0);
    deadline.correct(59_000, START + 3_600_000);
    expect(left()).toBe(59_000);
  });

  it('is put right when the device’s clock was set back', () => {
    const { deadline, left, at } = opened(60_000);
    at(START - 3_600_000);
    expect(left()).toBe(3_660_000);
    deadline.correct(59_000, START - 3_600_000);
    expect(left()).toBe(59_000);
  });

  it('is never below zero, and tells whoever draws it of a correction', () => {
    const { deadline, left, at } = opened(1000);
    const listener = jest.fn();
    const stop = deadline.onCorrection(listener);
    at(START + 5000);
    deadline.correct(0, START + 5000);
    stop();
    deadline.correct(0, START + 5000);
    expect(left()).toBe(0);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
