import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../tables';

export interface StoredCertificate {
  readonly code: string;
  readonly holderName: string;
  readonly issuedAt: Date;
}

export interface CertificateHolder {
  readonly entrantId: string;
  /** As shown on the boards. */
  readonly name: string | null;
  readonly passed: boolean;
  readonly bestScore: number | null;
  readonly certificate: StoredCertificate | null;
}

/** Undefined for whoever has not taken part. */
export async function findHolder(db: Kysely<Database>, contestId: string, personId: string): Promise<CertificateHolder | undefined> {
  const row = await db
    .selectFrom('contestEntrant')
    .leftJoin('contestCertificate', 'contestCertificate.entrantId', 'contestEntrant.id')
    .select(['contestEntrant.id as entrantId', 'name', 'passed', 'bestScore', 'contestCertificate.code', 'holderName', 'issuedAt'])
    .where('contestEntrant.contestId', '=', contestId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { code, holderName, issuedAt, ...entrant } = row;
  return { ...entrant, certificate: code === null || holderName === null || issuedAt === null ? null : { code, holderName, issuedAt } };
}

/** Until the transaction ends nobody else issues this person's certificate, and nobody grades the person's attempts. */
export async function lockHolder(trx: Transaction<Database>, contestId: string, personId: string): Promise<CertificateHolder | undefined> {
  await trx.selectFrom('contestEntrant').select('id').where('contestId', '=', contestId).where('personId', '=', personId).forUpdate().execute();
  // Only now: what is joined to a row that one has waited for is as old as the statement.
  return findHolder(trx, contestId, personId);
}

export async function renameHolder(trx: Transaction<Database>, code: string, holderName: string): Promise<void> {
  await trx.updateTable('contestCertificate').set({ holderName }).where('code', '=', code).execute();
}

/** False when the code is taken. */
export async function insertCertificate(trx: Transaction<Database>, certificate: StoredCertificate & { readonly contestId: string; readonly entrantId: string }): Promise<boolean> {
  const inserted = await trx
    .insertInto('contestCertificate')
    .values(certificate)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('code')
    .executeTakeFirst();
  return inserted !== undefined;
}

export interface FoundCertificate extends StoredCertificate {
  readonly campaignId: string;
  /** Whether the holder has passed as of now. */
  readonly passed: boolean;
}

/** Of whatever campaign. */
export async function findCertificate(db: Kysely<Database>, code: string): Promise<FoundCertificate | undefined> {
  return db
    .selectFrom('contestCertificate')
    .innerJoin('contestEntrant', 'contestEntrant.id', 'contestCertificate.entrantId')
    .innerJoin('contest', 'contest.id', 'contestCertificate.contestId')
    .select(['contestCertificate.code', 'holderName', 'issuedAt', 'passed', 'campaignId'])
    .where('contestCertificate.code', '=', code)
    .executeTakeFirst();
}
