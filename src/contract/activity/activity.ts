import * as v from 'valibot';
import type { ActivityState } from '../../domain/activity-state';
import { action } from '../action';
import type { ArticleKind, ArticleRow } from '../article';
import type { LineId } from '../campaign';
import { contentId } from '../fields';

export interface ActivityBrief {
  readonly id: string;
  /** 1–20, the campaign's own numbering. */
  readonly number: number;
  readonly shortTitle: string;
}

/** The kinds of article that are a way to take part; news are evidence everywhere. */
export type ReadableKind = Exclude<ArticleKind, 'news'>;

/**
 * One way to take part. `count` says how much there is now; where there is nothing yet, `coming` is the sentence that says
 * so, and null otherwise.
 */
export type Way =
  | { readonly kind: 'news'; readonly count: number }
  | { readonly kind: 'contest'; readonly title: string }
  /** `title` is the kind of request's; its form begins with the subject, if there is one. `open` only while the campaign runs. */
  | { readonly kind: 'request'; readonly kindId: string; readonly title: string; readonly subjectId: string | null; readonly open: boolean }
  | { readonly kind: 'articles'; readonly of: ReadableKind; readonly count: number; readonly coming: string | null }
  /** `count`: events that have not begun yet. */
  | { readonly kind: 'events'; readonly count: number; readonly coming: string | null }
  /** `count`: works in the gallery. `open`: whether a work can be handed in. */
  | { readonly kind: 'essays'; readonly count: number; readonly coming: string | null; readonly open: boolean }
  /** `count`: how many questions the list asks. */
  | { readonly kind: 'checklist'; readonly checklistId: string; readonly title: string; readonly count: number };

export interface ActivityView extends ActivityBrief {
  readonly title: string;
  readonly audience: readonly string[];
  readonly summary: string;
  /** At least one, the main one first. */
  readonly ways: readonly Way[];
  readonly state: ActivityState;
  /** Published articles of the activity, of every kind, and events that have begun. */
  readonly evidenceCount: number;
  /** The day in China on which something was last published or took place, `2017-09-04`; null when nothing has yet. */
  readonly lastHappenedOn: string | null;
}

export interface LineActivities {
  readonly id: LineId;
  readonly name: string;
  readonly summary: string;
  readonly activities: readonly ActivityView[];
}

/** Everything an activity's page shows. */
export interface ActivityPage extends ActivityView {
  readonly lineId: LineId;
  readonly lineName: string;
  /** A sentence each; `howTo` is null where the ways say it all. */
  readonly when: string;
  readonly howTo: string | null;
  /** The latest five. */
  readonly news: readonly ArticleRow[];
  /** For each way of articles that has any: the latest three, of lessons the first three of the course. */
  readonly shelves: readonly { readonly of: ReadableKind; readonly articles: readonly ArticleRow[] }[];
  readonly organiser: string;
}

export const activityActions = {
  'activity.list': action<{ readonly lines: readonly LineActivities[] }>()({
    who: 'anyone',
    effect: 'read',
    summary: 'The activities of all four lines, or of one.',
    input: v.strictObject({ lineId: v.optional(contentId('类别')) }),
  }),
  'activity.get': action<ActivityPage>()({
    who: 'anyone',
    effect: 'read',
    summary: 'One activity: what it is, how to take part, its latest news, its state and when something last happened.',
    input: v.strictObject({ id: contentId('活动') }),
  }),
} as const;
