import { sql, type Kysely } from 'kysely';
import type { Database } from '../tables';

/**
 * Erases what says who a person is from requests whose retention has passed, counted from the day they ended.
 *
 * @returns how many requests there were
 */
export async function erasePersonalData(db: Kysely<Database>, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('serviceRequest')
    .set({ contactName: null, phone: null, personalAnswers: '{}', erased: true })
    .where('closedAt', 'is not', null)
    .where('erased', '=', false)
    .where(sql<boolean>`closed_at + make_interval(days => retention_days) < ${now}`)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
