import { sql, type Kysely } from 'kysely';
import type { ArticleKind } from '../../../src/contract/article';
import type { ManuscriptState } from '../../../src/domain/manuscript/state';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';
import { isOwnWork, meets, type ManuscriptFilter } from './manuscript-store';

export interface StoredManuscriptRow {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly officeId: string;
  readonly state: ManuscriptState;
  readonly isPublic: boolean;
  readonly editedBy: string | null;
  /** Null for an article of the folder that nobody has taken over. */
  readonly editedAt: Date | null;
  readonly publishAt: Date | null;
  readonly pinnedUntil: Date | null;
  readonly ownWork: boolean;
}

/** Of the given offices, the last edited first. */
export async function listManuscripts(
  db: Kysely<Database>,
  { personId, notOwn, ...filter }: ManuscriptFilter & { readonly personId: string; /** Without what this person wrote or submitted. */ readonly notOwn: boolean },
  after: Position<Date> | null,
): Promise<Page<StoredManuscriptRow>> {
  const rows = await db
    .selectFrom('manuscript')
    .leftJoin('article', 'article.id', 'manuscript.id')
    .select(['manuscript.id', 'manuscript.kind', 'manuscript.title', 'manuscript.officeId', 'manuscript.state', 'manuscript.editedBy', 'manuscript.editedAt', 'manuscript.publishAt', 'article.pinnedUntil'])
    .select(sql<boolean>`article.id is not null and article.withdrawn_at is null`.as('isPublic'))
    .select(isOwnWork(personId).as('ownWork'))
    .where(meets(filter))
    .$if(notOwn, (query) => query.where((eb) => eb.not(isOwnWork(personId))))
    .$if(after !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('manuscript.editedAt', 'manuscript.id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))),
    )
    .orderBy('manuscript.editedAt', 'desc')
    .orderBy('manuscript.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndContentId, rows, ({ editedAt, id }) => ({ sort: editedAt, id }));
}

/** How many are in review that this person neither wrote nor submitted. */
export async function countToReview(db: Kysely<Database>, { personId, ...filter }: Omit<ManuscriptFilter, 'state'> & { readonly personId: string }): Promise<number> {
  const { count } = await db
    .selectFrom('manuscript')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where(meets({ ...filter, state: 'in-review' }))
    .where((eb) => eb.not(isOwnWork(personId)))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Articles that came with the campaign's folder and that nobody has worked on in the newsroom, the newest first. */
export async function listFolderArticles(db: Kysely<Database>, { campaignId, officeIds, kind }: Omit<ManuscriptFilter, 'state'>, after: Position<string> | null): Promise<Page<StoredManuscriptRow>> {
  const rows = await db
    .selectFrom('article')
    .select(['id', 'kind', 'title', 'officeId', 'sortOn'])
    .where('campaignId', '=', campaignId)
    .where('officeId', 'in', officeIds)
    .where('origin', '=', 'folder')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('manuscript').whereRef('manuscript.id', '=', 'article.id'))))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'news'))
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('sortOn', 'id'), '<', eb.tuple(after?.sort ?? '', after?.id ?? ''))))
    .orderBy('sortOn', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  const page = pageOf(cursorKinds.dateAndContentId, rows, ({ sortOn, id }) => ({ sort: sortOn, id }));
  const untouched = { state: 'published', isPublic: true, editedBy: null, editedAt: null, publishAt: null, pinnedUntil: null, ownWork: false } as const;
  return { ...page, rows: page.rows.map((row) => ({ ...row, ...untouched })) };
}
