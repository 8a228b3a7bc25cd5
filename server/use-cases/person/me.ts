import type { MeView } from '../../../src/contract/person';
import { chinaDate } from '../../../src/domain/china-time';
import { countUnread } from '../../storage/message/message-store';
import { countWaiting } from '../../storage/request/inbox-store';
import { countRequestsOfPerson } from '../../storage/request/request-store';
import { countWrongQuestions } from '../../storage/stores/wrong-question-store';
import type { Context, UseCase } from '../../use-case';
import { nameOf } from '../../campaign/name-of';
import { clockView } from '../campaign/campaign-view';

async function officesOf({ db, campaign, caller: { officeIds } }: Context<'person.me'>): Promise<MeView['offices']> {
  if (officeIds.length === 0) return [];
  const waiting = await countWaiting(db, { campaignId: campaign.id, officeIds });
  return officeIds.map((id) => ({ id, name: nameOf(campaign.offices, id), waitingCount: waiting.get(id) ?? 0 }));
}

export const me: UseCase<'person.me'> = async (context) => {
  const { db, campaign, caller, now, personas } = context;
  const { person } = caller;
  const [offices, requestCount, notebook, unreadCount] = await Promise.all([
    officesOf(context),
    person ? countRequestsOfPerson(db, person.id) : 0,
    person ? countWrongQuestions(db, { campaignId: campaign.id, personId: person.id }, chinaDate(now)) : null,
    person ? countUnread(db, person.id) : 0,
  ]);
  return {
    clock: clockView(context),
    person,
    roles: caller.roles,
    offices,
    managesContest: campaign.contest !== null && caller.officeIds.includes(campaign.contest.officeId),
    requestCount,
    wrongQuestionCount: notebook?.total ?? 0,
    unreadCount,
    personas: personas?.map(({ id, name, summary }) => ({ id, name, summary })) ?? null,
  };
};
