import type { Kysely } from 'kysely';
import type { Half } from '../../../src/contract/visit/visit';
import type { Database } from '../tables';

/** One firm's stop on a visit. */
export interface StoredStop {
  readonly id: string;
  readonly visitId: string;
  readonly expertId: string;
  readonly date: string;
  readonly half: Half;
  readonly state: 'booked' | 'done';
  readonly findings: string | null;
  readonly policies: string | null;
  readonly writtenAt: Date | null;
  readonly confirmedAt: Date | null;
}

/** The latest stop of a request: booked, or else the last one done. */
export const findStopOfRequest = (db: Kysely<Database>, requestId: string): Promise<StoredStop | undefined> =>
  db
    .selectFrom('visitStop')
    .innerJoin('visit', 'visit.id', 'visitStop.visitId')
    .select(['visitStop.id', 'visitStop.visitId', 'visit.expertId', 'visit.date', 'visit.half'])
    .select(['visitStop.state', 'visitStop.findings', 'visitStop.policies', 'visitStop.writtenAt', 'visitStop.confirmedAt'])
    .where('visitStop.requestId', '=', requestId)
    .orderBy('visit.date', 'desc')
    .orderBy('visit.half', 'desc')
    .executeTakeFirst();

export interface StoredPromise {
  readonly id: string;
  readonly text: string;
  readonly by: 'firm' | 'expert' | 'office';
  readonly dueOn: string;
  readonly doneOn: string | null;
}

export const listPromises = (db: Kysely<Database>, stopId: string): Promise<StoredPromise[]> =>
  db.selectFrom('visitPromise').select(['id', 'text', 'by', 'dueOn', 'doneOn']).where('stopId', '=', stopId).orderBy('position').execute();
