import type { ContestRules } from '../../../src/contract/contest/contest';
import { chinaDate } from '../../../src/domain/china-time';
import { attemptsLeft, contestPhase, type ContestPhase } from '../../../src/domain/contest/window';
import type { ContestSettings } from '../../campaign/schema';
import { fullMarkOf } from '../../contest/settings';

export const phaseOf = ({ opensAt, closesAt }: Pick<ContestSettings, 'opensAt' | 'closesAt'>, now: Date): ContestPhase =>
  contestPhase({ opensAt: new Date(opensAt), closesAt: new Date(closesAt) }, now);

/** A day is one on China's calendar; an attempt belongs to the day on which it started. */
export function attemptsLeftOf(contest: ContestSettings, attempts: readonly { readonly startedAt: Date }[], now: Date): { readonly today: number; readonly inAll: number } {
  const today = attempts.filter(({ startedAt }) => chinaDate(startedAt) === chinaDate(now)).length;
  return attemptsLeft(contest, { today, inAll: attempts.length });
}

const TYPES = ['single', 'multiple', 'judgement'] as const;

function partsOf({ blueprint }: ContestSettings): ContestRules['parts'] {
  return TYPES.map((type) => {
    const rows = blueprint.filter((row) => row.type === type);
    return { type, count: rows.reduce((sum, { count }) => sum + count, 0), points: fullMarkOf({ blueprint: rows }) };
  }).filter(({ count }) => count > 0);
}

export const questionCountOf = ({ blueprint }: ContestSettings): number => blueprint.reduce((sum, { count }) => sum + count, 0);

export function contestRules(contest: ContestSettings): ContestRules {
  const { passMark, durationMinutes, attemptsPerDay, attemptsInAll, partialCredit, results, explanations, boards, teams, prizes, appealsUntil } = contest;
  return {
    questionCount: questionCountOf(contest),
    fullMark: fullMarkOf(contest),
    ...{ passMark, durationMinutes, attemptsPerDay, attemptsInAll, partialCredit, results, explanations, boards, teams },
    parts: partsOf(contest),
    prizes: prizes ?? null,
    appealsUntil,
  };
}
