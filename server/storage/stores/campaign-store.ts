import { sql, type Kysely, type Transaction } from 'kysely';
import type { QuestionType } from '../../../src/contract/practice';
import type { Database } from '../tables';

/** Until the transaction ends nobody else loads a campaign. */
export async function lockCampaignLoading(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('load campaign'))`.execute(trx);
}

/** Null when the campaign was never loaded. */
export async function findContentHash(db: Kysely<Database>, campaignId: string): Promise<string | null> {
  const row = await db.selectFrom('campaign').select('contentHash').where('id', '=', campaignId).executeTakeFirst();
  return row?.contentHash ?? null;
}

export interface CampaignToSave {
  readonly id: string;
  readonly contentHash: string;
  readonly document: unknown;
  readonly loadedAt: Date;
}

export async function saveCampaign(trx: Transaction<Database>, { document, ...campaign }: CampaignToSave): Promise<void> {
  await trx
    .insertInto('campaign')
    .values({ ...campaign, document: JSON.stringify(document) })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        contentHash: eb.ref('excluded.contentHash'),
        document: eb.ref('excluded.document'),
        loadedAt: eb.ref('excluded.loadedAt'),
      })),
    )
    .execute();
}

export async function listOfficeIds(db: Kysely<Database>, campaignId: string): Promise<string[]> {
  const rows = await db.selectFrom('office').select('id').where('campaignId', '=', campaignId).execute();
  return rows.map(({ id }) => id);
}

export interface UsedByRequests {
  readonly officeIds: ReadonlySet<string>;
  readonly areaIds: ReadonlySet<string>;
  /** By kind of request: every kind that has requests, also where it asks for no subject. */
  readonly subjects: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the campaign's requests and their history name, and the campaign's content must therefore keep. */
export async function findUsedByRequests(db: Kysely<Database>, campaignId: string): Promise<UsedByRequests> {
  const requests = await db
    .selectFrom('serviceRequest')
    .select(['kind', 'officeId', 'areaId', 'subjectId'])
    .distinct()
    .where('campaignId', '=', campaignId)
    .execute();
  const events = await db
    .selectFrom('requestEvent')
    .innerJoin('serviceRequest', 'serviceRequest.id', 'requestEvent.requestId')
    .select(['requestEvent.officeId', 'requestEvent.toOfficeId'])
    .distinct()
    .where('serviceRequest.campaignId', '=', campaignId)
    .execute();
  const officeIds = [...requests.map(({ officeId }) => officeId), ...events.flatMap(({ officeId, toOfficeId }) => [officeId, toOfficeId])];
  const given = (ids: readonly (string | null)[]): ReadonlySet<string> => new Set(ids.filter((id) => id !== null));
  const kinds = new Set(requests.map(({ kind }) => kind));
  const subjectsOf = (of: string) => given(requests.filter(({ kind }) => kind === of).map(({ subjectId }) => subjectId));
  return {
    officeIds: given(officeIds),
    areaIds: given(requests.map(({ areaId }) => areaId)),
    subjects: new Map([...kinds].map((kind) => [kind, subjectsOf(kind)])),
  };
}

export interface PractisedQuestion {
  readonly id: string;
  readonly type: QuestionType;
  readonly optionCount: number;
  readonly key: readonly number[];
}

/** The campaign's questions that some practice has, active or not. */
export async function findPractisedQuestions(db: Kysely<Database>, campaignId: string): Promise<PractisedQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .select(['id', 'type', 'options', 'key'])
    .where('campaignId', '=', campaignId)
    .where((eb) =>
      eb.exists(eb.selectFrom('practiceQuestion').select('practiceId').whereRef('practiceQuestion.questionId', '=', 'question.id')),
    )
    .execute();
  return rows.map(({ id, type, options, key }) => ({ id, type, optionCount: options.length, key }));
}

/** Which of these ids another campaign already uses: articles, questions and contests are found by their id alone. */
export async function findIdsOfOtherCampaigns(
  db: Kysely<Database>,
  campaignId: string,
  table: 'article' | 'question' | 'contest',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom(table).select('id').where('campaignId', '<>', campaignId).where('id', 'in', ids).orderBy('id').execute();
  return rows.map(({ id }) => id);
}
