import type { Kysely } from 'kysely';
import { chinaIso } from '../../../src/domain/china-time';
import { eventLabels } from '../../../src/domain/manuscript/state';
import { listWorkOfPerson } from '../../storage/newsroom/version-store';
import type { Database } from '../../storage/tables';

/** What a person did in the newsroom. What was written stays the office's, without a name once the person is deleted. */
export async function newsroomEntries(db: Kysely<Database>, personId: string): Promise<Readonly<Record<string, unknown>>[]> {
  const work = await listWorkOfPerson(db, personId);
  return work.map(({ title, at, version, kind, note }) => ({ 稿件: title, 时间: chinaIso(at), 事项: eventLabels[kind], 版本: version, 说明: note }));
}
