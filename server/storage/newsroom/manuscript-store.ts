import { sql, type ExpressionBuilder, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { ArticleKind } from '../../../src/contract/article';
import type { ManuscriptContent } from '../../../src/contract/newsroom/content';
import type { ManuscriptState } from '../../../src/domain/manuscript/state';
import type { Database } from '../tables';

type Connection = Kysely<Database> | Transaction<Database>;

export interface StoredManuscript {
  readonly id: string;
  readonly campaignId: string;
  readonly content: ManuscriptContent;
  readonly state: ManuscriptState;
  /** The public can read some version of it now. */
  readonly isPublic: boolean;
  readonly revision: number;
  /** The newest one's number; 0 before the first save. */
  readonly version: number;
  readonly publishedVersion: number | null;
  /** Whoever saved a version after this one has written what is to be reviewed. */
  readonly writtenFrom: number;
  readonly editedBy: string | null;
  readonly editedAt: Date;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly decision: 'approve' | 'return' | null;
  readonly reviewNote: string | null;
  readonly publishAt: Date | null;
  readonly pinUntil: Date | null;
}

const columns = [
  ...(['id', 'campaignId', 'content', 'state', 'revision', 'version', 'publishedVersion', 'writtenFrom', 'editedBy', 'editedAt'] as const),
  ...(['submittedBy', 'submittedAt', 'reviewedBy', 'reviewedAt', 'decision', 'reviewNote', 'publishAt', 'pinUntil'] as const),
  sql<boolean>`exists (select from article where article.id = manuscript.id and article.withdrawn_at is null)`.as('isPublic'),
] as const;

export const findManuscript = (db: Connection, id: string): Promise<StoredManuscript | undefined> =>
  db.selectFrom('manuscript').select(columns).where('id', '=', id).executeTakeFirst();

/** Until the transaction ends nobody else changes it. */
export const lockManuscript = (trx: Transaction<Database>, id: string): Promise<StoredManuscript | undefined> =>
  trx.selectFrom('manuscript').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();

/** Those whose time has come, the longest due first. */
export async function listDueManuscripts(db: Connection, now: Date, limit: number): Promise<string[]> {
  const rows = await db.selectFrom('manuscript').select('id').where('state', '=', 'scheduled').where('publishAt', '<=', now).orderBy('publishAt').orderBy('id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** One of them, if it still is one; another process passes it over until the transaction ends. */
export const lockDueManuscript = (trx: Transaction<Database>, id: string, now: Date): Promise<StoredManuscript | undefined> =>
  trx.selectFrom('manuscript').select(columns).where('id', '=', id).where('state', '=', 'scheduled').where('publishAt', '<=', now).forUpdate().skipLocked().executeTakeFirst();

export type NewManuscript = Pick<StoredManuscript, 'id' | 'campaignId' | 'content' | 'state' | 'revision' | 'version' | 'publishedVersion' | 'writtenFrom' | 'editedBy' | 'editedAt'>;

/** @returns false when somebody else has just inserted it */
export async function insertManuscript(trx: Transaction<Database>, { content, ...manuscript }: NewManuscript): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('manuscript')
    .values({ ...manuscript, content: JSON.stringify(content), submittedAt: null, reviewedAt: null, publishAt: null, pinUntil: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export type ManuscriptProgress = Omit<StoredManuscript, 'id' | 'campaignId' | 'revision' | 'isPublic'>;

/** Adds one to the revision. */
export const updateManuscript = (trx: Transaction<Database>, id: string, { content, ...progress }: Partial<ManuscriptProgress>): Promise<StoredManuscript> =>
  trx
    .updateTable('manuscript')
    .set((eb) => ({ ...progress, ...(content && { content: JSON.stringify(content) }), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

/** Whether this person wrote any of what is to be reviewed, or submitted it. */
export const isOwnWork = (personId: string): RawBuilder<boolean> => sql<boolean>`(
    manuscript.submitted_by is not distinct from ${personId}::uuid
    or exists (
      select from manuscript_version as written
      where written.manuscript_id = manuscript.id and written.number > manuscript.written_from and written.saved_by = ${personId}::uuid
    )
  )`;

export async function hasWorkedOn(db: Connection, id: string, personId: string): Promise<boolean> {
  const row = await db.selectFrom('manuscript').select(isOwnWork(personId).as('own')).where('id', '=', id).executeTakeFirst();
  return row?.own ?? false;
}

/** Everybody who wrote what is to be reviewed or published, or submitted it. */
export async function listAuthors(db: Connection, { id, writtenFrom, submittedBy }: StoredManuscript): Promise<string[]> {
  const rows = await db.selectFrom('manuscriptVersion').select('savedBy').distinct().where('manuscriptId', '=', id).where('number', '>', writtenFrom).execute();
  return [...rows.map(({ savedBy }) => savedBy), submittedBy].filter((personId) => personId !== null);
}

/** What the campaign's manuscripts, the newsroom's articles and its pictures name, and its content must therefore keep. */
export async function findUsedByNewsroom(
  db: Connection,
  campaignId: string,
): Promise<Record<'officeIds' | 'activityIds' | 'topicIds' | 'areaIds', ReadonlySet<string>>> {
  const written = await db.selectFrom('manuscript').select(['officeId', 'activityId', 'topicId', 'areaId']).distinct().where('campaignId', '=', campaignId).execute();
  const published = await db.selectFrom('article').select(['officeId', 'activityId', 'details']).where('campaignId', '=', campaignId).where('origin', '=', 'newsroom').execute();
  const pictured = await db.selectFrom('picture').select('officeId').distinct().where('campaignId', '=', campaignId).execute();
  const named = [...written, ...published.map(({ officeId, activityId, details }) => ({ officeId, activityId, topicId: details.topicId, areaId: details.areaId }))];
  const all = (part: 'officeId' | 'activityId' | 'topicId' | 'areaId'): ReadonlySet<string> => new Set(named.flatMap((each) => each[part] ?? []));
  return { officeIds: new Set([...all('officeId'), ...pictured.map(({ officeId }) => officeId)]), activityIds: all('activityId'), topicIds: all('topicId'), areaIds: all('areaId') };
}

/** The name under which a person got a role in the campaign, or what the app calls the person. */
export async function namesOf(db: Connection, campaignId: string, personIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(personIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .leftJoin('roleGrant', (join) => join.onRef('roleGrant.personId', '=', 'person.id').on('roleGrant.campaignId', '=', campaignId).on('roleGrant.name', 'is not', null))
    .select(['person.id', 'person.label', 'roleGrant.name'])
    .where('person.id', 'in', ids)
    // Of several names the first one given stands, since the last one read into the map wins.
    .orderBy('roleGrant.grantedAt', 'desc')
    .execute();
  return new Map(rows.map(({ id, label, name }) => [id, name ?? label]));
}

export interface ManuscriptFilter {
  readonly campaignId: string;
  readonly officeIds: readonly string[];
  readonly kind?: ArticleKind | undefined;
  readonly state?: ManuscriptState | undefined;
}

/** What of a manuscript's table a list is narrowed to. */
export const meets = ({ campaignId, officeIds, kind, state }: ManuscriptFilter) => (eb: ExpressionBuilder<Database, 'manuscript'>) =>
  eb.and([
    eb('manuscript.campaignId', '=', campaignId),
    eb('manuscript.officeId', 'in', officeIds),
    ...(kind === undefined ? [] : [eb('manuscript.kind', '=', kind)]),
    ...(state === undefined ? [] : [eb('manuscript.state', '=', state)]),
  ]);
