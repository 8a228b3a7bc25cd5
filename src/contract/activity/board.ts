import * as v from 'valibot';
import type { ActivityState } from '../../domain/activity-state';
import { action } from '../action';
import type { ArticleRow } from '../article';
import type { ClockView, LineId } from '../campaign';
import type { ActivityBrief } from './activity';

export interface BoardRow extends ActivityBrief {
  readonly title: string;
  readonly state: ActivityState;
  readonly evidenceCount: number;
  /** `2017-09-04`; null when nothing has happened yet. */
  readonly lastHappenedOn: string | null;
  /** The latest article of the activity, of any kind. */
  readonly evidence: Pick<ArticleRow, 'id' | 'kind' | 'title' | 'happenedOn' | 'month'> | null;
  /**
   * Days in which nothing new came, counted from the campaign's first day where nothing has happened yet. Null for the
   * public, and outside the campaign.
   */
  readonly quietDays: number | null;
}

export interface BoardView {
  readonly clock: ClockView;
  readonly campaignName: string;
  readonly lines: readonly { readonly id: LineId; readonly name: string; readonly summary: string; readonly activities: readonly BoardRow[] }[];
  /** How many of all activities are in each state. */
  readonly counts: Readonly<Record<ActivityState, number>>;
}

/** A row of the open data: docs/open-data.md tells what each field means. */
export interface OpenActivity {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly lineId: LineId;
  readonly lineName: string;
  readonly audience: readonly string[];
  readonly state: ActivityState;
  readonly evidenceCount: number;
  readonly lastHappenedOn: string | null;
  readonly latestArticleId: string | null;
  readonly latestArticleTitle: string | null;
}

export interface OpenActivities {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly organiser: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly activities: readonly OpenActivity[];
}

export const progressBoardActions = {
  'board.get': action<BoardView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Every activity with its state and latest evidence; for the staff of the offices and the bureau, not for experts, also for how long nothing new came.',
    input: v.strictObject({}),
  }),
  'open-data.activities': action<OpenActivities>()({
    who: 'anyone',
    effect: 'read',
    summary: 'The activities as open data; GET /open-data/activities.json and .csv give the same.',
    input: v.strictObject({}),
  }),
} as const;
