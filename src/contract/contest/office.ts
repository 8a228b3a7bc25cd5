import * as v from 'valibot';
import type { Flag } from '../../domain/contest/flags';
import { action } from '../action';
import { contentId, cursor, text } from '../fields';
import type { KeyedQuestion, QuestionType } from '../practice';

// What the officers of the office that holds the contest do. Officers of other offices are refused with `forbidden`.

/** A question with the appeals against it that wait for an answer. */
export interface AppealedQuestion extends KeyedQuestion {
  readonly questionId: string;
  readonly topicTitle: string;
  readonly appealCount: number;
  /** The oldest ones, twenty at most. */
  readonly appeals: readonly { readonly id: string; readonly at: string; readonly reason: string }[];
}

export interface ErratumView {
  readonly questionId: string;
  readonly stem: string;
  readonly kind: 'void' | 'correct';
  /** What the office says about it, to everyone. */
  readonly reason: string;
  readonly decidedAt: string;
  /** How many attempts have the question, and whether all of them are graded anew. */
  readonly affectedCount: number;
  readonly rescored: boolean;
}

export interface FlaggedAttempt {
  readonly attemptId: string;
  readonly code: string;
  readonly name: string;
  readonly score: number;
  readonly usedMs: number;
  readonly submittedAt: string;
  readonly hiddenCount: number;
  readonly flags: readonly { readonly flag: Flag; readonly reason: string }[];
}

export interface QuestionStatistics {
  readonly questionId: string;
  readonly topicTitle: string;
  readonly type: QuestionType;
  readonly stem: string;
  /** In how many attempts it was asked. */
  readonly askedCount: number;
  /** 0–1, of those attempts. */
  readonly correctShare: number;
  /** Correlation of the points for this question with those for the rest of the paper, −1–1; null when it is not defined. */
  readonly discrimination: number | null;
}

export const contestOfficeActions = {
  'appeal.list': action<{ readonly keyVersion: number; readonly questions: readonly AppealedQuestion[]; readonly nextCursor: string | null }>()({
    who: 'officer',
    effect: 'read',
    summary: 'Questions with unanswered appeals, the longest waiting first, ten a page.',
    input: v.strictObject({ cursor }),
  }),
  'appeal.decide': action<{ readonly keyVersion: number; readonly answeredCount: number }>()({
    who: 'officer',
    effect: 'change',
    summary: 'Answers all appeals on a question: keeps it, voids it, or corrects its key; then every affected attempt is graded anew.',
    input: v.strictObject({
      questionId: contentId('题目'),
      /** As `appeal.list` gave it: a decision on an outdated key is refused. */
      keyVersion: v.pipe(v.number('版本号不正确。'), v.integer('版本号不正确。'), v.minValue(1, '版本号不正确。')),
      decision: v.variant(
        'kind',
        [
          v.strictObject({ kind: v.literal('keep') }),
          v.strictObject({ kind: v.literal('void') }),
          v.strictObject({
            kind: v.literal('correct'),
            key: v.pipe(
              v.array(v.pipe(v.number('选项不正确。'), v.integer('选项不正确。'), v.minValue(0, '选项不正确。'), v.maxValue(9, '选项不正确。')), '请选择正确的选项。'),
              v.minLength(1, '请选择正确的选项。'),
              v.maxLength(10, '选项不正确。'),
              v.check((key) => new Set(key).size === key.length, '同一个选项不能重复选择。'),
            ),
          }),
        ],
        '请选择维持、作废还是更正。',
      ),
      /** Shown to those who appealed and, unless the question is kept, to everyone. */
      reply: text('答复', { min: 5, max: 300, lines: 'many' }),
    }),
  }),
  'erratum.list': action<{ readonly errata: readonly ErratumView[] }>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Questions of the contest that were corrected or voided, newest first.',
    input: v.strictObject({}),
  }),
  'contest.flagged': action<{ readonly attempts: readonly FlaggedAttempt[]; readonly nextCursor: string | null }>()({
    who: 'officer',
    effect: 'read',
    summary: 'Attempts that an officer should look at, newest first, ten a page. A flag changes nothing by itself.',
    input: v.strictObject({ cursor }),
  }),
  'contest.statistics': action<{ readonly attemptCount: number; readonly questions: readonly QuestionStatistics[] }>()({
    who: 'officer',
    effect: 'read',
    summary: 'How each question did, over the latest twenty thousand attempts; the hardest first.',
    input: v.strictObject({}),
  }),
} as const;
