import type { LessonProgress } from '../../../src/contract/activity/lesson';
import { chinaDate } from '../../../src/domain/china-time';
import type { StoredProgress } from '../../storage/activity/lesson-store';

/** @param hasCheck a lesson without one is finished once it is read */
export function progressView({ readPercent, readAt, checkedAt, check }: StoredProgress, hasCheck: boolean): LessonProgress {
  const isFinished = readAt !== null && (checkedAt !== null || !hasCheck);
  const finishedAt = isFinished ? new Date(Math.max(readAt.getTime(), checkedAt?.getTime() ?? 0)) : null;
  return { readPercent, check, finishedOn: finishedAt && chinaDate(finishedAt) };
}
