import type { Kysely, Transaction } from 'kysely';
import type { ManuscriptContent } from '../../src/contract/newsroom/content';
import type { ManuscriptActor, ManuscriptChange } from '../../src/domain/manuscript/state';
import { refuse, Refusal } from '../refusal';
import { findManuscript, insertManuscript, lockManuscript, type StoredManuscript } from '../storage/newsroom/manuscript-store';
import { findPublicArticle, type PublicArticle } from '../storage/newsroom/public-article-store';
import { addManuscriptEvent, insertVersion } from '../storage/newsroom/version-store';
import type { Database } from '../storage/tables';
import { findActors, isInSight, objection, type Editor } from './desk';

export const notFound = (): Refusal => refuse('not_found', '没有找到这篇稿件，或者它不属于您的单位。');

/** One that the caller may see; of an article of the campaign's folder, what taking it over would make of it. */
export async function findInSight(db: Kysely<Database>, editor: Editor, id: string): Promise<StoredManuscript | null> {
  const manuscript = (await findManuscript(db, id)) ?? (await findUntouched(db, id));
  return manuscript && isInSight(editor, { ...manuscript, officeId: manuscript.content.officeId }) ? manuscript : null;
}

async function findUntouched(db: Kysely<Database>, id: string): Promise<StoredManuscript | null> {
  const article = await findPublicArticle(db, id);
  return article?.origin === 'folder' ? untouched(article) : null;
}

function untouched(article: PublicArticle): StoredManuscript {
  const { id, campaignId, withdrawnAt } = article;
  return {
    ...{ id, campaignId, content: contentOf(article), state: 'published', isPublic: withdrawnAt === null, revision: 0, version: 1, publishedVersion: 1, writtenFrom: 1 },
    // Nobody of the newsroom has written it; the day is set when it is taken over.
    ...{ editedBy: null, editedAt: new Date(0), submittedBy: null, submittedAt: null },
    ...{ reviewedBy: null, reviewedAt: null, decision: null, reviewNote: null, publishAt: null, pinUntil: null },
  };
}

const contentOf = ({ kind, title, summary, markdown, officeId, lineId, activityId, tags, happenedOn, place, cover, details }: PublicArticle): ManuscriptContent => ({
  ...{ kind, title, summary, markdown, officeId, lineId, activityId, tags, happenedOn, place, cover, details },
});

export interface ToChange {
  readonly id: string;
  readonly revision: number;
  readonly change: ManuscriptChange;
}

export interface Opened {
  /** Locked: until the transaction ends nobody else changes it. */
  readonly manuscript: StoredManuscript;
  readonly actors: readonly ManuscriptActor[];
}

/**
 * A manuscript that the caller may change now, as the caller has seen it. An article of the campaign's folder is taken over
 * by this, with what the folder says as its first version. Whatever is refused has changed nothing.
 */
export async function openManuscript(trx: Transaction<Database>, editor: Editor & { readonly now: Date }, { id, revision, change }: ToChange): Promise<Opened | Refusal> {
  const locked = await lockManuscript(trx, id);
  const manuscript = locked ?? (await findUntouched(trx, id));
  if (!manuscript || !isInSight(editor, { ...manuscript, officeId: manuscript.content.officeId })) return notFound();
  const actors = await findActors(trx, editor, manuscript);
  const refusal = objection(manuscript, change, actors);
  if (refusal?.code === 'forbidden') return refusal;
  if (manuscript.revision !== revision) return refuse('conflict', '这篇稿件刚刚有了变化。您写的内容还在，请查看最新的情况后再操作。');
  if (refusal) return refusal;
  if (locked) return { manuscript, actors };
  return (await takeOver(trx, manuscript, editor)) ? { manuscript, actors } : refuse('conflict');
}

async function takeOver(trx: Transaction<Database>, manuscript: StoredManuscript, { caller, now }: { readonly caller: Editor['caller']; readonly now: Date }): Promise<boolean> {
  const { id, campaignId, content, state, revision, version, publishedVersion, writtenFrom } = manuscript;
  if (!(await insertManuscript(trx, { id, campaignId, content, state, revision, version, publishedVersion, writtenFrom, editedBy: null, editedAt: now }))) return false;
  await insertVersion(trx, { manuscriptId: id, number: version, kind: 'folder', content, savedBy: null, savedAt: now });
  await addManuscriptEvent(trx, { manuscriptId: id, at: now, kind: 'take-over', personId: caller.person.id, note: null });
  return true;
}
