import { bookedInSpan, roomInWeek, shareLimitOf } from './fit';
import { mondayOf, slotKey } from './slots';
import type { ExpertPrices, PlanExpert, PlanInput, Prices, Slot, VisitFilter } from './types';

export interface PossibleVisit {
  readonly expertId: string;
  readonly slot: Slot;
  readonly requestIds: readonly string[];
  readonly score: bigint;
}

/** One side of a split. */
export type Branch = { readonly filter: VisitFilter } & ({ readonly atMost: bigint } | { readonly atLeast: bigint });

/**
 * The highest score that a plan of these branches can have, by the prices.
 *
 * @throws when a price has a wrong sign or a visit is not paid for: then they bound nothing
 */
export function leafBound(
  input: PlanInput,
  visits: readonly PossibleVisit[],
  prices: Prices,
  branches: readonly Branch[],
  scale: bigint,
): bigint {
  const most = shareLimitOf(input);
  const pinned = new Set(input.pins.map(({ requestId }) => requestId));
  let bound = 0n;
  for (const { id } of input.requests) {
    bound += pinned.has(id) ? priceOf(prices.requests, id) : nonNegative(priceOf(prices.requests, id));
  }
  for (const expert of input.experts) {
    const halfDays = new Map(visits.flatMap(({ expertId, slot }) => (expertId === expert.id ? [[slotKey(slot), slot]] : [])));
    bound += expertBound(input, expert, [...halfDays.values()], prices.experts[expert.id], scale);
  }
  const sets = prices.sets.map(({ requestIds, price }) => ({ members: new Set(requestIds), price: nonNegative(BigInt(price)) }));
  for (const { members, price } of sets) bound += price * BigInt(Math.floor(members.size / most));
  if (prices.splits.length !== branches.length) throw new Error('A split has no price.');
  const splits = branches.map((branch, at) => ({ branch, price: BigInt(prices.splits[at] ?? 0) }));
  for (const { branch, price } of splits) {
    bound += 'atMost' in branch ? nonNegative(price) * branch.atMost : -nonNegative(-price) * branch.atLeast;
  }
  for (const visit of visits) {
    let paid = halfDayPrice(prices.experts[visit.expertId], visit.slot);
    for (const id of visit.requestIds) paid += priceOf(prices.requests, id);
    for (const { members, price } of sets) {
      if (visit.requestIds.length === most && visit.requestIds.every((id) => members.has(id))) paid += price;
    }
    for (const { branch, price } of splits) if (fits(visit, branch.filter)) paid += price;
    if (paid < visit.score * scale) throw new Error(`A visit to ${visit.requestIds.join(', ')} is not paid for.`);
  }
  return floorDivision(bound, scale);
}

/** What an expert's half-days cost at most, the load's square taken off; `open` are those in which some visit is possible. */
function expertBound(input: PlanInput, expert: PlanExpert, open: readonly Slot[], prices: ExpertPrices | undefined, scale: bigint): bigint {
  const inWeek = (monday: string) =>
    Math.min(roomInWeek(expert, monday), open.filter(({ date }) => mondayOf(date) === monday).length);
  let capacity = 0;
  for (const monday of new Set(open.map(({ date }) => mondayOf(date)))) capacity += inWeek(monday);
  const booked = bookedInSpan(input, expert);
  const any = BigInt(prices?.any ?? 0);
  let bound = -scale * BigInt(booked) ** 2n;
  for (let halfDays = 1; halfDays <= capacity; halfDays += 1) {
    const worth = any * BigInt(halfDays) - scale * BigInt(booked + halfDays) ** 2n;
    if (worth > bound) bound = worth;
  }
  for (const [monday, price] of Object.entries(prices?.weeks ?? {})) bound += nonNegative(BigInt(price)) * BigInt(inWeek(monday));
  for (const [day, price] of Object.entries(prices?.dates ?? {})) {
    bound += nonNegative(BigInt(price)) * BigInt(open.filter(({ date }) => date === day).length);
  }
  for (const price of Object.values(prices?.slots ?? {})) bound += nonNegative(BigInt(price));
  return bound;
}

const halfDayPrice = (prices: ExpertPrices | undefined, slot: Slot): bigint =>
  prices
    ? BigInt(prices.any) + priceOf(prices.weeks, mondayOf(slot.date)) + priceOf(prices.dates, slot.date) + priceOf(prices.slots, slotKey(slot))
    : 0n;

const priceOf = (prices: Readonly<Record<string, number>>, key: string): bigint => BigInt(prices[key] ?? 0);

function nonNegative(price: bigint): bigint {
  if (price < 0n) throw new Error('A price has the wrong sign.');
  return price;
}

const fits = (visit: PossibleVisit, { requestIds, date, expertId, slot }: VisitFilter): boolean =>
  requestIds.every((id) => visit.requestIds.includes(id)) &&
  (date === undefined || visit.slot.date === date) &&
  (expertId === undefined || visit.expertId === expertId) &&
  (slot === undefined || slotKey(visit.slot) === slotKey(slot));

/** Rounded down, for any sign of the dividend; the divisor is positive. */
const floorDivision = (dividend: bigint, divisor: bigint): bigint =>
  dividend >= 0n ? dividend / divisor : -((-dividend + divisor - 1n) / divisor);
