import type { ColumnType, Generated } from 'kysely';
import type { Block } from '../../src/contract/article';
import type { LineId, TakePart } from '../../src/contract/campaign';
import type { QuestionType, Source } from '../../src/contract/practice';
import type { RequestEvent } from '../../src/contract/request';
import type { RequestState } from '../../src/domain/request-state';
import type { ContestTables } from './contest-tables';

/**
 * The tables as the driver sees them. Columns are camelCase here and snake_case in the database (Kysely's
 * CamelCasePlugin translates). Calendar dates travel as `YYYY-MM-DD` strings, instants as `Date`: the drivers are
 * set up for that in `postgres.ts`, once for both engines.
 */
export interface Database extends ContestTables {
  campaign: CampaignTable;
  office: OfficeTable;
  activity: ActivityTable;
  article: ArticleTable;
  topic: TopicTable;
  question: QuestionTable;
  person: PersonTable;
  identity: IdentityTable;
  session: SessionTable;
  officer: OfficerTable;
  practice: PracticeTable;
  practiceQuestion: PracticeQuestionTable;
  wrongQuestion: WrongQuestionTable;
  serviceRequest: ServiceRequestTable;
  requestEvent: RequestEventTable;
  lookupFailure: LookupFailureTable;
  replay: ReplayTable;
}

/** jsonb: read as a value, written as JSON text so that arrays are not taken for PostgreSQL arrays. */
export type Json<T> = ColumnType<T, string, string>;
export type Instant = ColumnType<Date, Date, Date>;

interface CampaignTable {
  id: string;
  /** Of all its files; loading the same content again changes nothing. */
  contentHash: string;
  /** The campaign's own words and settings, as its schema in `server/campaign` describes them. */
  document: Json<unknown>;
  loadedAt: Instant;
}

interface OfficeTable {
  campaignId: string;
  id: string;
  name: string;
  shortName: string;
  isBureau: boolean;
  position: number;
}

interface ActivityTable {
  campaignId: string;
  id: string;
  number: number;
  lineId: LineId;
  title: string;
  shortTitle: string;
  audience: Json<readonly string[]>;
  summary: string;
  takePart: Json<TakePart>;
}

interface ArticleTable {
  id: string;
  campaignId: string;
  officeId: string;
  lineId: LineId;
  activityId: string | null;
  title: string;
  summary: string;
  place: string | null;
  happenedOn: string | null;
  /** What the list is ordered by: `happenedOn`, or the day before the campaign, so that undated pieces come last. */
  sortOn: string;
  cover: Json<{ file: string; alt: string } | null>;
  blocks: Json<readonly Block[]>;
}

interface TopicTable {
  campaignId: string;
  id: string;
  title: string;
  summary: string;
  position: number;
  /** The subject of an expert visit that goes on from here. */
  subjectId: string | null;
}

interface QuestionTable {
  id: string;
  campaignId: string;
  topicId: string;
  type: QuestionType;
  stem: string;
  options: Json<readonly string[]>;
  /** Indices of the right options, in the order of `options`. Leaves the server only through an answer. */
  key: Json<readonly number[]>;
  explanation: string;
  source: Json<Source>;
  difficulty: number;
  reviewedOn: string;
  /** False once the content no longer has the question; past practices keep it. */
  active: boolean;
  inPractice: Generated<boolean>;
  inContest: Generated<boolean>;
  /** Decided by an erratum: nobody is asked it any more, and its points go to everyone who was. */
  voided: Generated<boolean>;
}

interface PersonTable {
  id: string;
  kind: 'guest' | 'wechat' | 'demo';
  label: string;
  createdAt: Instant;
}

interface IdentityTable {
  provider: 'wechat' | 'demo';
  /** WeChat's openid, or the persona's id. */
  subject: string;
  personId: string;
}

interface SessionTable {
  /** SHA-256 of the token, hex. */
  tokenHash: string;
  personId: string;
  createdAt: Instant;
  expiresAt: Instant;
}

interface OfficerTable {
  personId: string;
  campaignId: string;
  officeId: string;
  grantedAt: Instant;
}

interface PracticeTable {
  id: string;
  personId: string;
  campaignId: string;
  /** Null when drawn from the wrong questions. */
  topicId: string | null;
  title: string;
  questionCount: number;
  answeredCount: number;
  correctCount: number;
  startedAt: Instant;
  finishedAt: Instant | null;
  /** Of a question of the day: its day. */
  dailyOn: Generated<string | null>;
}

interface PracticeQuestionTable {
  practiceId: string;
  /** 0-based. */
  position: number;
  questionId: string;
  /** `optionOrder[shown]` is the option's index in the question. */
  optionOrder: Json<readonly number[]>;
  /** Indices as shown; null until answered. */
  chosen: Json<readonly number[] | null>;
  correct: boolean | null;
  answeredAt: Instant | null;
}

interface WrongQuestionTable {
  personId: string;
  questionId: string;
  timesWrong: number;
  lastWrongAt: Instant;
  /** When it comes up for review. */
  dueOn: string;
  rightInARow: Generated<number>;
}

interface ServiceRequestTable {
  id: string;
  campaignId: string;
  kind: string;
  receiptNumber: string;
  /** Null once the person's data were deleted; the request itself stays for the office's records. */
  personId: string | null;
  officeId: string;
  state: RequestState;
  version: Generated<number>;
  firmName: string;
  creditCode: string;
  creditCodeDoubtful: boolean;
  contactName: string | null;
  phone: string | null;
  areaId: string;
  subjectId: string;
  need: string;
  preferredDates: Json<readonly string[]>;
  submittedAt: Instant;
  /** The promise: answered by the end of this day. While returned, null; `workingDaysLeft` keeps what was left. */
  dueOn: string | null;
  workingDaysLeft: number | null;
  /** When the office accepted it; decides whether the promise was kept. */
  answeredOn: string | null;
  /** When it ended; the retention of personal data is counted from here. */
  closedAt: Instant | null;
}

interface RequestEventTable {
  id: Generated<number>;
  requestId: string;
  at: Instant;
  kind: RequestEvent['kind'];
  /** The office that acted; null when the firm did. */
  officeId: string | null;
  /** Where it went, for a transfer. */
  toOfficeId: string | null;
  /** Who acted, for the audit; never shown. */
  personId: string | null;
  note: string | null;
}

interface LookupFailureTable {
  id: Generated<number>;
  receiptNumber: string;
  at: Instant;
}

interface ReplayTable {
  /** The person's id; a change always has one. */
  personId: string;
  key: string;
  action: string;
  inputHash: string;
  reply: Json<unknown>;
  createdAt: Instant;
}
