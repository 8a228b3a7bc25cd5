import * as v from 'valibot';
import type { Slot } from '../../domain/visit-plan/types';
import { action } from '../action';
import { calendarDate, contentId, recordId } from '../fields';
import { halfDay } from './half-day';

/** A visit that the plan proposes: one expert, one half-day, one district, one firm or several neighbouring ones. */
export interface ProposedVisit extends Slot {
  readonly expertId: string;
  readonly expertName: string;
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
  /** On a date that the firm prefers. */
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
  /** Each names one constraint that, relaxed alone, would fit it in; or else what would have to change together. */
  readonly why: readonly string[];
}

export interface PlanView {
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly madeAt: string;
  readonly publishedAt: string | null;
  /** What of requests, experts and days has changed since, so that it has to be made again before it can be published; null when nothing. */
  readonly stale: string | null;
  readonly visits: readonly ProposedVisit[];
  readonly leftOut: readonly LeftOut[];
  /** What was asked for by hand. */
  readonly pins: readonly Pin[];
  readonly excludes: readonly Exclude[];
  readonly proof: {
    /** The independent checker has verified the certificate; false when the time ran out before the proof was complete. */
    readonly verified: boolean;
    readonly requestCount: number;
    readonly served: number;
    /** What was reached and what no plan can exceed, weighted by urgency; equal when verified. */
    readonly weighted: number;
    readonly bound: number;
    readonly preferred: number;
    /** Half-days of the expert with the most of them. */
    readonly busiestHalfDays: number;
  };
}

/** The request is visited: by this expert, in this half-day; null leaves it open. */
export interface Pin {
  readonly requestId: string;
  readonly expertId: string | null;
  readonly slot: Slot | null;
}

/** No visit has all that is named; null stands for any. */
export interface Exclude {
  readonly requestId: string | null;
  readonly expertId: string | null;
  readonly slot: Slot | null;
}

const pins = v.optional(
  v.pipe(v.array(v.strictObject({ requestId: recordId, expertId: v.nullable(recordId), slot: v.nullable(halfDay) }), '请选择。'), v.maxLength(200, '固定的安排过多。')),
  [],
);

const excludes = v.optional(
  v.pipe(
    v.array(
      v.pipe(
        v.strictObject({ requestId: v.nullable(recordId), expertId: v.nullable(recordId), slot: v.nullable(halfDay) }),
        v.check(({ requestId, expertId, slot }) => requestId !== null || expertId !== null || slot !== null, '请选择要排除的申请、专家或时间。'),
      ),
      '请选择。',
    ),
    v.maxLength(200, '排除的安排过多。'),
  ),
  [],
);

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
      excludes,
      /** Change as little as possible against this plan. */
      previousId: v.optional(v.nullable(recordId), null),
    }),
  }),
  'plan.latest': action<{ readonly plan: PlanView | null; readonly waitingCount: number; readonly expertCount: number; readonly days: readonly string[] }>()({
    who: 'dispatcher',
    effect: 'read',
    summary: 'The latest plan, how much waits for one, and the working days for which one can be made.',
    input: v.strictObject({}),
  }),
  'plan.publish': action<PlanView>()({
    who: 'dispatcher',
    effect: 'change',
    summary: 'Books every visit of the plan and tells firms and experts; refused when anything it was made from has changed.',
    input: v.strictObject({ id: recordId }),
  }),
} as const;
