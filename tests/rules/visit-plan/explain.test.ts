import { explain } from '../../../src/domain/visit-plan/explain';
import type { Assignment, PlanInput } from '../../../src/domain/visit-plan/types';
import { anExpert, anInput, aRequest, nextMonday, tuesdayAfternoon, tuesdayMorning } from './sample-plan';

const visit = (requestId: string, expertId = 'wang', slot = tuesdayMorning): Assignment => ({ requestId, expertId, slot });

describe('why a request is left out', () => {
  const leftOut = (input: PlanInput, assignments: readonly Assignment[] = []) => explain(input, assignments).leftOut;

  test.each<[cause: string, input: PlanInput]>([
    ['field', anInput({ requests: [aRequest('bakery', { subjectId: 'tyres' })] })],
    ['district', anInput({ requests: [aRequest('bakery', { areaId: 'nankai' })] })],
    ['not-free', anInput({ experts: [anExpert('wang', { free: [] })] })],
    ['weekly-limit', anInput({ slots: [tuesdayMorning], experts: [anExpert('wang', { weeklyLimit: 0 })] })],
    ['excluded', anInput({ slots: [tuesdayMorning], requests: [aRequest('bakery', { excludedExpertIds: ['wang'] })] })],
    ['excluded', anInput({ slots: [tuesdayMorning], excludes: [{ expertId: 'wang' }] })],
  ])('%s, which relaxed alone lets 王 come', (kind, input) => {
    expect(leftOut(input)).toEqual([{ requestId: 'bakery', causes: [{ kind, expertIds: ['wang'] }], blocks: [] }]);
  });

  const busy = anInput({ slots: [tuesdayMorning], requests: [aRequest('bakery'), aRequest('mill', { weight: 3 })], shareLimit: 1 });
  const other = { ...busy, requests: [aRequest('bakery'), aRequest('mill', { weight: 3, subjectId: 'tyres' })] };
  const versatile = { ...other, experts: [anExpert('wang', { subjectIds: ['food', 'tyres'] })] };
  const toTheMill = { expertId: 'wang', slot: tuesdayMorning, requestIds: ['mill'] };

  test('the only half-day goes to a more urgent request', () => {
    expect(leftOut(versatile, [visit('mill')])).toEqual([{ requestId: 'bakery', causes: [{ kind: 'competition', visits: [toTheMill] }], blocks: [] }]);
  });

  test('the only half-day is pinned to another', () => {
    const input = { ...versatile, pins: [{ requestId: 'mill' }] };
    expect(leftOut(input, [visit('mill')])).toMatchObject([{ causes: [{ kind: 'pinned', visits: [toTheMill] }] }]);
  });

  test('the visit to the neighbour is full', () => {
    expect(leftOut(busy, [visit('mill')])).toMatchObject([
      { causes: [{ kind: 'share-limit', visits: [toTheMill] }, { kind: 'competition', visits: [toTheMill] }] },
    ]);
  });

  test('nobody of another field has time either: no single cause is enough', () => {
    const input = anInput({ experts: [anExpert('wang', { free: [] })], requests: [aRequest('bakery', { subjectId: 'tyres' })] });
    expect(leftOut(input)).toEqual([{ requestId: 'bakery', causes: [], blocks: ['field', 'not-free'] }]);
  });
});

describe('why a request is visited so', () => {
  const served = (input: PlanInput, assignments: readonly Assignment[]) => explain(input, assignments).served;

  test('how many fit and are free, who shares, whether it is pinned', () => {
    const input = anInput({
      experts: [anExpert('wang'), anExpert('li', { free: [nextMonday] }), anExpert('zhao', { subjectIds: ['tyres'] })],
      requests: [aRequest('bakery'), aRequest('mill')],
      pins: [{ requestId: 'mill' }],
    });
    expect(served(input, [visit('bakery'), visit('mill')])).toEqual([
      { ...visit('bakery'), pinned: false, fitting: 2, free: 1, sharedWith: ['mill'], preference: { kind: 'none' } },
      { ...visit('mill'), pinned: true, fitting: 2, free: 1, sharedWith: ['bakery'], preference: { kind: 'none' } },
    ]);
  });

  test.each([
    ['met', [tuesdayMorning.date], { kind: 'met' }],
    ['nobody free on it', ['2017-09-13'], { kind: 'nobody-free' }],
    [
      'others first',
      [nextMonday.date],
      { kind: 'others-first', visits: [{ expertId: 'wang', slot: nextMonday, requestIds: ['mill'] }] },
    ],
  ])('the preferred date: %s', (_, preferredDates, preference) => {
    const input = anInput({
      experts: [anExpert('wang', { areaIds: [], free: [tuesdayMorning, tuesdayAfternoon, nextMonday] })],
      requests: [aRequest('bakery', { preferredDates }), aRequest('mill', { areaId: 'nankai', preferredDates: [nextMonday.date] })],
    });
    expect(served(input, [visit('bakery'), visit('mill', 'wang', nextMonday)])[0]?.preference).toEqual(preference);
  });
});
