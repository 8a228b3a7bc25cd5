import type { RequestOutcome } from './state';

const DAY = 24 * 60 * 60 * 1000;

/** Days after the conclusion when the owner is asked whether it helped. */
export const surveyRounds = [30, 90] as const;
export type SurveyRound = (typeof surveyRounds)[number];

export const surveyTime = (concludedAt: Date, round: SurveyRound): Date => new Date(concludedAt.getTime() + round * DAY);

/** When the first question is due after a conclusion; null where nothing was done that could have helped. */
export const firstSurveyAt = (outcome: RequestOutcome | null, concludedAt: Date): Date | null =>
  outcome === 'resolved' || outcome === 'advised' ? surveyTime(concludedAt, surveyRounds[0]) : null;

/** The first round that was not asked yet; null once all were. */
export const nextRound = (asked: readonly SurveyRound[]): SurveyRound | null => surveyRounds.find((round) => !asked.includes(round)) ?? null;
