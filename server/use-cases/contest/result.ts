import type { AppealView, ResultQuestion, ResultView } from '../../../src/contract/contest/attempt';
import { chinaDate, chinaIso } from '../../../src/domain/china-time';
import { shownKey } from '../../../src/domain/contest/score';
import type { ContestSettings } from '../../campaign/schema';
import type { Bank } from '../../contest/bank';
import { isClosed } from '../../contest/close-attempt';
import { contestOf, fullMarkOf, isReleased, overAt } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { findOwnAttempt, type StoredAttempt } from '../../storage/contest/attempt-store';
import { listOwnAppeals, readSubjectsOfTopics } from '../../storage/contest/result-store';
import type { UseCase } from '../../use-case';
import { standingOf } from '../contest-board/standing';
import { attemptAdvice } from './advice';
import { questionOf, shownOptions } from './attempt-view';
import { noAttempt } from './no-attempt';

interface Release {
  readonly results: boolean;
  readonly explanations: boolean;
}

/** Everything about a question of an attempt that was handed in, less what is held back. */
function resultQuestions({ paper, answers, earned }: StoredAttempt, bank: Bank, release: Release, appeals: ReadonlyMap<string, AppealView>): ResultQuestion[] {
  return paper.map(({ id, points, optionOrder }, index) => {
    const question = questionOf(bank, id);
    const { topicId, topicTitle, type, stem, explanation, source, voided } = question;
    return {
      ...{ id, topicId, topicTitle, type, stem, points },
      options: shownOptions(question, optionOrder),
      chosen: answers[id]?.[1] ?? [],
      earned: release.results ? (earned?.[index] ?? null) : null,
      ...(release.explanations ? { key: shownKey(optionOrder, question.key), explanation, source, voided } : { key: null, explanation: null, source: null, voided: false }),
      appeal: appeals.get(id) ?? null,
    };
  });
}

function scoreOf({ score, correctCount }: StoredAttempt, { passMark }: ContestSettings): ResultView['score'] {
  return score === null || correctCount === null ? null : { points: score, correctCount, passed: score >= passMark };
}

export const attemptResult: UseCase<'contest.result'> = async ({ db, campaign, caller: { person }, now, readBank }, { attemptId }) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const attempt = await findOwnAttempt(db, contest.id, person.id, attemptId);
  if (!attempt) return noAttempt();
  if (!isClosed(attempt)) return refuse('conflict', now < attempt.deadlineAt ? '这份答卷还没有交卷，交卷后才能看成绩。' : '答题时间已到，正在交卷，请稍候再看。');

  const release = { results: isReleased(contest.results, contest, now), explanations: isReleased(contest.explanations, contest, now) };
  const [bank, appeals, subjects, standing] = await Promise.all([
    readBank(db, { keyVersion: attempt.contestKeyVersion }),
    listOwnAppeals(db, contest.id, person.id),
    readSubjectsOfTopics(db, campaign.id),
    release.results ? standingOf(db, contest.id, { id: attempt.entrantId }) : null,
  ]);
  const appealViews = new Map(appeals.map(({ questionId, state, reason, reply }): [string, AppealView] => [questionId, { state, reason, reply }]));
  const questions = resultQuestions(attempt, bank, release, appealViews);
  return {
    attemptId: attempt.id,
    number: attempt.number,
    contestTitle: contest.title,
    startedAt: chinaIso(attempt.startedAt),
    submittedAt: chinaIso(attempt.submittedAt),
    closedBy: attempt.closedBy,
    usedMs: attempt.usedMs ?? 0,
    fullMark: fullMarkOf(contest),
    passMark: contest.passMark,
    score: release.results ? scoreOf(attempt, contest) : null,
    releasedAt: release.results && release.explanations ? null : chinaIso(overAt(contest)),
    best: release.results && attempt.best?.attemptId === attempt.id,
    standing,
    mayAppeal: release.results && release.explanations && chinaDate(now) <= contest.appealsUntil,
    mayCertify: release.results && attempt.passed,
    questions,
    advice: release.results ? attemptAdvice(questions, subjects, campaign.requestKinds) : [],
  };
};
