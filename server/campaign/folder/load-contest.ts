import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from 'kysely';
import { bankHash, seedHash, wordsHash, type BankItem } from '../../../src/domain/contest/paper';
import {
  applyErratum,
  deleteContest,
  hasAttempts,
  listBankQuestions,
  listErrataOfCampaign,
  lockContestOfCampaign,
  saveContest,
  type StoredContest,
} from '../../storage/contest/contest-store';
import type { Database } from '../../storage/tables';
import type { CampaignContent } from './content';
import type { ContestSettings } from '../schema';
import { findStoredContest } from '../stored';

const SEED_BYTES = 32;

const bankOf = ({ questions }: CampaignContent): BankItem[] =>
  questions
    .filter(({ inContest }) => inContest)
    .map(({ id, topicId, type, difficulty, options, stem }) => ({ id, topicId, type, difficulty, optionCount: options.length, words: wordsHash(stem, options) }));

/** A contest that people have taken part in; undefined before. Until the transaction ends nobody else joins in. */
export async function lockBegunContest(trx: Transaction<Database>, campaignId: string): Promise<StoredContest | undefined> {
  const stored = await lockContestOfCampaign(trx, campaignId);
  return stored && (await hasAttempts(trx, stored.id)) ? stored : undefined;
}

// What papers, grading, chances and the moment of knowing the answers depend on. Words, boards, team sizes and flags may
// still change.
const fixed = [
  'id',
  'opensAt',
  'durationMinutes',
  'graceSeconds',
  'attemptsPerDay',
  'attemptsInAll',
  'passMark',
  'partialCredit',
  'results',
  'explanations',
  'blueprint',
] as const satisfies readonly (keyof ContestSettings)[];

/** @param before as it was kept, maybe by another version of the schema */
function changedSettings(before: Partial<ContestSettings>, after: ContestSettings): string[] {
  const moved: string[] = fixed.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  if (before.prizes?.count !== after.prizes?.count) moved.push('prizes.count');
  return moved.map((name) => `contest.yaml: ${name} must stay as it was, because the contest has begun`);
}

function movedDates(stored: StoredContest, { closesAt, appealsUntil }: ContestSettings, now: Date): string[] {
  const reasons: string[] = [];
  const closing = new Date(closesAt).getTime();
  if (closing !== stored.closesAt.getTime()) {
    if (now >= stored.closesAt) reasons.push('contest.yaml: closesAt must stay as it was, because the contest has closed');
    else if (closing < stored.closesAt.getTime()) reasons.push('contest.yaml: closesAt may only move to a later instant, because people have until then');
  }
  // A corrected question may change who passed, and with that who took part in the draw.
  if (stored.drawnAt && appealsUntil !== stored.appealsUntil) reasons.push('contest.yaml: appealsUntil must stay as it was, because the prizes are drawn');
  else if (appealsUntil < stored.appealsUntil) reasons.push('contest.yaml: appealsUntil may only move to a later day, because people have until then');
  return reasons;
}

/** By question, the keys that content may name: what was in force before an erratum, or follows it. */
export async function keysOfErrata(trx: Transaction<Database>, campaignId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const keys = new Map<string, string[]>();
  for (const { questionId, formerKey, key } of await listErrataOfCampaign(trx, campaignId)) {
    keys.set(questionId, [...(keys.get(questionId) ?? []), JSON.stringify(formerKey), JSON.stringify(key)]);
  }
  return keys;
}

async function movedQuestions(trx: Transaction<Database>, { bank: kept }: StoredContest, content: CampaignContent): Promise<string[]> {
  const bank = new Map(bankOf(content).map((item) => [item.id, item]));
  const ids = new Set(kept.map(({ id }) => id));
  const keys = new Map(content.questions.map(({ id, key }) => [id, JSON.stringify(key)]));
  const known = await keysOfErrata(trx, content.campaign.id);
  const moved = kept.filter((item) => !isDeepStrictEqual(bank.get(item.id), item)).map(({ id }) => id);
  const rekeyed = (await listBankQuestions(trx, [...ids])).filter(({ id, key }) => !moved.includes(id) && ![JSON.stringify(key), ...(known.get(id) ?? [])].includes(keys.get(id) ?? ''));
  return [
    ...moved.map((id) => `questions: ${id} is in the contest's bank, so its topic, type, difficulty and words must stay; void it by an erratum`),
    ...rekeyed.map(({ id }) => `questions: ${id} is in the contest's bank, so its key must stay; correct it by an erratum`),
    ...[...bank.keys()].filter((id) => !ids.has(id)).map((id) => `questions: ${id} is new and the contest has begun; keep it for practice (bank: practice)`),
  ];
}

/** Why this content may not replace what a contest that has begun is held by; empty when it may. */
export async function contestNeeds(trx: Transaction<Database>, stored: StoredContest, content: CampaignContent, now: Date): Promise<string[]> {
  const after = content.campaign.contest;
  if (!after) return ['contest.yaml: people have taken part in the contest; it must stay'];
  const before = await findStoredContest(trx, content.campaign.id);
  return [...changedSettings(before, after), ...movedDates(stored, after, now), ...(await movedQuestions(trx, stored, content))];
}

/** Brings the contest to its content. The seed is drawn once and stays; what is published of both is dated by the last change. */
export async function loadContest(trx: Transaction<Database>, content: CampaignContent, now: Date): Promise<void> {
  const { campaign } = content;
  const stored = await lockContestOfCampaign(trx, campaign.id);
  const settings = campaign.contest;
  if (stored && stored.id !== settings?.id) await deleteContest(trx, stored.id);
  if (settings) {
    const kept = stored?.id === settings.id ? stored : undefined;
    const seed = kept?.seed ?? randomBytes(SEED_BYTES).toString('hex');
    const bank = bankOf(content);
    const hash = bankHash(settings.id, settings.blueprint, bank);
    await saveContest(trx, {
      id: settings.id,
      campaignId: campaign.id,
      opensAt: new Date(settings.opensAt),
      closesAt: new Date(settings.closesAt),
      appealsUntil: settings.appealsUntil,
      seed,
      seedHash: seedHash(seed),
      bank,
      bankHash: hash,
      committedAt: kept?.bankHash === hash ? kept.committedAt : now,
    });
  }
  for (const erratum of await listErrataOfCampaign(trx, campaign.id)) await applyErratum(trx, erratum);
}
