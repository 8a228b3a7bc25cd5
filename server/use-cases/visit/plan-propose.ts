import type { ParsedInput } from '../../../src/contract/actions';
import { chinaDate } from '../../../src/domain/china-time';
import { workingHalfDays } from '../../../src/domain/visit/half-day';
import { explain } from '../../../src/domain/visit-plan/explain';
import { slotWords } from '../../../src/domain/visit-plan/reason-words';
import { slotKey } from '../../../src/domain/visit-plan/slots';
import type { Assignment, Objective, PlanInput, PlanResult, Slot } from '../../../src/domain/visit-plan/types';
import { verifyPlan } from '../../../src/domain/visit-plan/verify';
import { refuse, Refusal } from '../../refusal';
import { firmWords } from '../../request/words';
import type { StoredRequest } from '../../storage/request/request-store';
import { listExperts } from '../../storage/visit/expert-store';
import { findPlan, insertPlan, listWaiting } from '../../storage/visit/plan-store';
import type { KeptPlan } from '../../storage/tables/visit';
import type { Context, UseCase } from '../../use-case';
import { planVisits } from '../../visit-plan/plan-visits';
import { basisOf, chosenExpert, readExpertDays } from '../../visit/plan/basis';
import { DAYS_AHEAD, planDays } from '../../visit/plan/days';
import { planInput } from '../../visit/plan/input';
import { visitingKinds } from '../../visit/plan/kinds';
import { planView } from '../../visit/plan/view';

/** A plan is made for the most urgent ones; the others come with the next plan. */
const MOST_REQUESTS = 200;
const TIME_LIMIT_MS = 10_000;

type Proposing = Context<'plan.propose'>;
type Asked = ParsedInput<'plan.propose'>;

function spanSlots({ fromOn, toOn }: Asked, time: Pick<Proposing, 'now' | 'isWorkingDay'>): readonly Slot[] | Refusal {
  if (fromOn <= chinaDate(time.now)) return refuse('invalid_input', undefined, { fromOn: '开始日期请从明天起选。' });
  if (toOn < fromOn) return refuse('invalid_input', undefined, { toOn: '结束日期不能早于开始日期。' });
  if (toOn > (planDays(time).at(-1) ?? '')) return refuse('invalid_input', undefined, { toOn: `最多安排到 ${DAYS_AHEAD} 个工作日以后。` });
  const slots = workingHalfDays(fromOn, toOn, time.isWorkingDay);
  return slots.length === 0 ? refuse('invalid_input', undefined, { toOn: '这几天都不是工作日，请另选日期。' }) : slots;
}

/** What is pinned has to be there; what is excluded need not be. */
function pinRefusal({ pins }: Asked, { slots, experts, requests }: PlanInput): Refusal | null {
  for (const [index, { requestId, expertId, slot }] of pins.entries()) {
    const unknown =
      (!requests.some(({ id }) => id === requestId) && '这份申请不在等待安排的申请里。') ||
      (expertId !== null && !experts.some(({ id }) => id === expertId) && '这位专家没有参加安排。') ||
      (slot !== null && !slots.some((other) => slotKey(other) === slotKey(slot)) && '这个时间不在所选的日期里，或不是工作日。');
    if (unknown) return refuse('invalid_input', `有固定的安排无法采用：${unknown}`, { [`pins.${index}`]: unknown });
  }
  return null;
}

type Planned = Pick<KeptPlan, 'assignments' | 'reasons' | 'verified' | 'weighted' | 'bound' | 'preferred'>;

function plannedOf(input: PlanInput, result: Exclude<PlanResult, { kind: 'infeasible-pins' }>, previous: readonly Assignment[]): Planned | Refusal {
  const worth = ({ weighted, preferred }: Objective) => ({ weighted, preferred });
  if (result.kind === 'optimal') {
    const { assignments, reasons, objective } = result;
    const problems = verifyPlan(input, result, previous);
    if (problems.length > 0) throw new Error(`The plan’s certificate was not verified: ${JSON.stringify(problems)}`);
    return { assignments, reasons, ...worth(objective), bound: objective.weighted, verified: true };
  }
  const { assignments, objective } = result;
  if (assignments === null || objective === null) return refuse('unavailable', '在限定的时间里没有排出计划，请缩短日期范围，或只选一类事项后再试。');
  // Without a proof, all that is certain is that no plan serves more than everybody.
  return { assignments, reasons: explain(input, assignments), ...worth(objective), bound: input.requests.reduce((sum, { weight }) => sum + weight, 0), verified: false };
}

async function makePlan(context: Proposing, asked: Asked): Promise<Refusal | null> {
  const { db, campaign, caller, now } = context;
  const slots = spanSlots(asked, context);
  if (slots instanceof Refusal) return slots;
  const { id, fromOn, toOn, kindId, pins, excludes, previousId } = asked;
  const kindIds = visitingKinds(campaign).filter((kind) => kindId === undefined || kind === kindId);
  if (kindIds.length === 0) return refuse('invalid_input', undefined, { kindId: '这类事项不安排上门。' });
  const replaced = previousId === null ? null : await findPlan(db, campaign.id, previousId);
  if (replaced === undefined) return refuse('invalid_input', undefined, { previousId: '没有找到原来的计划。' });

  const requests = await listWaiting(db, { campaignId: campaign.id, kindIds }, MOST_REQUESTS);
  const experts = await readExpertDays(db, (await listExperts(db, campaign.id)).filter(({ active }) => active), { fromOn, toOn });
  const input = planInput({ slots, requests, experts, pins, excludes }, context);
  const refused = pinRefusal(asked, input);
  if (refused) return refused;

  const previous = replaced?.result.assignments ?? null;
  const result = await planVisits(input, { previous: previous ?? [], timeLimitMs: TIME_LIMIT_MS });
  if (result.kind === 'infeasible-pins') return refuse('invalid_input', `这些固定的安排不能同时满足：${pinWords(result.pins, requests)}。请取消其中一项。`, { pins: '不能同时满足。' });
  const planned = plannedOf(input, result, previous ?? []);
  if (planned instanceof Refusal) return planned;
  const chosen = requests.filter((request) => experts.some(({ expert }) => expert.id === chosenExpert(request))).map((request) => request.id);
  await insertPlan(db, {
    ...{ id, fromOn, toOn, campaignId: campaign.id, madeBy: caller.person.id, madeAt: now },
    basis: basisOf(requests, experts),
    result: { ...planned, pins, excludes, previous, chosen },
  });
  return null;
}

const pinWords = (pins: PlanInput['pins'], requests: readonly StoredRequest[]): string =>
  pins
    .map(({ requestId, slot }) => {
      const request = requests.find(({ id }) => id === requestId);
      return `${request ? firmWords(request) : ''}${slot ? `（${slotWords(slot)}）` : ''}`;
    })
    .join('、');

export const proposePlan: UseCase<'plan.propose'> = async (context, asked) => {
  const { db, campaign } = context;
  const find = () => findPlan(db, campaign.id, asked.id);
  const known = await find();
  const refused = known ? null : await makePlan(context, asked);
  if (refused) return refused;
  const plan = known ?? (await find());
  return plan ? planView(context, plan) : refuse('conflict');
};
