import type { Mistake } from '../mistakes';
import { idsOf, unknown, type CampaignSources } from './references';
import type { ContestFile } from '../../schema';
import type { Source } from '../yaml-source';

type BlueprintRow = ContestFile['blueprint'][number];

/** An answer sheet is sent whole, and holds so many answers. */
const MOST_QUESTIONS = 200;

/** The questions of the contest's bank that a row may draw from, by id. */
function pool({ topics }: CampaignSources, row: BlueprintRow): ReadonlySet<string> {
  const ids = topics
    .filter(({ value }) => row.topic === undefined || value.topic.id === row.topic)
    .flatMap(({ value }) => value.questions)
    .filter(({ type, difficulty, bank }) => bank !== 'practice' && type === row.type && (row.difficulty === undefined || difficulty === row.difficulty))
    .map(({ id }) => id);
  return new Set(ids);
}

/** Rows draw one after the other: how many a row surely finds, whatever the rows before it have drawn. */
function surelyLeft(pools: readonly ReadonlySet<string>[], rows: readonly BlueprintRow[], index: number): number {
  const own = pools[index] ?? new Set();
  const taken = rows.slice(0, index).reduce((sum, { count }, earlier) => {
    const shared = [...(pools[earlier] ?? [])].filter((id) => own.has(id)).length;
    return sum + Math.min(count, shared);
  }, 0);
  return Math.max(0, own.size - taken);
}

function blueprintMistakes(sources: CampaignSources, source: Source<ContestFile>): Mistake[] {
  const { blueprint, partialCredit } = source.value;
  const topicIds = new Set(sources.topics.map(({ value }) => value.topic.id));
  const pools = blueprint.map((row) => pool(sources, row));
  const mistakes = blueprint.flatMap((row, index) => {
    const found: Mistake[] = [];
    if (partialCredit === 'half' && row.type === 'multiple' && row.points % 2 === 1) {
      found.push(source.mistakeAt(['blueprint', index, 'points'], 'expected an even number, since half of it may be given'));
    }
    if (row.topic !== undefined && !topicIds.has(row.topic)) {
      return [...found, ...unknown('a topic', topicIds, { id: row.topic, path: ['blueprint', index, 'topic'], source })];
    }
    const left = surelyLeft(pools, blueprint, index);
    if (left < row.count) found.push(source.mistakeAt(['blueprint', index, 'count'], `expected at most ${left}, so many questions of this kind are left`));
    return found;
  });
  const total = blueprint.reduce((sum, { count }) => sum + count, 0);
  if (total > MOST_QUESTIONS) mistakes.push(source.mistakeAt(['blueprint'], `expected at most ${MOST_QUESTIONS} questions in all, found ${total}`));
  return mistakes;
}

/** What contest.yaml says that the other files, or the rest of it, do not bear out. */
export function contestReferences(sources: CampaignSources): Mistake[] {
  const { contest: source, activities, offices } = sources;
  if (source === null) return [];
  const { activity, office, opensAt, closesAt, blueprint, passMark, appealsUntil, boards, attemptsPerDay, attemptsInAll } = source.value;
  const mistakes = unknown('an activity', idsOf(activities.value), { id: activity, path: ['activity'], source });
  if (office !== undefined) mistakes.push(...unknown('an office', idsOf(offices.value), { id: office, path: ['office'], source }));
  if (Date.parse(closesAt) <= Date.parse(opensAt)) mistakes.push(source.mistakeAt(['closesAt'], 'expected an instant after opensAt'));
  // The instant is written with China's offset, so its first ten characters are the day in China.
  if (appealsUntil < closesAt.slice(0, 10)) mistakes.push(source.mistakeAt(['appealsUntil'], 'expected a day on or after that of closesAt'));
  if (attemptsPerDay > attemptsInAll) mistakes.push(source.mistakeAt(['attemptsPerDay'], `expected at most attemptsInAll, ${attemptsInAll}`));
  if (new Set(boards).size < boards.length) mistakes.push(source.mistakeAt(['boards'], 'expected each board at most once'));
  const fullMark = blueprint.reduce((sum, row) => sum + row.count * row.points, 0);
  if (passMark > fullMark) mistakes.push(source.mistakeAt(['passMark'], `expected at most the ${fullMark} points of the blueprint`));
  return [...mistakes, ...blueprintMistakes(sources, source)];
}
