import * as v from 'valibot';
import type { CampaignPhase } from '../domain/campaign-calendar';
import { action } from './action';
import type { ActivityBrief } from './activity/activity';
import type { ArticleRow } from './article';

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

export interface HomeView {
  readonly clock: ClockView;
  readonly campaign: CampaignView;
  readonly lines: readonly LineView[];
  /** The first kind of request in the directory, for the way there; it is answered within so many working days. */
  readonly requests: { readonly open: boolean; readonly title: string; readonly answerWithin: number };
  readonly articles: readonly ArticleRow[];
  /** So many of `articles` are pinned, and stand first. */
  readonly pinnedCount: number;
}

export const campaignActions = {
  'home.get': action<HomeView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Everything the home page shows, in one answer.',
    input: v.strictObject({}),
  }),
} as const;
