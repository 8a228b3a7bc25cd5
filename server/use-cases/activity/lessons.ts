import { refuse, Refusal } from '../../refusal';
import { listActivities } from '../../storage/activity/activity-store';
import { countLessons, findLesson, findNextLesson, listLessons, noteRead, readLessonProgress } from '../../storage/activity/lesson-store';
import { cursorKinds } from '../../storage/cursor';
import type { Context, UseCase } from '../../use-case';
import { articleRow } from '../article/article-view';
import { pageStart } from '../page-start';
import { progressView } from './lesson-view';

const noLesson = (): Refusal => refuse('not_found', '没有找到这门课程，可能已经撤下。');

async function comingLessons({ db, campaign }: Context<'lesson.list'>): Promise<string | null> {
  const ways = (await listActivities(db, campaign.id)).flatMap((activity) => activity.ways);
  return ways.flatMap((way) => (way.kind === 'articles' && way.of === 'lesson' ? [way.coming] : []))[0] ?? null;
}

export const lessonList: UseCase<'lesson.list'> = async (context, { cursor }) => {
  const { db, campaign, caller, pictureLink } = context;
  const after = pageStart(cursorKinds.dateAndContentId, cursor);
  if (after instanceof Refusal) return after;
  const personId = caller.person?.id ?? null;
  const [{ rows, nextCursor }, totals] = await Promise.all([listLessons(db, campaign.id, after), after ? null : countLessons(db, campaign.id, personId)]);
  const progress = personId === null ? new Map<string, never>() : await readLessonProgress(db, personId, rows.map(({ id }) => id));
  return {
    lessons: rows.map((row) => {
      const own = progress.get(row.id);
      const hasCheck = row.checkQuestionCount > 0;
      return { ...articleRow(campaign, row, pictureLink), minutes: row.minutes, media: row.media, hasCheck, progress: own ? progressView(own, hasCheck) : null };
    }),
    nextCursor,
    totals,
    coming: totals?.lessonCount === 0 ? await comingLessons(context) : null,
  };
};

export const getLesson: UseCase<'lesson.get'> = async ({ db, campaign, caller }, { articleId }) => {
  const lesson = await findLesson(db, campaign.id, articleId);
  if (!lesson) return noLesson();
  const [next, progress] = await Promise.all([
    findNextLesson(db, campaign.id, lesson),
    caller.person ? readLessonProgress(db, caller.person.id, [articleId]) : null,
  ]);
  const own = progress?.get(articleId);
  const { checkQuestionCount } = lesson;
  return { articleId, checkQuestionCount, progress: own ? progressView(own, checkQuestionCount > 0) : null, next: next ?? null };
};

export const noteLessonProgress: UseCase<'lesson.note-progress'> = async ({ db, campaign, caller, now }, { articleId, readPercent }) => {
  const lesson = await findLesson(db, campaign.id, articleId);
  if (!lesson) return noLesson();
  const personId = caller.person.id;
  await noteRead(db, { personId, articleId }, readPercent, now);
  const own = (await readLessonProgress(db, personId, [articleId])).get(articleId);
  // The person deleted everything in this very moment.
  if (!own) return refuse('session_expired');
  return progressView(own, lesson.checkQuestionCount > 0);
};
