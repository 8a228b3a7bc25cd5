import type { Kysely } from 'kysely';
import { chinaIso } from '../../../src/domain/china-time';
import { listAllProgress } from '../../storage/activity/lesson-store';
import type { Database } from '../../storage/tables';

const at = (instant: Date | null): string | null => instant && chinaIso(instant);

export async function lessonEntries(db: Kysely<Database>, personId: string): Promise<Readonly<Record<string, unknown>>[]> {
  const lessons = await listAllProgress(db, personId);
  return lessons.map(({ title, readPercent, begunAt, readAt, checkedAt }) => ({ 课程: title, 读到百分之: readPercent, 开始时间: chinaIso(begunAt), 读完时间: at(readAt), 做完小测时间: at(checkedAt) }));
}
