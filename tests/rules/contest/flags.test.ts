import { flagsOf, type Conduct, type Flag } from '../../../src/domain/contest/flags';

const limits = { hiddenTimes: 5, secondsPerQuestion: 2 };
const usual: Conduct = { hiddenCount: 0, usedMs: 300_000, questionCount: 20, passed: true };

describe('flags', () => {
  test.each<[string, Partial<Conduct>, Flag[]]>([
    ['an ordinary attempt', {}, []],
    ['the page out of sight four times', { hiddenCount: 4 }, []],
    ['the page out of sight five times', { hiddenCount: 5 }, ['often-hidden']],
    ['exactly two seconds a question', { usedMs: 40_000 }, []],
    ['a millisecond less', { usedMs: 39_999 }, ['too-fast']],
    // Whoever gives up at once has been fast too, and gained nothing by it.
    ['as fast without a pass', { usedMs: 10_000, passed: false }, []],
    ['both', { hiddenCount: 7, usedMs: 10_000 }, ['often-hidden', 'too-fast']],
  ])('of %s', (_, conduct, flags) => {
    expect(flagsOf({ ...usual, ...conduct }, limits)).toEqual(flags);
  });
});
