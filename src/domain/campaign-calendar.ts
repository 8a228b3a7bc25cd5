import { chinaDate, daysBetween } from './china-time';

/** `archive` is for good: the pages stay, what can be asked for is closed. */
export type CampaignPhase = 'before' | 'running' | 'archive';

export interface CampaignDays {
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface CampaignDay {
  readonly phase: CampaignPhase;
  /** 1-based; null outside the campaign. */
  readonly dayNumber: number | null;
  readonly dayCount: number;
}

/** Where `now` falls in a campaign; both the first and the last day belong to it, from midnight to midnight in China. */
export function campaignDay({ startsOn, endsOn }: CampaignDays, now: Date): CampaignDay {
  const today = chinaDate(now);
  const dayCount = daysBetween(startsOn, endsOn) + 1;
  if (today < startsOn) return { phase: 'before', dayNumber: null, dayCount };
  if (today > endsOn) return { phase: 'archive', dayNumber: null, dayCount };
  return { phase: 'running', dayNumber: daysBetween(startsOn, today) + 1, dayCount };
}
