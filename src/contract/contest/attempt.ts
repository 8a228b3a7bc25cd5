import * as v from 'valibot';
import { action } from '../action';
import { contentId, recordId, text } from '../fields';
import type { QuestionType, Source } from '../practice';
import type { StandingView } from './board';

export interface AttemptQuestion {
  readonly id: string;
  readonly type: QuestionType;
  readonly stem: string;
  /** In this attempt's own order. */
  readonly options: readonly string[];
  readonly points: number;
  /** What was saved last, as shown; empty when nothing was. */
  readonly chosen: readonly number[];
}

/** A running attempt, and all that may be known of it before it is handed in. */
export interface AttemptView {
  readonly id: string;
  readonly number: number;
  readonly state: 'open' | 'submitted';
  readonly startedAt: string;
  readonly deadlineAt: string;
  /** By the server's clock, in milliseconds; 0 once the deadline has passed. */
  readonly remainingMs: number;
  /** The highest revision that was saved; the next answer carries a higher one. */
  readonly revision: number;
  readonly questions: readonly AttemptQuestion[];
}

export interface SavedView {
  readonly remainingMs: number;
  readonly revision: number;
  /** Questions on which another device has saved something newer than what was sent, with that. */
  readonly newer: readonly { readonly questionId: string; readonly chosen: readonly number[] }[];
}

/** The same for every submit of an attempt, whether first, repeated, parallel or late. */
export interface SubmittedView {
  readonly attemptId: string;
  readonly submittedAt: string;
  /** `deadline`: it was closed with what had been saved by then. */
  readonly closedBy: 'person' | 'deadline';
}

export interface AppealView {
  readonly state: 'open' | 'kept' | 'upheld';
  readonly reason: string;
  /** The office's answer; null while open. */
  readonly reply: string | null;
}

export interface ResultQuestion {
  readonly id: string;
  readonly topicId: string;
  readonly topicTitle: string;
  readonly type: QuestionType;
  readonly stem: string;
  readonly options: readonly string[];
  readonly chosen: readonly number[];
  readonly points: number;
  /** Null until results are released. */
  readonly earned: number | null;
  /** As shown. Null until explanations are released, as are the two below. */
  readonly key: readonly number[] | null;
  readonly explanation: string | null;
  readonly source: Source | null;
  readonly voided: boolean;
  /** The caller's own appeal on this question. */
  readonly appeal: AppealView | null;
}

export interface TopicAdvice {
  readonly topicId: string;
  readonly topicTitle: string;
  readonly wrongCount: number;
  /** The request that asks about this topic's subject; null when there is none. */
  readonly request: { readonly kindId: string; readonly kindTitle: string; readonly subjectId: string; readonly subjectName: string } | null;
}

export interface ResultView {
  readonly attemptId: string;
  readonly number: number;
  readonly contestTitle: string;
  readonly startedAt: string;
  readonly submittedAt: string;
  readonly closedBy: 'person' | 'deadline';
  readonly usedMs: number;
  readonly fullMark: number;
  readonly passMark: number;
  /** Null until results are released, with the reason in `releasedAt`. */
  readonly score: { readonly points: number; readonly correctCount: number; readonly passed: boolean } | null;
  /** When what is still held back will be told; null when nothing is. */
  readonly releasedAt: string | null;
  readonly best: boolean;
  /** Null for a guest and until results are released. */
  readonly standing: StandingView | null;
  readonly mayAppeal: boolean;
  /** Whether a certificate can be had. */
  readonly mayCertify: boolean;
  readonly questions: readonly ResultQuestion[];
  /** What to read, practise or ask about, by the topics in which points were lost; most lost first. */
  readonly advice: readonly TopicAdvice[];
}

const optionIndex = v.pipe(v.number('选项不正确。'), v.integer('选项不正确。'), v.minValue(0, '选项不正确。'), v.maxValue(9, '选项不正确。'));

const answers = v.pipe(
  v.array(
    v.strictObject({
      questionId: contentId('题目'),
      /** Empty when an answer was taken back. */
      chosen: v.pipe(
        v.array(optionIndex, '请选择答案。'),
        v.maxLength(10, '选项不正确。'),
        v.check((chosen) => new Set(chosen).size === chosen.length, '同一个选项不能重复选择。'),
      ),
      revision: v.pipe(v.number('修改序号不正确。'), v.integer('修改序号不正确。'), v.minValue(1, '修改序号不正确。'), v.maxValue(1_000_000, '修改序号不正确。')),
    }),
    '请提交答案。',
  ),
  v.maxLength(200, '一次提交的答案过多。'),
  v.check((list) => new Set(list.map(({ questionId }) => questionId)).size === list.length, '同一道题只能提交一个答案。'),
);

const saving = {
  attemptId: recordId,
  answers,
  /** How often the page was out of sight in this attempt so far, as this device counted. */
  hiddenCount: v.optional(v.pipe(v.number('次数不正确。'), v.integer('次数不正确。'), v.minValue(0, '次数不正确。'), v.maxValue(10_000, '次数不正确。')), 0),
} as const;

export const attemptActions = {
  'contest.start': action<AttemptView>()({
    who: 'person',
    effect: 'settled',
    summary: 'Starts an attempt, or goes on with the one that is running. The same nonce never starts a second one.',
    input: v.strictObject({ nonce: v.pipe(v.string('缺少随机数，请更新到最新版本后重试。'), v.regex(/^[0-9a-f]{32}$/, '随机数不正确，请更新到最新版本后重试。')) }),
  }),
  'contest.attempt': action<AttemptView>()({
    who: 'person',
    effect: 'read',
    summary: 'One’s own attempt, to go on with it on this or another device.',
    input: v.strictObject({ attemptId: recordId }),
  }),
  'contest.save': action<SavedView>()({
    who: 'person',
    effect: 'settled',
    summary: 'Saves answers of a running attempt. Of two answers to a question the one with the higher revision stays, in whatever order they arrive.',
    input: v.strictObject(saving),
  }),
  'contest.submit': action<SubmittedView>()({
    who: 'person',
    effect: 'settled',
    summary: 'Hands an attempt in, with the last answers if they come in time, and grades it once.',
    input: v.strictObject(saving),
  }),
  'contest.result': action<ResultView>()({
    who: 'person',
    effect: 'read',
    summary: 'The result of one’s own attempt that was handed in, with what is released so far.',
    input: v.strictObject({ attemptId: recordId }),
  }),
  'appeal.submit': action<AppealView>()({
    who: 'person',
    effect: 'change',
    summary: 'Appeals against a question of one’s own attempt that was handed in; one appeal for each person and question.',
    input: v.strictObject({ attemptId: recordId, questionId: contentId('题目'), reason: text('申诉理由', { min: 10, max: 300, lines: 'many' }) }),
  }),
} as const;
