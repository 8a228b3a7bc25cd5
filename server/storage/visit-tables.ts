import type { Generated } from 'kysely';
import type { Half } from '../../src/contract/visit/visit';
import type { Instant, Json } from './tables';

export interface VisitTables {
  expert: ExpertTable;
  expertInvitation: ExpertInvitationTable;
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

interface ExpertInvitationTable {
  tokenHash: string;
  expertId: string;
  madeAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
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
  /** What the plan was made from, with the versions of requests and experts: published only while it still holds. */
  basis: Json<unknown>;
  result: Json<unknown>;
  publishedAt: Instant | null;
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
