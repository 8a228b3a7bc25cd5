import * as v from 'valibot';
import { articleKinds } from '../../src/contract/article';
import { contentLimits } from '../../src/contract/newsroom/content';
import { audienceNames } from './audience';
import { checklist } from './folder/checklist';
import { essayCall } from './folder/essay-call';
import { requestKind, requestKindFile } from './folder/request-kind';
import { count, date, id, instant, some, words } from './folder/schema-parts';
import { ways } from './folder/ways';

/**
 * What the files of a campaign folder may say. Objects are strict: a key that nobody reads is a mistake, most often a
 * misspelt one. Messages are for whoever edits the files and say what is expected.
 */

export const lineIds = ['publicity', 'rectification', 'service', 'brand'] as const;
const lineId = v.picklist(lineIds, `expected one of the lines ${lineIds.join(', ')}`);

const audience = v.picklist(Object.keys(audienceNames), `expected one of ${Object.keys(audienceNames).join(', ')}`);

const campaignWords = {
  id,
  year: count(1978, 2100),
  name: words(40),
  organiser: words(40),
  theme: words(60),
  themeLines: some(words(20), { max: 4 }),
  startsOn: date,
  endsOn: date,
  demoNow: instant,
  introduction: words(300),
  fourOnes: some(v.strictObject({ title: words(20), summary: words(100) }), { min: 4, max: 4 }),
  lines: some(v.strictObject({ id: lineId, name: words(10), summary: words(30) }), { min: 4, max: 4 }),
  archiveNote: words(300),
  /** What the map of areas.yaml's tiles is, said beside it. */
  mapNote: v.optional(words(150)),
} as const;

/** campaign.yaml */
export const campaignFile = v.strictObject(campaignWords);

/** offices.yaml */
export const officesFile = some(
  v.strictObject({
    id,
    name: words(40),
    shortName: words(20),
    bureau: v.optional(v.boolean('expected true or false'), false),
    areas: v.optional(some(id, { min: 0 }), []),
  }),
);

/** activities.yaml */
export const activitiesFile = some(
  v.strictObject({
    number: count(1, 99),
    id,
    line: lineId,
    title: words(60),
    shortTitle: words(12),
    audience: some(audience, { max: 9 }),
    summary: words(150),
    /** A sentence each. */
    when: words(60),
    howTo: v.optional(words(120)),
    ways,
  }),
);

/** Where an area stands on the directory's schematic map, five columns wide; its name as there is room for. */
const tile = v.pipe(
  v.strictObject({ name: words(4), column: count(1, 5), row: count(1, 20) }),
  v.check(({ column, row }) => row > 1 || column > 2, 'expected another place; the first two of the first row show the whole'),
);

/** areas.yaml: the districts in which firms are, the same for every kind of request. */
export const areasFile = some(v.strictObject({ id, name: words(20), office: v.optional(id), tile: v.optional(tile) }));

const release = v.picklist(['at-submission', 'at-close'], 'expected at-submission or at-close');

const contestWords = {
  id,
  title: words(20),
  introduction: words(300),
  opensAt: instant,
  closesAt: instant,
  durationMinutes: count(1, 180),
  graceSeconds: count(0, 60),
  attemptsPerDay: count(1, 100),
  attemptsInAll: count(1, 100),
  passMark: count(1, 1000),
  partialCredit: v.picklist(['none', 'half'], 'expected none or half'),
  results: release,
  explanations: release,
  boards: some(v.picklist(['people', 'enterprises', 'offices', 'groups'], 'expected people, enterprises, offices or groups'), { min: 0, max: 4 }),
  teams: v.strictObject({ best: count(1, 1000), minimum: count(1, 1000) }),
  flags: v.strictObject({ hiddenTimes: count(1, 1000), secondsPerQuestion: count(0, 60) }),
  prizes: v.optional(v.strictObject({ count: count(1, 10_000), note: words(150) })),
  appealsUntil: date,
} as const;

const questionType = v.picklist(['single', 'multiple', 'judgement'], 'expected single, multiple or judgement');
const blueprintWords = { type: questionType, count: count(1, 200), points: count(1, 100) } as const;

