import type { Mistake } from '../mistakes';
import { idsOf, places, repeated, unknown, type CampaignSources } from './references';
import { fieldProblems } from '../request-kind';
import type { RequestKindFile } from '../../schema';
import type { Source } from '../yaml-source';

/** The subjects that a kind offers; empty when it asks for none. */
export const subjectIdsOf = ({ value }: Source<RequestKindFile>): ReadonlySet<string> =>
  idsOf(value.fields.find(({ id }) => id === 'subjectId')?.choices ?? []);

const has = ({ value }: Source<RequestKindFile>, fieldId: string): boolean => value.fields.some(({ id, optional }) => id === fieldId && !optional);

/** What the visit plan and whoever goes there cannot do without. */
const FOR_VISITS = ['firmName', 'areaId', 'subjectId', 'contactName', 'phone', 'preferredDates'] as const;

function kindMistakes(source: Source<RequestKindFile>, { offices, activities }: CampaignSources): Mistake[] {
  const { fields, activity, answeredBy, visits, anonymous, replies } = source.value;
  const byArea = answeredBy === 'area';
  return [
    ...repeated('field', places(source, fields, ['fields'], ({ id }) => id)),
    ...repeated('reply id', places(source, replies, ['replies'], ({ id }) => id)),
    ...unknown('an activity', idsOf(activities.value), { id: activity, path: ['activity'], source }),
    ...(byArea ? [] : unknown('area or an office', idsOf(offices.value), { id: answeredBy, path: ['answeredBy'], source })),
    ...(byArea && !has(source, 'areaId') ? [source.mistakeAt(['answeredBy'], 'expected the field areaId, not optional, because the office of the area answers')] : []),
    ...(visits ? FOR_VISITS.filter((id) => !has(source, id)).map((id) => source.mistakeAt(['visits'], `expected the field ${id}, not optional, because experts are sent`)) : []),
    ...(visits && anonymous ? [source.mistakeAt(['anonymous'], 'expected false, because experts are sent')] : []),
    ...fields.flatMap((field, index) => fieldProblems(field).map(({ at, problem }) => source.mistakeAt(['fields', index, at], problem))),
    ...fields.flatMap(({ choices = [] }, index) => repeated('choice', places(source, choices, ['fields', index, 'choices'], ({ id }) => id))),
  ];
}

/** What is wrong with the kinds of request, each and among themselves. */
export const requestKindReferences = (sources: CampaignSources): Mistake[] => [
  ...repeated('request kind', sources.requestKinds.map((source) => ({ id: source.value.id, path: ['id'], source }))),
  ...repeated('receipt prefix', sources.requestKinds.map((source) => ({ id: source.value.receiptPrefix, path: ['receiptPrefix'], source }))),
  ...repeated('place in the order', sources.requestKinds.map((source) => ({ id: source.value.order, path: ['order'], source }))),
  ...sources.requestKinds.flatMap((source) => kindMistakes(source, sources)),
];
