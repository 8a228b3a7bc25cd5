import type { Kysely } from 'kysely';
import { hashOf } from '../../src/domain/contest/chance';
import { bankHash, type BankItem } from '../../src/domain/contest/paper';
import type { ContestSettings } from '../campaign/schema';
import { findContest, listBankQuestions, type StoredBankQuestion } from '../storage/contest/contest-store';
import type { Database } from '../storage/tables';

/** A contest's questions with one version of their key. Never leaves the server as it is. */
export interface Bank {
  readonly keyVersion: number;
  readonly seed: string;
  /** Of what papers are drawn from here: the items with this process's own blueprint. Published before the contest. */
  readonly bankHash: string;
  readonly items: readonly BankItem[];
  readonly questions: ReadonlyMap<string, StoredBankQuestion>;
}

/**
 * Gives a contest's bank.
 *
 * @param inForce what the caller has read to be in force; a bank at hand that is another one is read anew
 */
export type ReadBank = (db: Kysely<Database>, inForce?: InForce) => Promise<Bank>;

type InForce = Partial<Pick<Bank, 'keyVersion' | 'bankHash'>>;

/** Of the whole answer key, so that it can be told later that it was not changed silently. */
export const keyHash = (questions: Iterable<Pick<StoredBankQuestion, 'id' | 'key' | 'voided'>>): string =>
  hashOf(JSON.stringify([...questions].map(({ id, key, voided }) => [id, key, voided]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))));

const isInForce = (bank: Bank, { keyVersion = bank.keyVersion, bankHash: hash = bank.bankHash }: InForce): boolean =>
  bank.keyVersion === keyVersion && bank.bankHash === hash;

/** Keeps the bank in memory; reads it anew when it is not the one in force, be it for an erratum or for content that was loaded meanwhile. */
export function bankReader(settings: Pick<ContestSettings, 'id' | 'blueprint'> | null): ReadBank {
  let kept: Bank | undefined;
  return async (db, inForce = {}) => {
    if (kept && isInForce(kept, inForce)) return kept;
    if (!settings) throw new Error('The campaign has no contest.');
    const contest = await findContest(db, settings.id);
    const questions = await listBankQuestions(db, contest.bank.map((item) => item.id));
    kept = {
      keyVersion: contest.keyVersion,
      seed: contest.seed,
      bankHash: bankHash(settings.id, settings.blueprint, contest.bank),
      items: contest.bank,
      questions: new Map(questions.map((question) => [question.id, question])),
    };
    return kept;
  };
}
