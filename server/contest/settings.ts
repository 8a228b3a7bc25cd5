import type { Release } from '../../src/contract/contest/contest';
import { acceptsUntil } from '../../src/domain/contest/window';
import type { Campaign, ContestSettings } from '../campaign/schema';
import { refuse, type Refusal } from '../refusal';

/** The campaign's contest; where there is none, whatever is asked about it is refused. */
export const contestOf = ({ contest }: Pick<Campaign, 'contest'>): ContestSettings | Refusal => contest ?? refuse('not_found', '本届活动没有知识竞赛。');

interface Closing {
  readonly closesAt: string | Date;
  readonly graceSeconds: number;
}

/** When the contest has closed and its grace has passed: nothing is taken any more. */
export const overAt = ({ closesAt, graceSeconds }: Closing): Date => acceptsUntil(new Date(closesAt), graceSeconds * 1000);

export const isOver = (contest: Closing, now: Date): boolean => now >= overAt(contest);

/** Whether what is told with the hand-in, or to everyone when the contest is over, may be told now. */
export const isReleased = (release: Release, contest: Closing, now: Date): boolean => release === 'at-submission' || isOver(contest, now);

export const fullMarkOf = ({ blueprint }: Pick<ContestSettings, 'blueprint'>): number => blueprint.reduce((sum, { count, points }) => sum + count * points, 0);
