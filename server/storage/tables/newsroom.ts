import type { ColumnType, Generated } from 'kysely';
import type { ArticleKind } from '../../../src/contract/article';
import type { ManuscriptContent } from '../../../src/contract/newsroom/content';
import type { VersionKind } from '../../../src/contract/newsroom/manuscript';
import type { ManuscriptEventKind, ManuscriptState } from '../../../src/domain/manuscript/state';
import type { Instant, Json } from './index';

export interface NewsroomTables {
  manuscript: ManuscriptTable;
  manuscriptVersion: ManuscriptVersionTable;
  manuscriptEvent: ManuscriptEventTable;
}

/** Of the content, by the database. */
type Part<T> = ColumnType<T, never, never>;

interface ManuscriptTable {
  /** The article's. */
  id: string;
  campaignId: string;
  /** The working copy. */
  content: Json<ManuscriptContent>;
  officeId: Part<string>;
  activityId: Part<string | null>;
  topicId: Part<string | null>;
  areaId: Part<string | null>;
  kind: Part<ArticleKind>;
  title: Part<string>;
  state: ManuscriptState;
  /** Every change adds one: the guard against acting on what somebody else has changed. */
  revision: number;
  /** The newest one's number, which has the content as it is now. */
  version: Generated<number>;
  /** What the public reads, or read last. */
  publishedVersion: Generated<number | null>;
  /** Whoever saved a version after this one has written what is to be reviewed. */
  writtenFrom: Generated<number>;
  editedBy: string | null;
  editedAt: Instant;
  submittedBy: Generated<string | null>;
  submittedAt: Instant | null;
  reviewedBy: Generated<string | null>;
  reviewedAt: Instant | null;
  decision: Generated<'approve' | 'return' | null>;
  reviewNote: Generated<string | null>;
  publishAt: Instant | null;
  /** With `publishAt`: how long it then stands above the others. */
  pinUntil: Instant | null;
}

interface ManuscriptVersionTable {
  manuscriptId: string;
  number: number;
  kind: VersionKind;
  content: Json<ManuscriptContent>;
  savedBy: string | null;
  /** When its first save was; what one person saves soon after goes into the same version. */
  begunAt: Instant;
  savedAt: Instant;
}

interface ManuscriptEventTable {
  id: Generated<number>;
  manuscriptId: string;
  at: Instant;
  kind: ManuscriptEventKind;
  personId: string | null;
  note: string | null;
}
