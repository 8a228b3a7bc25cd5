import type { Mistake } from './mistakes';
import type {
  ActivitiesFile,
  ArticleFrontMatter,
  CampaignFile,
  ContestFile,
  ExpertVisitFile,
  OfficesFile,
  QuestionsFile,
} from './schema';
import type { Source } from './yaml-source';

/** Every file of a campaign, each right in itself. */
export interface CampaignSources {
  readonly campaign: Source<CampaignFile>;
  readonly offices: Source<OfficesFile>;
  readonly activities: Source<ActivitiesFile>;
  readonly expertVisit: Source<ExpertVisitFile>;
  /** Null when the campaign has no contest. */
  readonly contest: Source<ContestFile> | null;
  readonly articles: readonly Source<ArticleFrontMatter>[];
  readonly topics: readonly Source<QuestionsFile>[];
  /** Names of the files in `media/`. */
  readonly media: readonly string[];
}

type Path = readonly (string | number)[];
interface Place {
  readonly id: string | number;
  readonly path: Path;
  readonly source: Source<unknown>;
}

const places = <Item>(source: Source<unknown>, items: readonly Item[], path: Path, pick: (item: Item) => string | number, key = 'id'): Place[] =>
  items.map((item, index) => ({ id: pick(item), path: [...path, index, key], source }));

/** The second and every further use of an id; the message names the first. */
function repeated(what: string, all: readonly Place[]): Mistake[] {
  const first = new Map<string | number, Place>();
  return all.flatMap((place) => {
    const earlier = first.get(place.id);
    if (!earlier) {
      first.set(place.id, place);
      return [];
    }
    const { file, line } = earlier.source.mistakeAt(earlier.path, '');
    return [place.source.mistakeAt(place.path, `expected a ${what} of its own; ${place.id} is already used in ${file}:${line}`)];
  });
}

function unknown(what: string, known: ReadonlySet<string>, place: Place): Mistake[] {
  if (known.has(String(place.id))) return [];
  return [place.source.mistakeAt(place.path, `expected ${what}, one of ${[...known].join(', ')}; found ${place.id}`)];
}

const idsOf = (items: readonly { id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));

function uniqueIds({ campaign, offices, activities, expertVisit, articles, topics }: CampaignSources): Mistake[] {
  const byId = (item: { id: string }): string => item.id;
  return [
    ...repeated('line', places(campaign, campaign.value.lines, ['lines'], byId)),
    ...repeated('office id', places(offices, offices.value, [], byId)),
    ...repeated('activity id', places(activities, activities.value, [], byId)),
    ...repeated('activity number', places(activities, activities.value, [], ({ number }) => number, 'number')),
    ...repeated('subject id', places(expertVisit, expertVisit.value.subjects, ['subjects'], byId)),
    ...repeated('area id', places(expertVisit, expertVisit.value.areas, ['areas'], byId)),
    ...repeated('field', places(expertVisit, expertVisit.value.fields, ['fields'], byId)),
    ...repeated('article id', articles.map((source) => ({ id: source.value.id, path: ['id'], source }))),
    ...repeated('topic id', topics.map((source) => ({ id: source.value.topic.id, path: ['topic', 'id'], source }))),
    ...repeated('place in the order', topics.map((source) => ({ id: source.value.topic.order, path: ['topic', 'order'], source }))),
    ...repeated('question id', topics.flatMap((source) => places(source, source.value.questions, ['questions'], byId))),
  ];
}

function campaignDates({ campaign, articles }: CampaignSources): Mistake[] {
  const { year, startsOn, endsOn, demoNow } = campaign.value;
  const mistakes: Mistake[] = [];
  const inside = (date: string): boolean => date >= startsOn && date <= endsOn;
  if (endsOn < startsOn) mistakes.push(campaign.mistakeAt(['endsOn'], `expected a day not before startsOn, ${startsOn}`));
  if (!startsOn.startsWith(`${year}-`)) mistakes.push(campaign.mistakeAt(['startsOn'], `expected a day of the year ${year}`));
  // The instant is written with China's offset, so its first ten characters are the day in China.
  if (!inside(demoNow.slice(0, 10))) mistakes.push(campaign.mistakeAt(['demoNow'], `expected an instant from ${startsOn} to ${endsOn}`));
  for (const article of articles) {
    const { happenedOn } = article.value;
    if (happenedOn && !inside(happenedOn)) {
      mistakes.push(article.mistakeAt(['happenedOn'], `expected a day of the campaign, ${startsOn} to ${endsOn}`));
    }
  }
  return mistakes;
}

