import * as v from 'valibot';
import { articleKinds } from '../../../src/contract/article';
import type { ReadableKind } from '../../../src/contract/activity/activity';
import type { StoredWay } from '../../storage/tables/activity';
import type { Mistake } from './mistakes';
import { unknown, type CampaignSources } from './references/references';
import { subjectIdsOf } from './references/request-kind-references';
import { id, some, words } from './schema-parts';
import type { Path } from './yaml-source';

const readableKinds = articleKinds.filter((kind): kind is ReadableKind => kind !== 'news');
const coming = words(80);

const way = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('news') }),
    v.strictObject({ kind: v.literal('contest') }),
    v.strictObject({ kind: v.literal('request'), request: id, subject: v.optional(id) }),
    v.strictObject({ kind: v.literal('articles'), of: v.picklist(readableKinds, `expected one of ${readableKinds.join(', ')}`), coming }),
    v.strictObject({ kind: v.literal('events'), coming }),
    v.strictObject({ kind: v.literal('essays'), coming }),
    v.strictObject({ kind: v.literal('checklist'), checklist: id }),
  ],
  'expected one of the kinds news, contest, request, articles, events, essays, checklist',
);

/** The ways to take part in an activity, the main one first. `coming` is what is said while there is nothing yet. */
export const ways = some(way, { max: 4 });

type Way = v.InferOutput<typeof way>;

export function storedWay(file: Way): StoredWay {
  if (file.kind === 'request') return { kind: 'request', kindId: file.request, subjectId: file.subject ?? null };
  return file.kind === 'checklist' ? { kind: 'checklist', checklistId: file.checklist } : file;
}

/** What a way leads to; the same way twice would be one. */
const target = (file: Way): string => {
  const { kind } = file;
  if (kind === 'request') return `${kind} ${file.request} ${file.subject ?? ''}`;
  if (kind === 'checklist') return `${kind} ${file.checklist}`;
  return kind === 'articles' ? `${kind} ${file.of}` : kind;
};

function wayMistakes(file: Way, path: Path, activityId: string, sources: CampaignSources): Mistake[] {
  const { activities: source, requestKinds, checklists, contest, essayCall } = sources;
  switch (file.kind) {
    case 'request': {
      const kind = requestKinds.find(({ value }) => value.id === file.request);
      if (!kind) return unknown('a request kind', new Set(requestKinds.map(({ value }) => value.id)), { id: file.request, path: [...path, 'request'], source });
      if (file.subject === undefined) return [];
      return unknown(`a subject of ${kind.file}`, subjectIdsOf(kind), { id: file.subject, path: [...path, 'subject'], source });
    }
    case 'checklist': {
      const own = checklists.filter(({ value }) => value.activity === activityId).map(({ value }) => value.id);
      return unknown('a list of checklists/ for this activity', new Set(own), { id: file.checklist, path: [...path, 'checklist'], source });
    }
    case 'contest':
      return contest?.value.activity === activityId ? [] : [source.mistakeAt([...path, 'kind'], 'expected contest.yaml to name this activity')];
    case 'essays':
      return essayCall?.value.activity === activityId ? [] : [source.mistakeAt([...path, 'kind'], 'expected essays.yaml to name this activity')];
    case 'news':
    case 'articles':
    case 'events':
      return [];
  }
}

/** What activities.yaml says of ways that the other files do not bear out. */
export const wayReferences = (sources: CampaignSources): Mistake[] =>
  sources.activities.value.flatMap((activity, index) =>
    activity.ways.flatMap((file, position) => {
      const path = [index, 'ways', position];
      const isRepeated = activity.ways.findIndex((other) => target(other) === target(file)) < position;
      if (isRepeated) return [sources.activities.mistakeAt(path, 'expected each way at most once')];
      return wayMistakes(file, path, activity.id, sources);
    }),
  );
