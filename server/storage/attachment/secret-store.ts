import type { Kysely } from 'kysely';
import type { Database } from '../tables';

/** The secret of this name: the one that was there, or else `fresh`, so that all processes have the same. */
export async function secretNamed(db: Kysely<Database>, name: string, fresh: string): Promise<string> {
  await db
    .insertInto('secret')
    .values({ name, value: fresh })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db.selectFrom('secret').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return value;
}
