import { Migrator, type Kysely, type Migration } from 'kysely';
import { up as house } from './migrations/001-house';
import { up as contest } from './migrations/002-contest';
import { up as roles } from './migrations/003-roles';
import { up as requests } from './migrations/004-requests';
import { up as attachments } from './migrations/005-attachments';
import { up as messages } from './migrations/006-messages';
import { up as visits } from './migrations/007-visits';
import { up as articles } from './migrations/008-articles';
import { up as newsroom } from './migrations/009-newsroom';
import { up as pictures } from './migrations/009-pictures';
import { up as booking } from './migrations/010-booking';
import { up as activities } from './migrations/011-activities';
import { up as search } from './migrations/012-search';
import { up as reading } from './migrations/013-reading';
import { up as essays } from './migrations/014-essays';
import { up as auditAbout } from './migrations/015-audit-about';
import type { Database } from './tables';

// Code objects rather than files found at run time, so that a bundle carries them.
const migrations: Record<string, Migration> = {
  '001-house': { up: house },
  '002-contest': { up: contest },
  '003-roles': { up: roles },
  '004-requests': { up: requests },
  '005-attachments': { up: attachments },
  '006-messages': { up: messages },
  '007-visits': { up: visits },
  '008-articles': { up: articles },
  '009-newsroom': { up: newsroom },
  '009-pictures': { up: pictures },
  '010-booking': { up: booking },
  '011-activities': { up: activities },
  '012-search': { up: search },
  '013-reading': { up: reading },
  '014-essays': { up: essays },
  '015-audit-about': { up: auditAbout },
};

/**
 * Brings the schema up to date. Safe to run from several processes at once: an advisory lock lets one work and the
 * others find nothing to do. A migration that fails is rolled back whole and thrown.
 *
 * @param last the name of the last migration to run; the newest when left out
 * @returns the names of the migrations that ran; empty when there was nothing to do
 */
export async function migrate(db: Kysely<Database>, last?: string): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results = [] } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
  // Kysely returns what was thrown, which the drivers make an Error.
  if (error !== undefined) throw error as Error;
  return results.map((result) => result.migrationName);
}
