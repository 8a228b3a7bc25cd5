import type { Assignment, PlanInput } from '../../../src/domain/visit-plan/types';
import { violations } from '../../../src/domain/visit-plan/violations';
import { anExpert, anInput, aRequest, nextMonday, tuesdayAfternoon, tuesdayMorning } from './sample-plan';

const visit = (requestId: string, expertId = 'wang', slot = tuesdayMorning): Assignment => ({ requestId, expertId, slot });

const kinds = (input: PlanInput, assignments: readonly Assignment[]) => violations(input, assignments).map(({ kind }) => kind);

test('a visit by an expert of the field and the district in a free half-day breaks nothing', () => {
  expect(kinds(anInput({}), [visit('bakery')])).toEqual([]);
});

test.each<[kind: string, input: PlanInput, assignments: Assignment[]]>([
  ['unknown', anInput({}), [visit('bakery', 'nobody')]],
  ['unknown', anInput({}), [visit('nothing')]],
  ['twice', anInput({ experts: [anExpert('wang'), anExpert('li')] }), [visit('bakery'), visit('bakery', 'li')]],
  ['field', anInput({ requests: [aRequest('bakery', { subjectId: 'tyres' })] }), [visit('bakery')]],
  ['district', anInput({ requests: [aRequest('bakery', { areaId: 'nankai' })] }), [visit('bakery')]],
  ['excluded', anInput({ requests: [aRequest('bakery', { excludedExpertIds: ['wang'] })] }), [visit('bakery')]],
  ['excluded', anInput({ excludes: [{ requestId: 'bakery' }] }), [visit('bakery')]],
  ['excluded', anInput({ excludes: [{ expertId: 'wang', slot: tuesdayMorning }] }), [visit('bakery')]],
  ['not-free', anInput({}), [visit('bakery', 'wang', tuesdayAfternoon)]],
  ['not-free', anInput({ slots: [nextMonday] }), [visit('bakery')]],
  [
    'two-groups',
    anInput({ experts: [anExpert('wang', { areaIds: [] })], requests: [aRequest('bakery'), aRequest('mill', { areaId: 'nankai' })] }),
    [visit('bakery'), visit('mill')],
  ],
  [
    'share-limit',
    anInput({ requests: [aRequest('bakery'), aRequest('mill'), aRequest('dairy')] }),
    [visit('bakery'), visit('mill'), visit('dairy')],
  ],
  ['weekly-limit', anInput({ experts: [anExpert('wang', { booked: { '2017-09-11': 1 } })] }), [visit('bakery')]],
  [
    'weekly-limit',
    anInput({ experts: [anExpert('wang', { free: [tuesdayMorning, tuesdayAfternoon] })], requests: [aRequest('bakery'), aRequest('mill')] }),
    [visit('bakery'), visit('mill', 'wang', tuesdayAfternoon)],
  ],
  ['pin', anInput({ pins: [{ requestId: 'bakery' }] }), []],
  ['pin', anInput({ experts: [anExpert('wang'), anExpert('li')], pins: [{ requestId: 'bakery', expertId: 'li' }] }), [visit('bakery')]],
])('%s', (kind, input, assignments) => {
  expect(kinds(input, assignments)).toEqual([kind]);
});

test('two requests of one field and district share a visit, and the week after has its own limit', () => {
  const input = anInput({
    experts: [anExpert('wang', { free: [tuesdayMorning, nextMonday] })],
    requests: [aRequest('bakery'), aRequest('mill'), aRequest('dairy')],
  });
  expect(kinds(input, [visit('bakery'), visit('mill'), visit('dairy', 'wang', nextMonday)])).toEqual([]);
});
