import * as v from 'valibot';
import { action } from '../action';
import type { ArticleRow } from '../article';
import { contentId, cursor } from '../fields';

/** How far the caller is in a lesson. */
export interface LessonProgress {
  /** The furthest that was read, 0 to 100; 100 is the end of the text. */
  readonly readPercent: number;
  /** The latest check; null before the first. */
  readonly check: { readonly practiceId: string; readonly questionCount: number; readonly answeredCount: number; readonly correctCount: number } | null;
  /** The day on which the lesson was read and its check done, `2017-09-07`. */
  readonly finishedOn: string | null;
}

export interface LessonRow extends ArticleRow {
  /** How long it takes. */
  readonly minutes: number | null;
  readonly media: 'video' | 'audio' | null;
  /** Whether there is a check at the end. */
  readonly hasCheck: boolean;
  /** Null for whoever has not begun it. */
  readonly progress: LessonProgress | null;
}

export interface LessonPage {
  readonly lessons: readonly LessonRow[];
  readonly nextCursor: string | null;
  /** Of all lessons; only with the first page. */
  readonly totals: { readonly lessonCount: number; readonly finishedCount: number } | null;
  /** What to say while there is no lesson; only with the first page. */
  readonly coming: string | null;
}

/** What stands under a lesson's text: the text itself comes with `article.get`. */
export interface LessonView {
  readonly articleId: string;
  /** How many questions the check has; 0 when there is none. */
  readonly checkQuestionCount: number;
  readonly progress: LessonProgress | null;
  /** The next one of the course. */
  readonly next: Pick<ArticleRow, 'id' | 'title'> | null;
}

const readPercent = v.pipe(v.number('阅读进度不正确。'), v.integer('阅读进度不正确。'), v.minValue(0, '阅读进度不正确。'), v.maxValue(100, '阅读进度不正确。'));

export const lessonActions = {
  'lesson.list': action<LessonPage>()({
    who: 'anyone',
    effect: 'read',
    summary: 'The lessons in the order of the course, the first published first, ten a page, with the caller’s own progress.',
    input: v.strictObject({ cursor }),
  }),
  'lesson.get': action<LessonView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'What stands under a lesson: its check, the caller’s progress and the next lesson.',
    input: v.strictObject({ articleId: contentId('课程') }),
  }),
  'lesson.note-progress': action<LessonProgress>()({
    who: 'person',
    effect: 'settled',
    summary: 'Keeps how far the caller has read; what was read before is never taken back.',
    input: v.strictObject({ articleId: contentId('课程'), readPercent }),
  }),
} as const;
