import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { bankHash, seedHash, wordsHash, type BankItem } from '../../src/domain/contest/paper';
import { applyErratum, deleteContest, findContestOfCampaign, hasAttempts, listErrataOfCampaign, saveContest, type StoredContest } from '../storage/contest/contest-store';
import type { Database } from '../storage/tables';
import type { CampaignContent } from './content';
import type { Campaign, ContestSettings } from './schema';
import { readCampaign } from './stored';

const SEED_BYTES = 32;

const bankOf = ({ questions }: CampaignContent): BankItem[] =>
  questions
    .filter(({ inContest }) => inContest)
    .map(({ id, topicId, type, difficulty, options, stem }) => ({ id, topicId, type, difficulty, optionCount: options.length, words: wordsHash(stem, options) }));

// What papers, grading and chances depend on. Words, team sizes, flags and the last day of appeals may still change.
const fixed = ['id', 'opensAt', 'durationMinutes', 'graceSeconds', 'attemptsPerDay', 'attemptsInAll', 'passMark', 'partialCredit', 'blueprint'] as const satisfies readonly (keyof ContestSettings)[];

function changedSettings(before: ContestSettings, after: ContestSettings): string[] {
  const moved: string[] = fixed.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (before.prizes?.count !== after.prizes?.count) moved.push('prizes.count');
  return moved.map((name) => `contest.yaml: ${name} must stay as it was, because the contest has begun`);
}

function closing(stored: StoredContest, { closesAt }: ContestSettings, now: Date): string[] {
  const instant = new Date(closesAt);
  if (instant.getTime() === stored.closesAt.getTime()) return [];
  if (now >= stored.closesAt) return ['contest.yaml: closesAt must stay as it was, because the contest has closed'];
  return instant > stored.closesAt ? [] : ['contest.yaml: closesAt may only move to a later instant, because people have until then'];
}

/** Why this content may not replace what a contest that has begun is held by; empty when it may. */
export async function contestNeeds(trx: Transaction<Database>, content: CampaignContent, now: Date): Promise<string[]> {
  const { campaign } = content;
  const stored = await findContestOfCampaign(trx, campaign.id);
  if (!stored || !(await hasAttempts(trx, stored.id))) return [];
  if (!campaign.contest) return ['contest.yaml: people have taken part in the contest; it must stay'];
  const before = await settingsOf(trx, campaign.id);
  const bank = bankOf(content);
  const after = new Map(bank.map((item) => [item.id, JSON.stringify(item)]));
  const moved = stored.bank.filter((item) => after.get(item.id) !== JSON.stringify(ordered(item))).map(({ id }) => id);
  const added = bank.filter(({ id }) => !stored.bank.some((item) => item.id === id)).map(({ id }) => id);
  return [
    ...(before ? changedSettings(before, campaign.contest) : []),
    ...closing(stored, campaign.contest, now),
    ...moved.map((id) => `questions: ${id} is in the contest's bank, so its topic, type, difficulty and words must stay; correct it by an erratum`),
    ...added.map((id) => `questions: ${id} is new and the contest has begun; keep it for practice (bank: practice)`),
  ];
}

// jsonb orders an object's keys by its own rules.
const ordered = ({ id, topicId, type, difficulty, optionCount, words }: BankItem): BankItem => ({ id, topicId, type, difficulty, optionCount, words });

async function settingsOf(trx: Transaction<Database>, campaignId: string): Promise<Campaign['contest']> {
  try {
    return (await readCampaign(trx, campaignId)).contest;
  } catch {
    // Loaded by an older version, which knew no contest.
    return null;
  }
}

/** Brings the contest to its content. The seed is drawn once and stays; what is published of both is dated by the last change. */
export async function loadContest(trx: Transaction<Database>, content: CampaignContent, now: Date): Promise<void> {
  const { campaign } = content;
  const stored = await findContestOfCampaign(trx, campaign.id);
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
      seed,
      seedHash: seedHash(seed),
      bank,
      bankHash: hash,
      committedAt: kept?.bankHash === hash ? kept.committedAt : now,
    });
  }
  for (const erratum of await listErrataOfCampaign(trx, campaign.id)) await applyErratum(trx, erratum);
}
