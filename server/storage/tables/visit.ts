import type { Generated } from 'kysely';
import type { Assignment, Half, Reasons, Slot } from '../../../src/domain/visit-plan/types';
import type { Instant, Json } from './index';

export interface VisitTables {
  expert: ExpertTable;
  expertLeave: ExpertLeaveTable;
  visitPlan: VisitPlanTable;
  visit: VisitTable;
  visitStop: VisitStopTable;
  visitPromise: VisitPromiseTable;
}

interface ExpertTable {
  id: string;
  campaignId: string;
  officeId: string;
  /** Who takes up the profile; null until somebody does. */
  personId: string | null;
  name: string;
  /** Subjects of the campaign's request kinds. */
  subjectIds: Json<readonly string[]>;
  /** Empty: everywhere. */
  areaIds: Json<readonly string[]>;
  /** Half-days in a week, Monday to Sunday. */
  weeklyLimit: number;
  active: Generated<boolean>;
  version: Generated<number>;
}

interface ExpertLeaveTable {
  expertId: string;
  date: string;
  half: Half;
}

interface VisitPlanTable {
  id: string;
  campaignId: string;
  madeBy: string | null;
  madeAt: Instant;
  fromOn: string;
  toOn: string;
  basis: Json<PlanBasis>;
  result: Json<KeptPlan>;
  publishedAt: Instant | null;
}

/** What a plan was made from, by id: a digest of what of each matters to it. It is published only while all of them still hold. */
export interface PlanBasis {
  readonly requests: Readonly<Record<string, string>>;
  readonly experts: Readonly<Record<string, string>>;
}

/** What was asked for and what came out. */
export interface KeptPlan {
  readonly pins: readonly { readonly requestId: string; readonly expertId: string | null; readonly slot: Slot | null }[];
  readonly excludes: readonly { readonly requestId: string | null; readonly expertId: string | null; readonly slot: Slot | null }[];
  /** Of the plan that this one replaces; null when there is none. */
  readonly previous: readonly Assignment[] | null;
  /** Requests whose expert their office had chosen before. */
  readonly chosen: readonly string[];
  readonly assignments: readonly Assignment[];
  readonly reasons: Reasons;
  readonly verified: boolean;
  readonly weighted: number;
  readonly bound: number;
  readonly preferred: number;
}

/** One expert's half-day in one district. A visit without stops is deleted, so that the half-day is free again. */
interface VisitTable {
  id: string;
  campaignId: string;
  expertId: string;
  date: string;
  half: Half;
  areaId: string;
  planId: string | null;
}

/** One firm on a visit, with what was written down there. */
interface VisitStopTable {
  id: string;
  visitId: string;
  requestId: string;
  state: 'booked' | 'done';
  findings: string | null;
  policies: string | null;
  writtenAt: Instant | null;
  writtenBy: string | null;
  confirmedAt: Instant | null;
}

interface VisitPromiseTable {
  id: string;
  stopId: string;
  position: number;
  text: string;
  by: 'firm' | 'expert' | 'office';
  dueOn: string;
  doneOn: string | null;
}
