import type { MeView } from '../../../src/contract/person';
import { chinaDate } from '../../../src/domain/china-time';
import { countRequestsOfPerson, countWaiting } from '../../storage/stores/request-store';
import { countWrongQuestions } from '../../storage/stores/wrong-question-store';
import type { Context, UseCase } from '../../use-case';
import { clockView, nameOf } from '../campaign/campaign-view';

async function officesOf({ db, campaign, caller: { officeIds } }: Context<'person.me'>): Promise<MeView['offices']> {
  if (officeIds.length === 0) return [];
  const waiting = await countWaiting(db, { campaignId: campaign.id, officeIds });
  return officeIds.map((id) => ({ id, name: nameOf(campaign.offices, id), waitingCount: waiting.get(id) ?? 0 }));
}

export const me: UseCase<'person.me'> = async (context) => {
  const { db, campaign, caller, now, personas } = context;
  const { person } = caller;
  const [offices, requestCount, notebook] = await Promise.all([
    officesOf(context),
    person ? countRequestsOfPerson(db, person.id) : 0,
    person ? countWrongQuestions(db, { campaignId: campaign.id, personId: person.id }, chinaDate(now)) : null,
  ]);
  return {
    clock: clockView(context),
    person,
    offices,
    managesContest: campaign.contest !== null && caller.officeIds.includes(campaign.contest.officeId),
    requestCount,
    wrongQuestionCount: notebook?.total ?? 0,
    personas: personas?.map(({ id, name, summary }) => ({ id, name, summary })) ?? null,
  };
};
