import type { CampaignDays, CampaignPhase } from './campaign-calendar';
import { daysBetween } from './china-time';

/** `preparing`: the campaign runs, but nothing has happened yet and nobody can take part. */
export type ActivityState = 'not-started' | 'preparing' | 'running' | 'ended';

export const activityStateNames = {
  'not-started': '未开始',
  preparing: '筹备中',
  running: '进行中',
  ended: '已结束',
} as const satisfies Readonly<Record<ActivityState, string>>;

export interface ActivityFacts {
  /** How much of the activity the public can see: what was published, and events that took place. */
  readonly evidenceCount: number;
  /** Whether there is a way to take part now. */
  readonly hasOpenWay: boolean;
}

export function activityState(phase: CampaignPhase, { evidenceCount, hasOpenWay }: ActivityFacts): ActivityState {
  switch (phase) {
    case 'before':
      return 'not-started';
    case 'running':
      return evidenceCount > 0 || hasOpenWay ? 'running' : 'preparing';
    case 'archive':
      return 'ended';
  }
}

/**
 * How many days nothing new came, counted from the campaign's first day where nothing has happened yet. Null outside the
 * campaign, when nothing is expected.
 */
export function quietDays({ startsOn, endsOn }: CampaignDays, lastHappenedOn: string | null, today: string): number | null {
  if (today < startsOn || today > endsOn) return null;
  return daysBetween(lastHappenedOn === null || lastHappenedOn < startsOn ? startsOn : lastHappenedOn, today);
}
