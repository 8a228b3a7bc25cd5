import * as v from 'valibot';
import type { Mistake } from './mistakes';
import { idsOf, places, repeated, unknown, type CampaignSources } from './references/references';
import { subjectIdsOf } from './references/request-kind-references';
import { id, some, words } from './schema-parts';
import type { Source } from './yaml-source';

const listWords = { id, title: words(30), introduction: words(200) } as const;

const itemWords = { id, text: words(80), onNo: words(120) } as const;

/** checklists/*.yaml: a list each, by which a firm checks itself. To every question “yes” is as it should be. */
export const checklistFile = v.strictObject({
  ...listWords,
  activity: id,
  /** The request of a firm that answered no. */
  help: v.optional(v.strictObject({ request: id, subject: v.optional(id) })),
  items: some(
    v.strictObject({
      ...itemWords,
      hint: v.optional(words(120)),
      source: v.optional(v.strictObject({ title: words(150), article: v.optional(words(40)), note: v.optional(words(100)) })),
    }),
    { min: 3, max: 20 },
  ),
});

export type ChecklistFile = v.InferOutput<typeof checklistFile>;

/** In `campaign.document`. */
export const checklist = v.strictObject({
  ...listWords,
  activityId: id,
  help: v.nullable(v.strictObject({ kindId: id, subjectId: v.nullable(id) })),
  items: some(
    v.strictObject({
      ...itemWords,
      hint: v.nullable(words(120)),
      source: v.nullable(v.strictObject({ title: words(150), article: v.nullable(words(40)), note: v.nullable(words(100)) })),
    }),
  ),
});

type StoredChecklist = v.InferOutput<typeof checklist>;

export const checklistOf = ({ activity, help, items, ...rest }: ChecklistFile): StoredChecklist => ({
  ...rest,
  activityId: activity,
  help: help ? { kindId: help.request, subjectId: help.subject ?? null } : null,
  items: items.map(({ hint, source, ...item }) => ({
    ...item,
    hint: hint ?? null,
    source: source ? { title: source.title, article: source.article ?? null, note: source.note ?? null } : null,
  })),
});

function helpMistakes(source: Source<ChecklistFile>, { requestKinds }: CampaignSources): Mistake[] {
  const { help } = source.value;
  if (!help) return [];
  const kind = requestKinds.find(({ value }) => value.id === help.request);
  if (!kind) return unknown('a request kind', new Set(requestKinds.map(({ value }) => value.id)), { id: help.request, path: ['help', 'request'], source });
  return help.subject === undefined ? [] : unknown(`a subject of ${kind.file}`, subjectIdsOf(kind), { id: help.subject, path: ['help', 'subject'], source });
}

/** What is wrong with the lists, each and among themselves. */
export const checklistReferences = (sources: CampaignSources): Mistake[] => [
  ...repeated('checklist id', sources.checklists.map((source) => ({ id: source.value.id, path: ['id'], source }))),
  ...sources.checklists.flatMap((source) => [
    ...unknown('an activity', idsOf(sources.activities.value), { id: source.value.activity, path: ['activity'], source }),
    ...repeated('item id', places(source, source.value.items, ['items'], ({ id: itemId }) => itemId)),
    ...helpMistakes(source, sources),
    ...unusedMistakes(source, sources),
  ]),
];

/** A list that no way leads to is never seen. */
function unusedMistakes(source: Source<ChecklistFile>, { activities }: CampaignSources): Mistake[] {
  const activity = activities.value.find(({ id: activityId }) => activityId === source.value.activity);
  const isUsed = !activity || activity.ways.some((way) => way.kind === 'checklist' && way.checklist === source.value.id);
  return isUsed ? [] : [source.mistakeAt(['activity'], `expected ${activity.id} in activities.yaml to name this list among its ways`)];
}
