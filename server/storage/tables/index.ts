import type { ColumnType, Generated } from 'kysely';
import type { ArticleDetails, ArticleKind, Block } from '../../../src/contract/article';
import type { LineId } from '../../../src/contract/campaign';
import type { Cover } from '../../../src/contract/newsroom/content';
import type { QuestionType, Source } from '../../../src/contract/practice';
import type { ActivityTables, StoredWay } from './activity';
import type { AttachmentTables } from './attachment';
import type { BookingTables } from './booking';
import type { ContestTables } from './contest';
import type { EssayTables } from './essay';
import type { MessageTables } from './message';
import type { NewsroomTables } from './newsroom';
import type { PictureTables } from './picture';
import type { RequestTables } from './request';
import type { RoleTables } from './role';
import type { ReadingTables, SearchTables } from './search';
import type { VisitTables } from './visit';

/**
 * The tables as the driver sees them. Columns are camelCase here and snake_case in the database (Kysely's
 * CamelCasePlugin translates). Calendar dates travel as `YYYY-MM-DD` strings, instants as `Date`: the drivers are
 * set up for that in `postgres.ts`, once for both engines.
 */
export interface Database extends ActivityTables, AttachmentTables, BookingTables, ContestTables, EssayTables, MessageTables, NewsroomTables, PictureTables, ReadingTables, RequestTables, RoleTables, SearchTables, VisitTables {
  campaign: CampaignTable;
  office: OfficeTable;
  activity: ActivityTable;
  article: ArticleTable;
  topic: TopicTable;
  question: QuestionTable;
  person: PersonTable;
  identity: IdentityTable;
  session: SessionTable;
  practice: PracticeTable;
  practiceQuestion: PracticeQuestionTable;
  wrongQuestion: WrongQuestionTable;
  replay: ReplayTable;
}

/** jsonb: read as a value, written as JSON text so that arrays are not taken for PostgreSQL arrays. */
export type Json<T> = ColumnType<T, string, string>;
/** The same where the database has a default. */
export type Defaulted<T> = ColumnType<T, string | undefined, string>;
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
  ways: Json<readonly StoredWay[]>;
  when: string;
  howTo: string | null;
}

/** What the public may read; what is not published yet stands in `manuscript`. */
interface ArticleTable {
  id: string;
  campaignId: string;
  kind: Generated<ArticleKind>;
  /** `folder`: of the campaign's files, whose loading replaces it. `newsroom`: published there; loading leaves it alone. */
  origin: Generated<ArticleOrigin>;
  officeId: string;
  lineId: LineId;
  activityId: string | null;
  title: string;
  summary: string;
  place: string | null;
  happenedOn: string | null;
  /** What the list is ordered by: `happenedOn`, or the day before the campaign, so that undated pieces come last. */
  sortOn: string;
  cover: Json<Cover | null>;
  /** What `blocks` were made from. */
  markdown: Generated<string>;
  blocks: Json<readonly Block[]>;
  tags: Defaulted<readonly string[]>;
  details: Defaulted<ArticleDetails>;
  /** Null for what came with the campaign's folder. */
  publishedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Until then it stands above the others. */
  pinnedUntil: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Taken back: no list has it, its page says when and why. */
  withdrawnAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  withdrawalNote: Generated<string | null>;
}

export type ArticleOrigin = 'folder' | 'newsroom';

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

interface ReplayTable {
  /** The person's id; a change always has one. */
  personId: string;
  key: string;
  action: string;
  inputHash: string;
  reply: Json<unknown>;
  createdAt: Instant;
}
