import { addDays } from '../../src/domain/china-time';
import { dailyQuestion, streakDays } from '../../src/domain/daily-question';

const first = '2017-09-01';
const ids = Array.from({ length: 12 }, (_, index) => `q-${index}`);
const days = (count: number, from = first): string[] => Array.from({ length: count }, (_, index) => addDays(from, index));
const asked = (campaign: string, bank: readonly string[], on: readonly string[]) => on.map((day) => dailyQuestion(campaign, first, day, bank));

describe('the question of the day', () => {
  test('follows from the campaign and the day, whatever the order of the bank', () => {
    expect(asked('a', [...ids].reverse(), days(30))).toEqual(asked('a', ids, days(30)));
    expect(asked('b', ids, days(12))).not.toEqual(asked('a', ids, days(12)));
  });

  test('repeats none before all were asked, in the first round and in every other', () => {
    for (const round of [-2, -1, 0, 1, 2, 30]) {
      expect(new Set(asked('a', ids, days(12, addDays(first, round * 12))))).toEqual(new Set(ids));
    }
  });

  test('comes in another order in another round', () => {
    expect(asked('a', ids, days(12, addDays(first, 12)))).not.toEqual(asked('a', ids, days(12)));
  });

  test('moves up by a day when one before it is taken back', () => {
    const [taken = '', ...rest] = asked('a', ids, days(12)).map(String);
    expect(asked('a', ids.filter((id) => id !== taken), days(11))).toEqual(rest);
  });

  test('is none without questions', () => {
    expect(dailyQuestion('a', first, first, [])).toBeNull();
  });
});

describe('the streak', () => {
  test.each<[string, string[], number]>([
    ['nothing answered', [], 0],
    ['today only', ['09-07'], 1],
    ['up to yesterday, today still to come', ['09-06', '09-05'], 2],
    ['up to today', ['09-07', '09-06', '09-05'], 3],
    ['broken before', ['09-07', '09-05', '09-04'], 1],
    ['broken by a whole day', ['09-05', '09-04'], 0],
    ['over the end of a month', ['09-07', '09-06', '09-05', '09-04', '09-03', '09-02', '09-01', '08-31'], 8],
  ])('%s', (_, answered, expected) => {
    expect(streakDays(answered.map((day) => `2017-${day}`), '2017-09-07')).toBe(expected);
  });
});
