import { monthDayTime } from '../../../src/domain/china-time';
import { entrantCode } from '../../../src/domain/contest/entrant-code';
import { creditCodeMistake } from '../../../src/contract/credit-code-doubt';
import { contestOf } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { saveEntry } from '../../storage/contest/entrant-store';
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

export const enterContest: UseCase<'contest.enter'> = async ({ db, campaign, caller: { person }, now, newId, randomBelow }, input) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  if (phaseOf(contest, now) === 'closed') return refuse('contest_not_open', `竞赛已于 ${monthDayTime(contest.closesAt)} 结束，参赛信息不能再修改。`);
  const mistakes = mistakesIn(input, campaign);
  if (Object.keys(mistakes).length > 0) return refuse('invalid_input', undefined, mistakes);
  const { nameChoice, name, enterprise, officeId } = input;
  const entry = await saveEntry(
    db,
    contest.id,
    { id: newId(), personId: person.id, code: entrantCode(randomBelow), ranked: person.kind !== 'guest' },
    {
      nameChoice,
      name: nameChoice === 'anonymous' ? null : name,
      enterpriseCode: enterprise?.creditCode ?? null,
      enterpriseName: enterprise?.name ?? null,
      officeId,
    },
  );
  return { entry: entryView(entry) };
};
