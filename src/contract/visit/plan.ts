import * as v from 'valibot';
import { action } from '../action';
import { calendarDate, contentId, recordId } from '../fields';
import type { Half } from './visit';

/** A visit that the plan proposes: one expert, one half-day, one district, one firm or several neighbouring ones. */
export interface ProposedVisit {
  readonly expertId: string;
  readonly expertName: string;
  readonly date: string;
  readonly half: Half;
  readonly areaName: string;
  readonly requests: readonly ProposedStop[];
}

export interface ProposedStop {
  readonly requestId: string;
  readonly receiptNumber: string;
  readonly firmName: string;
  readonly subject: string;
  /** Why this expert and this half-day, in sentences. */
  readonly why: readonly string[];
  readonly preferred: boolean;
  readonly pinned: boolean;
  /** Against the plan before this one; null when there is none. */
  readonly change: 'same' | 'moved' | 'new' | null;
}

export interface LeftOut {
  readonly requestId: string;
  readonly receiptNumber: string;
  readonly firmName: string;
  readonly subject: string;
  /** Each names one constraint that, relaxed alone, would fit it in. */
  readonly why: readonly string[];
}

export interface PlanView {
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly madeAt: string;
  readonly publishedAt: string | null;
  /** Requests, experts or leave changed since: it has to be made again before it can be published. */
  readonly stale: boolean;
  readonly visits: readonly ProposedVisit[];
  readonly leftOut: readonly LeftOut[];
  /** What was asked for by hand. */
  readonly pins: readonly Pin[];
  readonly excludes: readonly Pin[];
  readonly proof: {
    /** The independent checker has verified the certificate. */
    readonly verified: boolean;
    readonly requestCount: number;
    readonly served: number;
    /** What was reached and what no plan can exceed, weighted by urgency; equal when proven. */
    readonly weighted: number;
    readonly bound: number;
    readonly preferred: number;
    readonly busiestHalfDays: number;
  };
}

/** Null leaves it open. */
export interface Pin {
  readonly requestId: string | null;
  readonly expertId: string | null;
  readonly date: string | null;
  readonly half: Half | null;
}

const pin = v.strictObject({
  requestId: v.nullable(recordId),
  expertId: v.nullable(recordId),
  date: v.nullable(calendarDate('日期')),
  half: v.nullable(v.picklist(['am', 'pm'], '请选择上午或下午。')),
});

const pins = v.optional(v.pipe(v.array(pin, '请选择。'), v.maxLength(200, '固定或排除的安排过多。')), []);

export const planActions = {
  'plan.propose': action<PlanView>()({
    who: 'dispatcher',
    effect: 'settled',
    summary: 'Proposes the best plan of visits for a span of days, proven, with its reasons; `id` is the caller’s, so that a repeated call finds the same plan.',
    input: v.strictObject({
      id: recordId,
      fromOn: calendarDate('开始日期'),
      toOn: calendarDate('结束日期'),
      kindId: v.optional(contentId('事项')),
      pins,
      excludes: pins,
      /** Change as little as possible against this plan. */
      previousId: v.optional(v.nullable(recordId), null),
    }),
  }),
  'plan.latest': action<{ readonly plan: PlanView | null; readonly waitingCount: number; readonly expertCount: number }>()({
    who: 'dispatcher',
    effect: 'read',
    summary: 'The latest plan, and how much waits for one.',
    input: v.strictObject({}),
  }),
  'plan.publish': action<PlanView>()({
    who: 'dispatcher',
    effect: 'change',
    summary: 'Books every visit of the plan and tells firms and experts; refused when anything it was made from has changed.',
    input: v.strictObject({ id: recordId }),
  }),
} as const;
