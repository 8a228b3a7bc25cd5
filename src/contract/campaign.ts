import * as v from 'valibot';
import type { CampaignPhase } from '../domain/campaign-calendar';
import { action } from './action';
import type { ArticleRow } from './article';
import { contentId } from './fields';

export type LineId = 'publicity' | 'rectification' | 'service' | 'brand';

export interface ClockView {
  /** The server's time, ISO 8601 with the +08:00 offset. */
  readonly now: string;
  /** True when the clock is the demo's, which starts on a day of the campaign. */
  readonly demo: boolean;
}

export interface CampaignView {
  readonly id: string;
  readonly year: number;
  readonly name: string;
  readonly organiser: string;
  readonly theme: string;
  /** The theme broken for display. */
  readonly themeLines: readonly string[];
  readonly introduction: string;
  readonly fourOnes: readonly { readonly title: string; readonly summary: string }[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly phase: CampaignPhase;
  /** 1-based day of the campaign; null outside it. */
  readonly dayNumber: number | null;
  readonly dayCount: number;
  /** What the reader of an archive should know; only in the `archive` phase. */
  readonly archiveNote: string | null;
}

export interface LineView {
  readonly id: LineId;
  readonly name: string;
  readonly summary: string;
  readonly activities: readonly ActivityBrief[];
}

export interface ActivityBrief {
  readonly id: string;
  /** 1–20, the campaign's own numbering. */
  readonly number: number;
  readonly shortTitle: string;
}

export type TakePart =
  | { readonly kind: 'practice' }
  /** `title` is the kind of request's; its form begins with the subject, if there is one. */
  | { readonly kind: 'request'; readonly kindId: string; readonly title: string; readonly subjectId: string | null }
  | { readonly kind: 'news' }
  /** Not open yet; `note` says honestly what will be here. */
  | { readonly kind: 'coming'; readonly note: string };

export interface ActivityView extends ActivityBrief {
  readonly title: string;
  readonly audience: readonly string[];
  readonly summary: string;
  readonly takePart: TakePart;
  readonly articleCount: number;
}

export interface HomeView {
  readonly clock: ClockView;
  readonly campaign: CampaignView;
  readonly lines: readonly LineView[];
  /** The first kind of request in the directory, for the way there; it is answered within so many working days. */
  readonly requests: { readonly open: boolean; readonly title: string; readonly answerWithin: number };
  readonly articles: readonly ArticleRow[];
}

export interface LineActivities {
  readonly id: LineId;
  readonly name: string;
  readonly summary: string;
  readonly activities: readonly ActivityView[];
}

export const campaignActions = {
  'home.get': action<HomeView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Everything the home page shows, in one answer.',
    input: v.strictObject({}),
  }),
  'activity.list': action<{ readonly lines: readonly LineActivities[] }>()({
    who: 'anyone',
    effect: 'read',
    summary: 'The activities of all four lines, or of one.',
    input: v.strictObject({ lineId: v.optional(contentId('类别')) }),
  }),
} as const;
