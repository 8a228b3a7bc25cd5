import type { ReadableKind } from '../../../src/contract/activity/activity';
import type { Instant } from './index';

/** A way to take part as it is kept: titles and counts are looked up when it is shown. */
export type StoredWay =
  | { readonly kind: 'news' }
  | { readonly kind: 'contest' }
  | { readonly kind: 'request'; readonly kindId: string; readonly subjectId: string | null }
  | { readonly kind: 'articles'; readonly of: ReadableKind; readonly coming: string }
  | { readonly kind: 'events'; readonly coming: string }
  | { readonly kind: 'essays'; readonly coming: string }
  | { readonly kind: 'checklist'; readonly checklistId: string };

/** The activities' part of `Database`. */
export interface ActivityTables {
  lessonProgress: LessonProgressTable;
}

interface LessonProgressTable {
  personId: string;
  articleId: string;
  /** The furthest that was read, 0 to 100. */
  readPercent: number;
  /** When the end of the text was reached. */
  readAt: Instant | null;
  /** The latest practice that was the lesson's check. */
  checkId: string | null;
  /** When a check was first done. */
  checkedAt: Instant | null;
  begunAt: Instant;
}
