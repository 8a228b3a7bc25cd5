import type { ColumnType, Generated } from 'kysely';
import type { SavedAnswers } from '../../../src/domain/contest/answers';
import type { BankItem, PaperQuestion } from '../../../src/domain/contest/paper';
import type { Flag } from '../../../src/domain/contest/flags';
import type { NameChoice } from '../../../src/domain/contest/shown-name';
import type { Instant, Json } from './index';

/** The contest's part of `Database`. */
export interface ContestTables {
  contest: ContestTable;
  contestEntrant: ContestEntrantTable;
  contestAttempt: ContestAttemptTable;
  contestRankScore: ContestRankScoreTable;
  contestRankCell: ContestRankCellTable;
  contestTeam: ContestTeamTable;
  contestWinner: ContestWinnerTable;
  contestCertificate: ContestCertificateTable;
  contestAppeal: ContestAppealTable;
  contestErratum: ContestErratumTable;
}

interface ContestTable {
  id: string;
  campaignId: string;
  opensAt: Instant;
  closesAt: Instant;
  /** The last day on which an appeal may be filed; prizes are drawn after it. */
  appealsUntil: string;
  /** 64 hex digits. Leaves the server only when nothing is drawn from it any more. */
  seed: string;
  seedHash: string;
  /** The questions that may be drawn; fixed with the first attempt. */
  bank: Json<readonly BankItem[]>;
  bankHash: string;
  committedAt: Instant;
  /** Grows by one with every erratum; an attempt is graded by one version. */
  keyVersion: Generated<number>;
  /** Up to which version every attempt is graded anew. */
  rescoredVersion: Generated<number>;
  teamsCountedAt: Instant | null;
  /** Of all that the teams were counted from; null before the first time. */
  teamsFingerprint: string | null;
  drawnAt: Instant | null;
  eligibleCount: number | null;
  eligibleHash: string | null;
}

interface ContestEntrantTable {
  id: string;
  contestId: string;
  /** Null once the person's data were deleted; the result stays, without anything personal. */
  personId: string | null;
  /** Of a deleted person's identity, under the contest's seed, so that coming back gives no new attempts; null otherwise and once the contest has closed. */
  identityHash: string | null;
  /** Public: names the entrant in the draw. 16 hex digits. */
  code: string;
  /** False for guests. */
  ranked: boolean;
  nameChoice: Generated<NameChoice>;
  name: string | null;
  enterpriseCode: string | null;
  enterpriseName: string | null;
  officeId: string | null;
  /** Opaque: a keyed hash of WeChat's group id. */
  groupId: string | null;
  bestAttemptId: string | null;
  bestScore: number | null;
  bestCorrect: number | null;
  bestMs: number | null;
  bestAt: Instant | null;
  passed: Generated<boolean>;
  /** Took part in the prize draw; set when it is drawn. */
  eligible: Generated<boolean>;
}

interface ContestAttemptTable {
  id: string;
  entrantId: string;
  contestId: string;
  number: number;
  nonce: string;
  state: 'open' | 'submitted';
  paper: Json<readonly PaperQuestion[]>;
  answers: Json<SavedAnswers>;
  hiddenCount: Generated<number>;
  startedAt: Instant;
  deadlineAt: Instant;
  submittedAt: Instant | null;
  closedBy: 'person' | 'deadline' | null;
  score: number | null;
  correctCount: number | null;
  usedMs: number | null;
  /** Points by question, in the paper's order. */
  earned: Json<readonly number[] | null>;
  /** Null when there is none. */
  flags: ColumnType<readonly Flag[] | null, string | null, string | null>;
  keyVersion: number | null;
}

/** How many ranked entrants have their best result with this score. */
interface ContestRankScoreTable {
  contestId: string;
  score: number;
  entrants: number;
}

/** The same by span of time: `cell` is the number of whole spans of `spanMs` before. Two lengths are counted. */
interface ContestRankCellTable {
  contestId: string;
  score: number;
  spanMs: number;
  cell: number;
  entrants: number;
}

/** The boards of teams, counted anew by the timer; only teams that reach the minimum. */
interface ContestTeamTable {
  contestId: string;
  kind: 'enterprises' | 'offices' | 'groups';
  teamId: string;
  name: string;
  memberCount: number;
  meanScore: number;
  meanMs: number;
  rank: number;
}

interface ContestWinnerTable {
  contestId: string;
  place: number;
  entrantId: string;
  ticket: string;
}

interface ContestCertificateTable {
  code: string;
  contestId: string;
  entrantId: string;
  holderName: string;
  issuedAt: Instant;
}

interface ContestAppealTable {
  id: string;
  contestId: string;
  questionId: string;
  attemptId: string;
  personId: string | null;
  reason: string;
  filedAt: Instant;
  state: 'open' | 'kept' | 'upheld';
  reply: string | null;
  decidedAt: Instant | null;
}

interface ContestErratumTable {
  contestId: string;
  /** The version of the key that it made. */
  keyVersion: number;
  questionId: string;
  kind: 'void' | 'correct';
  formerKey: Json<readonly number[]>;
  key: Json<readonly number[]>;
  /** Hash of the whole key as it is since then. */
  keyHash: string;
  reason: string;
  decidedAt: Instant;
  /** Who decided, for the audit; never shown. */
  decidedBy: string | null;
  affectedCount: number;
}
