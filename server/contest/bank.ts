import type { Kysely } from 'kysely';
import type { QuestionType, Source } from '../../src/contract/practice';
import { hashOf } from '../../src/domain/contest/chance';
import type { BankItem } from '../../src/domain/contest/paper';
import type { Key } from '../../src/domain/contest/score';
import { findContest, listBankQuestions } from '../storage/contest/contest-store';
import type { Database } from '../storage/tables';

export interface BankQuestion extends Key {
  readonly id: string;
  readonly topicId: string;
  readonly topicTitle: string;
  readonly type: QuestionType;
  readonly stem: string;
  readonly options: readonly string[];
  readonly explanation: string;
  readonly source: Source;
}

/** A contest's questions with one version of their key. Never leaves the server as it is. */
export interface Bank {
  readonly keyVersion: number;
  readonly seed: string;
  /** Of what papers are drawn from; published before the contest. */
  readonly bankHash: string;
  readonly items: readonly BankItem[];
  readonly questions: ReadonlyMap<string, BankQuestion>;
  /** Of the whole answer key, so that it can be told later that it was not changed silently. */
  readonly keyHash: string;
}

/**
 * Gives a contest's bank.
 *
 * @param keyVersion the version to be graded by, when the caller has read which one is in force; any at hand otherwise
 */
export type ReadBank = (db: Kysely<Database>, keyVersion?: number) => Promise<Bank>;

export const keyHash = (questions: Iterable<Pick<BankQuestion, 'id' | 'key' | 'voided'>>): string =>
  hashOf(JSON.stringify([...questions].map(({ id, key, voided }) => [id, key, voided]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))));

/** Keeps the bank in memory and reads it anew when the key has got another version. Questions do not change otherwise while a server runs. */
export function bankReader(contestId: string): ReadBank {
  let kept: Bank | undefined;
  return async (db, keyVersion) => {
    if (kept && (keyVersion === undefined || kept.keyVersion === keyVersion)) return kept;
    const contest = await findContest(db, contestId);
    const questions = await listBankQuestions(db, contest.bank.map(({ id }) => id));
    kept = {
      keyVersion: contest.keyVersion,
      seed: contest.seed,
      bankHash: contest.bankHash,
      items: contest.bank,
      questions: new Map(questions.map((question) => [question.id, question])),
      keyHash: keyHash(questions),
    };
    return kept;
  };
}
