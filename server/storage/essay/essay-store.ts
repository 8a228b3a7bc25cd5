import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { EssayState } from '../../../src/domain/essay/state';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { EssayTables } from '../tables/essay';
import type { Database } from '../tables';

export type StoredEssay = Selectable<EssayTables['essay']>;

export type NewEssay = Pick<StoredEssay, 'id' | 'campaignId' | 'personId' | 'title' | 'body' | 'authorName' | 'firmName' | 'phone' | 'submittedAt'>;

export async function insertEssay(trx: Transaction<Database>, essay: NewEssay): Promise<void> {
  await trx.insertInto('essay').values({ ...essay, state: 'submitted', decidedAt: null, decidedBy: null, note: null }).execute();
}

export const findEssay = (db: Kysely<Database>, id: string): Promise<StoredEssay | undefined> =>
  db.selectFrom('essay').selectAll().where('id', '=', id).executeTakeFirst();

export const lockEssay = (trx: Transaction<Database>, id: string): Promise<StoredEssay | undefined> =>
  trx.selectFrom('essay').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** The caller holds the row's lock. */
export async function updateEssay(trx: Transaction<Database>, id: string, change: Partial<Omit<StoredEssay, 'id' | 'version' | 'appreciationCount'>>): Promise<void> {
  await trx
    .updateTable('essay')
    .set(change)
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export const hasEssays = async (db: Kysely<Database>, campaignId: string): Promise<boolean> =>
  (await db.selectFrom('essay').select('id').where('campaignId', '=', campaignId).limit(1).executeTakeFirst()) !== undefined;

/** How many of a person's essays count towards the limit: those that wait, that may be mended or that are in the gallery. */
export async function countEssays(db: Kysely<Database>, campaignId: string, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('essay')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('campaignId', '=', campaignId)
    .where('personId', '=', personId)
    .where('state', 'in', ['submitted', 'returned', 'accepted'])
    .executeTakeFirstOrThrow();
  return count;
}

type GalleryRow = Pick<StoredEssay, 'id' | 'title' | 'authorName' | 'firmName' | 'appreciationCount'> & { readonly beginning: string; readonly decidedAt: Date };

const BEGINNING = 120;

/** The latest accepted first. */
export async function listGallery(db: Kysely<Database>, campaignId: string, after: Position<Date> | null): Promise<Page<GalleryRow>> {
  const rows = await db
    .selectFrom('essay')
    .select(['id', 'title', 'authorName', 'firmName', 'appreciationCount', 'decidedAt'])
    .select(sql<string>`left(body, ${sql.lit(BEGINNING)})`.as('beginning'))
    .where('campaignId', '=', campaignId)
    .where('state', '=', 'accepted')
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('decidedAt', 'id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))))
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .$narrowType<{ decidedAt: Date }>()
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ decidedAt, id }) => ({ sort: decidedAt, id }));
}

/** Newest first. */
export async function listEssaysOfPerson(db: Kysely<Database>, campaignId: string, personId: string, after: Position<Date> | null): Promise<Page<StoredEssay>> {
  const rows = await db
    .selectFrom('essay')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .where('personId', '=', personId)
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('submittedAt', 'id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))))
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ submittedAt, id }) => ({ sort: submittedAt, id }));
}

/** What has waited longest first. */
export async function listEssaysIn(db: Kysely<Database>, campaignId: string, state: EssayState, after: Position<Date> | null): Promise<Page<StoredEssay>> {
  const rows = await db
    .selectFrom('essay')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .where('state', '=', state)
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('submittedAt', 'id'), '>', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))))
    .orderBy('submittedAt')
    .orderBy('id')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ submittedAt, id }) => ({ sort: submittedAt, id }));
}

export async function countWaiting(db: Kysely<Database>, campaignId: string): Promise<number> {
  const { count } = await db
    .selectFrom('essay')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('campaignId', '=', campaignId)
    .where('state', '=', 'submitted')
    .executeTakeFirstOrThrow();
  return count;
}

export const listAllEssays = (db: Kysely<Database>, personId: string): Promise<StoredEssay[]> =>
  db.selectFrom('essay').selectAll().where('personId', '=', personId).orderBy('submittedAt').orderBy('id').execute();

/**
 * Takes everything out of the person's essays that says who wrote them. Those in the gallery leave it; texts go too, since
 * they may tell of their author.
 */
export async function eraseEssays(trx: Transaction<Database>, personId: string): Promise<void> {
  await trx.deleteFrom('essay').where('personId', '=', personId).execute();
}

/** How long an essay keeps its author's phone number, in days from the last decision; what waits for one keeps it. */
const CONTACT_KEPT_DAYS = 90;

/** @returns how many contacts were erased */
export async function eraseEssayContacts(db: Kysely<Database>, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('essay')
    .set({ phone: null })
    .where('phone', 'is not', null)
    .where(sql<boolean>`decided_at + make_interval(days => ${CONTACT_KEPT_DAYS}) < ${now}`)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export interface Appreciation {
  readonly essayId: string;
  readonly personId: string;
  readonly at: Date;
}

/** Once for each person, however often it is asked for; only while the essay stands in the gallery. */
export async function putAppreciation(db: Kysely<Database>, { essayId, personId, at }: Appreciation): Promise<void> {
  await db
    .insertInto('essayAppreciation')
    .columns(['essayId', 'personId', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('essay')
        .select(['id', sql<string>`${personId}::uuid`.as('personId'), sql<Date>`${at}::timestamptz`.as('at')])
        .where('id', '=', essayId)
        .where('state', '=', 'accepted'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeAppreciation(db: Kysely<Database>, essayId: string, personId: string): Promise<void> {
  await db.deleteFrom('essayAppreciation').where('essayId', '=', essayId).where('personId', '=', personId).execute();
}

export const listAppreciated = (db: Kysely<Database>, personId: string): Promise<{ title: string; at: Date }[]> =>
  db
    .selectFrom('essayAppreciation')
    .innerJoin('essay', 'essay.id', 'essayAppreciation.essayId')
    .select(['essay.title', 'essayAppreciation.at'])
    .where('essayAppreciation.personId', '=', personId)
    .orderBy('essayAppreciation.at')
    .orderBy('essay.id')
    .execute();

export async function hasAppreciated(db: Kysely<Database>, essayId: string, personId: string): Promise<boolean> {
  const row = await db.selectFrom('essayAppreciation').select('at').where('essayId', '=', essayId).where('personId', '=', personId).executeTakeFirst();
  return row !== undefined;
}
