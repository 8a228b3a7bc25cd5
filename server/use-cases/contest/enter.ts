import { monthDayTime } from '../../../src/domain/china-time';
import { entrantCode } from '../../../src/domain/contest/entrant-code';
import { showsLess } from '../../../src/domain/contest/shown-name';
import { creditCodeMistake } from '../../../src/contract/credit-code-doubt';
import { adoptFormerEntrant } from '../../contest/former-entrant';
import { contestOf } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { findEntrant, saveEntry, type EntryToSave } from '../../storage/contest/entrant-store';
import type { Campaign } from '../../campaign/schema';
import type { FieldErrors } from '../../../src/contract/errors';
import type { ParsedInput } from '../../../src/contract/actions';
import type { UseCase } from '../../use-case';
import { phaseOf } from './contest-rules';
import { entryView } from './my-contest';

function mistakesIn({ nameChoice, name, enterprise, officeId }: ParsedInput<'contest.enter'>, { offices }: Campaign): FieldErrors {
  const mistakes: Record<string, string> = {};
  if (nameChoice !== 'anonymous' && name === null) mistakes.name = '请填写姓名，或选择匿名。';
  const problem = enterprise && creditCodeMistake(enterprise.creditCode);
  if (problem) mistakes['enterprise.creditCode'] = problem;
  if (officeId !== null && !offices.some(({ id }) => id === officeId)) mistakes.officeId = '没有这个单位，请从列表中选择。';
  return mistakes;
}

const entryOf = ({ nameChoice, name, enterprise, officeId }: ParsedInput<'contest.enter'>): EntryToSave => ({
  nameChoice,
  name: nameChoice === 'anonymous' ? null : name,
  enterpriseCode: enterprise?.creditCode ?? null,
  enterpriseName: enterprise?.name ?? null,
  officeId,
});

/** Whether a change only takes a person's name back. */
const onlyHides = (before: EntryToSave, after: EntryToSave): boolean =>
  showsLess(before, after) && (['enterpriseCode', 'enterpriseName', 'officeId'] as const).every((field) => before[field] === after[field]);

export const enterContest: UseCase<'contest.enter'> = async ({ db, campaign, caller: { person }, now, newId, randomBelow, readBank }, input) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const entry = entryOf(input);
  const entrant = await findEntrant(db, contest.id, person.id);
  if (phaseOf(contest, now) === 'closed') {
    const allowed = entrant && onlyHides(entrant, entry);
    if (!allowed) return refuse('contest_not_open', `竞赛已于 ${monthDayTime(contest.closesAt)} 结束，参赛信息不能再修改，姓名只能改为部分隐藏或匿名。`);
  } else {
    const mistakes = mistakesIn(input, campaign);
    if (Object.keys(mistakes).length > 0) return refuse('invalid_input', undefined, mistakes);
    if (!entrant) await adoptFormerEntrant(db, contest.id, person.id, (await readBank(db)).seed);
  }
  const newEntrant = { id: newId(), personId: person.id, code: entrantCode(randomBelow), ranked: person.kind !== 'guest' };
  return { entry: entryView(await saveEntry(db, contest.id, newEntrant, entry)) };
};