function officesAndAreas({ offices, expertVisit }: CampaignSources): Mistake[] {
  const officeIds = idsOf(offices.value);
  const areas = new Map(expertVisit.value.areas.map((area) => [area.id, area]));
  const bureaus = offices.value.flatMap(({ bureau }, index) => (bureau ? [index] : []));
  const mistakes: Mistake[] = [];
  if (bureaus.length === 0) mistakes.push(offices.mistakeAt([], 'expected one office with bureau: true, found none'));
  for (const index of bureaus.slice(1)) {
    mistakes.push(offices.mistakeAt([index, 'bureau'], `expected exactly one bureau, found ${bureaus.length}`));
  }

  expertVisit.value.areas.forEach(({ office }, index) => {
    if (office) mistakes.push(...unknown('an office', officeIds, { id: office, path: ['areas', index, 'office'], source: expertVisit }));
  });
  // Both files say who answers for an area: an editor of either sees it there, and here they are kept equal.
  offices.value.forEach(({ id, areas: named }, index) => {
    named.forEach((areaId, position) => {
      const path = [index, 'areas', position];
      const area = areas.get(areaId);
      if (!area) mistakes.push(...unknown('an area of expert-visit.yaml', new Set(areas.keys()), { id: areaId, path, source: offices }));
      else if (area.office !== id) {
        mistakes.push(offices.mistakeAt(path, `expected the area's office in expert-visit.yaml to be ${id}; found ${area.office ?? 'none'}`));
      }
    });
  });
  expertVisit.value.areas.forEach(({ id, office }, index) => {
    const answering = offices.value.find((candidate) => candidate.id === office);
    if (answering && !answering.areas.includes(id)) {
      mistakes.push(expertVisit.mistakeAt(['areas', index, 'office'], `expected ${answering.id} in offices.yaml to list the area ${id}`));
    }
  });
  return mistakes;
}

function activityReferences({ activities, expertVisit }: CampaignSources): Mistake[] {
  const subjectIds = idsOf(expertVisit.value.subjects);
  const activity: Place = { id: expertVisit.value.activity, path: ['activity'], source: expertVisit };
  const subjects = activities.value.flatMap(({ takePart }, index) => {
    if (takePart.kind !== 'request' || takePart.subject === undefined) return [];
    return unknown('a subject of expert-visit.yaml', subjectIds, { id: takePart.subject, path: [index, 'takePart', 'subject'], source: activities });
  });
  return [...unknown('an activity', idsOf(activities.value), activity), ...subjects];
}

function articleReferences({ articles, offices, activities, media }: CampaignSources): Mistake[] {
  const officeIds = idsOf(offices.value);
  const byId = new Map(activities.value.map((activity) => [activity.id, activity]));
  return articles.flatMap((source) => {
    const { office, activity: activityId, line, cover } = source.value;
    const mistakes = unknown('an office', officeIds, { id: office, path: ['office'], source });
    if (activityId !== undefined) {
      const activity = byId.get(activityId);
      if (!activity) mistakes.push(...unknown('an activity', new Set(byId.keys()), { id: activityId, path: ['activity'], source }));
      else if (activity.line !== line) {
        mistakes.push(source.mistakeAt(['line'], `expected the line of its activity ${activityId}, which is ${activity.line}`));
      }
    }
    if (cover && !media.includes(cover.file)) {
      mistakes.push(source.mistakeAt(['cover', 'file'], `expected a file of the folder media/; there is no ${cover.file}`));
    }
    return mistakes;
  });
}

type Question = QuestionsFile['questions'][number];

const hasRepeats = (items: readonly unknown[]): boolean => new Set(items).size < items.length;

const JUDGEMENT_OPTIONS = '正确、错误';

