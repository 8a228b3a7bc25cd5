import { useRef, useState } from 'react';
import type { Input, Output } from '../../contract/actions';
import type { Exclude, Pin, PlanView, ProposedStop, ProposedVisit } from '../../contract/visit/plan';
import { slotKey } from '../../domain/visit-plan/slots';
import { useChange } from '../../hooks/use-change';
import type { CallError } from '../../platform/call';
import { newRecordId } from '../../platform/record-id';

export interface Span {
  readonly fromOn: string;
  readonly toOn: string;
}

/** What is asked for by hand. */
interface Wishes {
  readonly pins: readonly Pin[];
  readonly excludes: readonly Exclude[];
}

/** What is wished of a stop as it stands in the plan. */
export type Wish = 'pin' | 'exclude' | null;

export interface Planning extends Wishes {
  readonly plan: PlanView | null;
  readonly span: Span;
  readonly chooseSpan: (span: Span) => void;
  /** How much has been asked for since the plan was made. */
  readonly changes: number;
  readonly wishOf: (visit: ProposedVisit, stop: ProposedStop) => Wish;
  /** Asks for it, or takes it back. */
  readonly wish: (visit: ProposedVisit, stop: ProposedStop, wish: 'pin' | 'exclude') => void;
  /** That a request is visited by anybody at any time, or no longer. */
  readonly insist: (requestId: string) => void;
  readonly allow: (exclude: Exclude) => void;
  readonly proposing: { readonly busy: boolean; readonly error: CallError | null };
  readonly publishing: { readonly busy: boolean; readonly error: CallError | null };
  readonly propose: () => Promise<void>;
  readonly publish: () => Promise<void>;
}

const nothing: Wishes = { pins: [], excludes: [] };
const wishesOf = (plan: PlanView | null): Wishes => (plan === null || plan.publishedAt !== null ? nothing : { pins: plan.pins, excludes: plan.excludes });

const keyOf = ({ requestId, expertId, slot }: Pin | Exclude): string => [requestId, expertId, slot && slotKey(slot)].join(' ');
const partsOf = ({ expertId, date, half }: ProposedVisit, { requestId }: ProposedStop): Pin => ({ requestId, expertId, slot: { date, half } });

/** A working week, or what is left of the days. */
const USUAL_DAYS = 5;

function firstSpan(plan: PlanView | null, days: readonly string[]): Span {
  if (plan !== null && plan.publishedAt === null && days.includes(plan.fromOn) && days.includes(plan.toOn)) return { fromOn: plan.fromOn, toOn: plan.toOn };
  return { fromOn: days[0] ?? '', toOn: days[USUAL_DAYS - 1] ?? days.at(-1) ?? '' };
}

/**
 * The plan on the screen and what the dispatcher asks of the next one.
 *
 * @param onPlan puts a newer plan in the place of what was read
 * @param onStale reads again, after what was on the screen turned out to be out of date
 */
export function usePlan({ plan, days }: Output<'plan.latest'>, onPlan: (plan: PlanView) => void, onStale: () => Promise<void>): Planning {
  const [span, chooseSpan] = useState(() => firstSpan(plan, days));
  const [{ pins, excludes }, setWishes] = useState(() => wishesOf(plan));
  const proposal = useChange('plan.propose');
  const publication = useChange('plan.publish');
  // Asked again after the network failed, it is the same plan.
  const unanswered = useRef<{ readonly asked: string; readonly id: string } | null>(null);

  const made = wishesOf(plan);
  const before = new Set([...made.pins, ...made.excludes].map(keyOf));
  const after = new Set([...pins, ...excludes].map(keyOf));
  const changes = [...after].filter((key) => !before.has(key)).length + [...before].filter((key) => !after.has(key)).length;

  const wishOf = (visit: ProposedVisit, stop: ProposedStop): Wish => {
    const key = keyOf(partsOf(visit, stop));
    if (excludes.some((exclude) => keyOf(exclude) === key)) return 'exclude';
    return pins.some(({ requestId }) => requestId === stop.requestId) ? 'pin' : null;
  };
  return {
    plan,
    span,
    chooseSpan,
    pins,
    excludes,
    changes,
    wishOf,
    wish: (visit, stop, wish) => {
      const parts = partsOf(visit, stop);
      const others = {
        pins: pins.filter(({ requestId }) => requestId !== stop.requestId),
        excludes: excludes.filter((exclude) => keyOf(exclude) !== keyOf(parts)),
      };
      if (wishOf(visit, stop) === wish) setWishes(others);
      else setWishes(wish === 'pin' ? { ...others, pins: [...others.pins, parts] } : { ...others, excludes: [...others.excludes, parts] });
    },
    insist: (requestId) => {
      const others = pins.filter((pin) => pin.requestId !== requestId);
      setWishes({ pins: others.length < pins.length ? others : [...pins, { requestId, expertId: null, slot: null }], excludes });
    },
    allow: (exclude) => {
      setWishes({ pins, excludes: excludes.filter((other) => other !== exclude) });
    },
    proposing: { busy: proposal.busy, error: proposal.error },
    publishing: { busy: publication.busy, error: publication.error },
    propose: async () => {
      const previousId = plan !== null && plan.publishedAt === null ? plan.id : null;
      const wanted: Omit<Input<'plan.propose'>, 'id'> = { ...span, pins: [...pins], excludes: [...excludes], previousId };
      const asked = JSON.stringify(wanted);
      const id = unanswered.current?.asked === asked ? unanswered.current.id : newRecordId();
      unanswered.current = { asked, id };
      const result = await proposal.send({ ...wanted, id });
      if (!result.ok) return;
      unanswered.current = null;
      publication.clearError();
      setWishes(wishesOf(result.data));
      onPlan(result.data);
    },
    publish: async () => {
      if (plan === null) return;
      const result = await publication.send({ id: plan.id });
      if (!result.ok) {
        await onStale();
        return;
      }
      setWishes(nothing);
      onPlan(result.data);
    },
  };
}
