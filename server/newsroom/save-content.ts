import type { Transaction } from 'kysely';
import type { ManuscriptContent } from '../../src/contract/newsroom/content';
import type { StoredManuscript } from '../storage/newsroom/manuscript-store';
import { findVersion, insertVersion, lastPublicVersion, overwriteVersion } from '../storage/newsroom/version-store';
import type { Database } from '../storage/tables';
import { changeManuscript } from './change-manuscript';
import type { Opened } from './open-manuscript';

/** What one person saves within this time, in milliseconds, is one version. */
const ONE_VERSION = 10 * 60 * 1000;

export interface Writer {
  readonly personId: string;
  readonly at: Date;
}

/**
 * Makes it the working copy. What somebody else has saved, and what was submitted or published, stays a version of its own.
 *
 * @param asNewVersion what this person saved a moment ago does so too
 */
export async function saveContent(
  trx: Transaction<Database>,
  { manuscript, actors }: Opened,
  { content, asNewVersion }: { readonly content: ManuscriptContent; readonly asNewVersion: boolean },
  { personId, at }: Writer,
): Promise<StoredManuscript> {
  const { id, version } = manuscript;
  const last = await findVersion(trx, id, version);
  const age = last ? at.getTime() - last.begunAt.getTime() : 0;
  const goesOn = !asNewVersion && last?.kind === 'saved' && last.savedBy === personId && age >= 0 && age < ONE_VERSION;
  if (goesOn) await overwriteVersion(trx, id, version, content, at);
  else await insertVersion(trx, { manuscriptId: id, number: version + 1, kind: 'saved', content, savedBy: personId, savedAt: at });
  return changeManuscript(trx, manuscript, {
    ...{ change: 'save', actors, personId, at },
    // Drafts are saved while one types; worth telling is that something is worked on again.
    event: manuscript.state === 'draft' ? null : 'save',
    set: { content, version: goesOn ? version : version + 1, editedBy: personId, editedAt: at },
  });
}

/** Makes the content of a former version the working copy. Whoever wrote that version has written this one too. */
export async function restoreContent(
  trx: Transaction<Database>,
  { manuscript, actors }: Opened,
  { content, number, note }: { readonly content: ManuscriptContent; /** Of the former version. */ readonly number: number; readonly note: string },
  { personId, at }: Writer,
): Promise<StoredManuscript> {
  const { id, version, writtenFrom } = manuscript;
  await insertVersion(trx, { manuscriptId: id, number: version + 1, kind: 'restored', content, savedBy: personId, savedAt: at });
  return changeManuscript(trx, manuscript, {
    ...{ change: 'save', event: 'restore', actors, personId, at, note },
    set: { content, version: version + 1, writtenFrom: Math.min(writtenFrom, await lastPublicVersion(trx, id, number)), editedBy: personId, editedAt: at },
  });
}
