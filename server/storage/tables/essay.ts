import type { Generated } from 'kysely';
import type { EssayState } from '../../../src/domain/essay/state';
import type { Instant } from './index';

/** The essays' part of `Database`. */
export interface EssayTables {
  essay: EssayTable;
  essayAppreciation: EssayAppreciationTable;
}

interface EssayTable {
  id: string;
  campaignId: string;
  personId: string | null;
  state: EssayState;
  version: Generated<number>;
  title: string;
  body: string;
  authorName: string;
  firmName: string | null;
  /** Null once it is erased. */
  phone: string | null;
  submittedAt: Instant;
  decidedAt: Instant | null;
  decidedBy: string | null;
  note: string | null;
  /** Kept by a trigger. */
  appreciationCount: Generated<number>;
}

interface EssayAppreciationTable {
  essayId: string;
  personId: string;
  at: Instant;
}
