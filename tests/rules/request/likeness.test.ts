import fc from 'fast-check';
import { ageCounts } from '../../../src/domain/request/age';
import { likeness } from '../../../src/domain/request/likeness';
import { firstSurveyAt, nextRound } from '../../../src/domain/request/survey';

const words = fc.string({ unit: fc.constantFrom('质', '量', '安', '全', '海', '苔') });

describe('how much two texts say the same', () => {
  test.each([
    ['即食海苔想转内销', '即食海苔想转内销', 1],
    ['即食海苔，想转内销。', '即食海苔 想转内销', 1],
    ['ＧＢ７７１８ 标签', 'gb7718标签', 1],
    // 海苔 is one of three pairs and one of three.
    ['即食海苔', '海苔出口', 1 / 3],
    ['aaaa', 'aa', 0.5],
    ['即食海苔', '通关流程', 0],
    ['海', '海', 0],
    ['', '', 0],
  ])('%s · %s', (one, other, expected) => {
    expect(likeness(one, other)).toBeCloseTo(expected, 10);
  });

  test('lies between 0 and 1, whichever comes first, and is 1 for the same words', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const share = likeness(one, other);
        expect(share).toBe(likeness(other, one));
        expect(share >= 0 && share <= 1).toBe(true);
        expect(likeness(one, one)).toBe(one.length < 2 ? 0 : 1);
      }),
      { seed: 20170907 },
    );
  });
});

describe('the ages of open requests', () => {
  test('fall into the bucket whose last day they have not passed', () => {
    const days = [0, 3, 4, 7, 8, 15, 16, 30, 31, 400];
    expect(ageCounts(days.map((day) => ({ days: day, count: 1 }))).map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
    expect(ageCounts([{ days: 3, count: 5 }, { days: 31, count: 7 }]).map(({ count }) => count)).toEqual([5, 0, 0, 0, 7]);
    expect(ageCounts([]).map(({ label }) => label)).toEqual(['3 天以内', '4–7 天', '8–15 天', '16–30 天', '30 天以上']);
  });
});

describe('asking whether it helped', () => {
  const concluded = new Date('2017-09-07T09:00:00+08:00');
  test('begins thirty days after what may have helped', () => {
    const later = new Date('2017-10-07T09:00:00+08:00');
    expect([firstSurveyAt('resolved', concluded), firstSurveyAt('advised', concluded)]).toEqual([later, later]);
    expect([firstSurveyAt('not-our-duty', concluded), firstSurveyAt(null, concluded)]).toEqual([null, null]);
  });
  test('has two rounds', () => {
    expect([nextRound([]), nextRound([30]), nextRound([30, 90]), nextRound([90])]).toEqual([30, 90, null, 30]);
  });
});