/** contest.yaml; a campaign may go without. */
export const contestFile = v.strictObject({
  ...contestWords,
  activity: id,
  /** Whose officers answer appeals; the bureau when left out. */
  office: v.optional(id),
  blueprint: some(v.strictObject({ topic: v.optional(id), difficulty: v.optional(count(1, 3)), ...blueprintWords })),
});

/** The front matter of articles/*.md. `cover.file` is a file of the campaign's `media` folder. */
export const articleFrontMatter = v.strictObject({
  id,
  kind: v.optional(v.picklist(articleKinds, `expected one of ${articleKinds.join(', ')}`), 'news'),
  title: words(60),
  summary: words(150),
  office: id,
  line: lineId,
  activity: v.optional(id),
  happenedOn: v.optional(date),
  place: v.optional(words(40)),
  tags: v.optional(some(words(12), { min: 0, max: 6 }), []),
  /** Of an exhibit its hall, of an advisory its category, of a listing the part of the directory. */
  section: v.optional(words(20)),
  /** A topic of questions/. */
  topic: v.optional(id),
  /** Of a listing: an area of areas.yaml. */
  area: v.optional(id),
  minutes: v.optional(count(1, 180)),
  cover: v.optional(
    v.strictObject({
      file: v.pipe(
        v.string('expected the name of a file in media/'),
        v.regex(/^[a-z0-9][a-z0-9-]*\.(?:jpg|png|webp)$/, 'expected a file of media/ such as launch-day.jpg'),
      ),
      alt: words(contentLimits.alt),
    }),
  ),
});

const option = words(80);

export const questionEntry = v.strictObject({
  id,
  type: questionType,
  stem: words(150),
  options: some(option, { min: 2, max: 8 }),
  key: some(count(0, 7), { max: 8 }),
  explanation: words(200),
  source: v.strictObject({ title: words(150), article: v.optional(words(40)), note: v.optional(words(100)) }),
  difficulty: count(1, 3),
  reviewedOn: date,
  /** Where it is asked; both when left out. */
  bank: v.optional(v.picklist(['practice', 'contest', 'both'], 'expected practice, contest or both'), 'both'),
});

/** questions/*.yaml: one topic each. */
export const questionsFile = v.strictObject({
  /** `subject`: of the expert visit that goes on from this topic. */
  topic: v.strictObject({ id, title: words(20), summary: words(80), order: count(1, 99), subject: v.optional(id) }),
  questions: some(questionEntry, { min: 10, max: 1000 }),
});

/** What is kept in `campaign.document`: the campaign's words and settings, with every area's office resolved. */
export const campaignDocument = v.strictObject({
  ...campaignWords,
  offices: some(v.strictObject({ id, name: words(40), shortName: words(20), bureau: v.boolean() })),
  /** `officeId` is the bureau's where no office of its own answers for the area. */
  areas: some(v.strictObject({ id, name: words(20), officeId: id, tile: v.optional(v.nullable(tile), null) })),
  requestKinds: some(requestKind),
  // What came later is optional: an earlier campaign stays as it was loaded, and its pages and requests go on.
  checklists: v.optional(v.array(checklist), []),
  essayCall: v.optional(v.nullable(essayCall), null),
  contest: v.nullable(
    v.strictObject({
      ...contestWords,
      activityId: id,
      officeId: id,
      blueprint: some(v.strictObject({ topicId: v.nullable(id), difficulty: v.nullable(count(1, 3)), ...blueprintWords })),
    }),
  ),
});

/** A campaign as every use case reads it. */
export type Campaign = v.InferOutput<typeof campaignDocument>;
export type CampaignFile = v.InferOutput<typeof campaignFile>;
/** A contest's words and settings. */
export type ContestSettings = NonNullable<Campaign['contest']>;
export type ContestFile = v.InferOutput<typeof contestFile>;
export type OfficesFile = v.InferOutput<typeof officesFile>;
export type ActivitiesFile = v.InferOutput<typeof activitiesFile>;
export type AreasFile = v.InferOutput<typeof areasFile>;
export type RequestKindFile = v.InferOutput<typeof requestKindFile>;
/** A kind of request as every use case reads it. */
export type RequestKind = Campaign['requestKinds'][number];
export type ArticleFrontMatter = v.InferOutput<typeof articleFrontMatter>;
export type QuestionsFile = v.InferOutput<typeof questionsFile>;
export type QuestionEntry = v.InferOutput<typeof questionEntry>;
