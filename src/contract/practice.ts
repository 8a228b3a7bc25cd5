import * as v from 'valibot';
import { action } from './action';
import { contentId, cursor, recordId } from './fields';

export type QuestionType = 'single' | 'multiple' | 'judgement';

export interface Source {
  readonly title: string;
  /** 第…条, where one was checked. */
  readonly article: string | null;
  readonly note: string | null;
}

/** A question with its key, for whom it is no secret any more. `key` is in the order of `options`. */
export interface KeyedQuestion {
  readonly type: QuestionType;
  readonly stem: string;
  readonly options: readonly string[];
  readonly key: readonly number[];
  readonly explanation: string;
  readonly source: Source;
}

/** What the server says once an answer is given, and never before. Indices are of the options as shown. */
export interface AnswerView {
  readonly chosen: readonly number[];
  readonly correct: boolean;
  readonly key: readonly number[];
  readonly explanation: string;
  readonly source: Source;
}

export interface PracticeQuestion {
  readonly id: string;
  readonly type: QuestionType;
  readonly stem: string;
  /** In this practice's own order. */
  readonly options: readonly string[];
  /** Null until answered. */
  readonly answer: AnswerView | null;
}

export interface PracticeView {
  readonly id: string;
  /** Null when it was drawn from the wrong questions. */
  readonly topicId: string | null;
  /** The day whose question this is, `2017-09-08`; null for any other practice. */
  readonly dailyOn: string | null;
  readonly title: string;
  readonly questions: readonly PracticeQuestion[];
  readonly answeredCount: number;
  readonly correctCount: number;
}

export interface TopicView {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly questionCount: number;
  /** How many different questions of the topic this person has answered, and how many of them right at last. */
  readonly answeredCount: number;
  readonly correctCount: number;
}

export interface TopicList {
  readonly topics: readonly TopicView[];
  readonly questionsPerPractice: number;
  readonly wrongQuestionCount: number;
  /** Of those, how many are due for review today. */
  readonly dueCount: number;
  /** The question of the day, the same for everyone; null when there is none. */
  readonly daily: { readonly answered: boolean; readonly correct: boolean | null; readonly streakDays: number } | null;
  /** The newest practice that is not finished. */
  readonly unfinished: { readonly practiceId: string; readonly title: string; readonly answeredCount: number; readonly questionCount: number } | null;
}

export interface WrongQuestion extends KeyedQuestion {
  readonly id: string;
  readonly topicTitle: string;
  readonly timesWrong: number;
  /** The day on which it comes up for review, `2017-09-08`. */
  readonly dueOn: string;
  /** Whether that day has come. */
  readonly due: boolean;
  /** How often in a row it was right since the last mistake; after five it leaves the notebook. */
  readonly rightInARow: number;
}

/** Of the whole 错题本. */
export interface NotebookCounts {
  readonly total: number;
  /** How many of them are due for review today. */
  readonly dueCount: number;
}

export interface AnswerResult {
  readonly answer: AnswerView;
  readonly answeredCount: number;
  readonly correctCount: number;
  readonly questionCount: number;
}

export const practiceActions = {
  'practice.start': action<PracticeView>()({
    who: 'person',
    effect: 'change',
    summary: 'Draws up to ten questions of a topic or of the caller’s own wrong questions that are due, goes on with or draws the check of a lesson, or gives the question of the day; without their key.',
    input: v.variant(
      'from',
      [
        v.strictObject({ from: v.literal('topic'), topicId: contentId('专题') }),
        v.strictObject({ from: v.literal('wrong-questions') }),
        v.strictObject({ from: v.literal('daily') }),
        v.strictObject({ from: v.literal('lesson'), articleId: contentId('课程') }),
      ],
      '请选择从专题、错题本、每日一题还是课程开始练习。',
    ),
  }),
  'practice.get': action<PracticeView>()({
    who: 'person',
    effect: 'read',
    summary: 'One’s own practice, to go on where it was left or to see its result.',
    input: v.strictObject({ practiceId: recordId }),
  }),
  'practice.answer': action<AnswerResult>()({
    who: 'person',
    effect: 'change',
    summary: 'Grades one answer and explains it. The first answer counts; a later one is told what the first was.',
    input: v.strictObject({
      practiceId: recordId,
      questionId: contentId('题目'),
      chosen: v.pipe(
        v.array(v.pipe(v.number('选项不正确。'), v.integer('选项不正确。'), v.minValue(0, '选项不正确。'), v.maxValue(9, '选项不正确。')), '请选择答案。'),
        v.minLength(1, '请选择答案。'),
        v.maxLength(10, '选项不正确。'),
        v.check((chosen) => new Set(chosen).size === chosen.length, '同一个选项不能重复选择。'),
      ),
    }),
  }),
  'wrong-question.list': action<NotebookCounts & { readonly questions: readonly WrongQuestion[]; readonly nextCursor: string | null }>()({
    who: 'person',
    effect: 'read',
    summary: 'The caller’s 错题本, what is due first, ten a page.',
    input: v.strictObject({ cursor }),
  }),
  'wrong-question.remove': action<NotebookCounts>()({
    who: 'person',
    effect: 'change',
    summary: 'Takes a question out of the caller’s 错题本.',
    input: v.strictObject({ questionId: contentId('题目') }),
  }),
  'wrong-question.collect': action<NotebookCounts & { readonly addedCount: number }>()({
    who: 'person',
    effect: 'change',
    summary: 'Takes the questions that cost points in one’s own contest attempt into the 错题本; what is in already stays as it is.',
    input: v.strictObject({ attemptId: recordId }),
  }),
} as const;
