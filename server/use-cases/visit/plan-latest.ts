import { listExperts } from '../../storage/visit/expert-store';
import { countWaitingForVisit, findLatestPlan } from '../../storage/visit/plan-store';
import type { UseCase } from '../../use-case';
import { planDays } from '../../visit/plan/days';
import { visitingKinds } from '../../visit/plan/kinds';
import { planView } from '../../visit/plan/view';

export const latestPlan: UseCase<'plan.latest'> = async (context) => {
  const { db, campaign } = context;
  const plan = await findLatestPlan(db, campaign.id);
  return {
    plan: plan ? await planView(context, plan) : null,
    waitingCount: await countWaitingForVisit(db, { campaignId: campaign.id, kindIds: visitingKinds(campaign) }),
    expertCount: (await listExperts(db, campaign.id)).filter(({ active }) => active).length,
    days: planDays(context),
  };
};