/** What is wrong with a question's options and key, each with the key it is about. */
function questionProblems({ type, options, key }: Question): { at: Path; problem: string }[] {
  const problems: { at: Path; problem: string }[] = [];
  const tooHigh = key.findIndex((index) => index >= options.length);
  if (tooHigh >= 0) problems.push({ at: ['key', tooHigh], problem: `expected numbers from 0 to ${options.length - 1}, one for each option` });
  if (hasRepeats(key)) problems.push({ at: ['key'], problem: 'expected each option at most once' });
  if (hasRepeats(options)) problems.push({ at: ['options'], problem: 'expected options that differ' });
  if (type === 'multiple' && key.length < 2) problems.push({ at: ['key'], problem: 'expected at least two right options in a multiple choice' });
  if (type !== 'multiple' && key.length !== 1) problems.push({ at: ['key'], problem: `expected exactly one right option, found ${key.length}` });
  if (type === 'single' && options.length < 3) problems.push({ at: ['options'], problem: 'expected at least 3 options; with two it is a judgement' });
  if (type === 'judgement' && options.join('、') !== JUDGEMENT_OPTIONS) {
    problems.push({ at: ['options'], problem: `expected the two options ${JUDGEMENT_OPTIONS}, in this order` });
  }
  return problems;
}

const questions = ({ topics }: CampaignSources): Mistake[] =>
  topics.flatMap((source) =>
    source.value.questions.flatMap((question, index) =>
      questionProblems(question).map(({ at, problem }) => source.mistakeAt(['questions', index, ...at], problem)),
    ),
  );

/** The questions a row of the blueprint may draw from, by id. */
function fitting({ topics }: CampaignSources, row: ContestFile['blueprint'][number]): ReadonlySet<string> {
  const ids = topics.flatMap(({ value: { topic, questions: all } }) =>
    row.topic !== undefined && topic.id !== row.topic
      ? []
      : all
          .filter(({ type, difficulty, bank }) => bank !== 'practice' && type === row.type && (row.difficulty === undefined || difficulty === row.difficulty))
          .map(({ id }) => id),
  );
  return new Set(ids);
}

function contest(sources: CampaignSources): Mistake[] {
  const { contest: source, activities, offices, topics, expertVisit } = sources;
  const subjects = topics.flatMap((file) =>
    file.value.topic.subject === undefined
      ? []
      : unknown('a subject of expert-visit.yaml', idsOf(expertVisit.value.subjects), { id: file.value.topic.subject, path: ['topic', 'subject'], source: file }),
  );
  if (source === null) return subjects;
  const { activity, office, opensAt, closesAt, blueprint, passMark, partialCredit, appealsUntil } = source.value;
  const mistakes = [...subjects, ...unknown('an activity', idsOf(activities.value), { id: activity, path: ['activity'], source })];
  if (office !== undefined) mistakes.push(...unknown('an office', idsOf(offices.value), { id: office, path: ['office'], source }));
  if (Date.parse(closesAt) <= Date.parse(opensAt)) mistakes.push(source.mistakeAt(['closesAt'], 'expected an instant after opensAt'));
  if (appealsUntil < closesAt.slice(0, 10)) mistakes.push(source.mistakeAt(['appealsUntil'], 'expected a day on or after that of closesAt'));
  const fullMark = blueprint.reduce((sum, row) => sum + row.count * row.points, 0);
  if (passMark > fullMark) mistakes.push(source.mistakeAt(['passMark'], `expected at most the ${fullMark} points of the blueprint`));

  const topicIds = new Set(topics.map(({ value }) => value.topic.id));
  const pools = blueprint.map((row) => fitting(sources, row));
  blueprint.forEach((row, index) => {
    if (row.topic !== undefined) mistakes.push(...unknown('a topic', topicIds, { id: row.topic, path: ['blueprint', index, 'topic'], source }));
    if (partialCredit === 'half' && row.type === 'multiple' && row.points % 2 === 1) {
      mistakes.push(source.mistakeAt(['blueprint', index, 'points'], 'expected an even number, since half of it may be given'));
    }
    // Rows before may already have drawn whatever fits here too.
    const pool = pools[index] ?? new Set();
    const taken = blueprint.slice(0, index).reduce((sum, earlier, place) => ([...(pools[place] ?? [])].some((id) => pool.has(id)) ? sum + earlier.count : sum), 0);
    if (pool.size - taken < row.count) {
      mistakes.push(source.mistakeAt(['blueprint', index, 'count'], `expected at most ${Math.max(0, pool.size - taken)}, so many questions of this kind are left`));
    }
  });
  return mistakes;
}

/** What one file says that another one, or the rest of the same, does not bear out. */
export const crossReferenceMistakes = (sources: CampaignSources): Mistake[] =>
  [uniqueIds, campaignDates, officesAndAreas, activityReferences, articleReferences, questions, contest].flatMap((check) => check(sources));
