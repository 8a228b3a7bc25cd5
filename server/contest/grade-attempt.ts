import type { SavedAnswers } from '../../src/domain/contest/answers';
import type { PaperQuestion } from '../../src/domain/contest/paper';
import { gradePaper, type Score } from '../../src/domain/contest/score';
import type { ContestSettings } from '../campaign/schema';
import type { Bank } from './bank';

export interface Grade extends Score {
  readonly passed: boolean;
}

/** What an attempt is worth by one version of the key; the same whoever asks and however often. */
export function gradeAttempt(
  { paper, answers }: { readonly paper: readonly PaperQuestion[]; readonly answers: SavedAnswers },
  { questions }: Bank,
  { partialCredit, passMark }: ContestSettings,
): Grade {
  const chosen = Object.fromEntries(Object.entries(answers).map(([id, [, options]]) => [id, options]));
  const score = gradePaper(paper, chosen, questions, partialCredit);
  return { ...score, passed: score.score >= passMark };
}
