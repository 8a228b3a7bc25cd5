import type { Kysely } from 'kysely';
import type { Database } from '../tables';

export async function countFollowers(db: Kysely<Database>, requestId: string): Promise<number> {
  const { count } = await db
    .selectFrom('requestFollower')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('requestId', '=', requestId)
    .executeTakeFirstOrThrow();
  return count;
}
