import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { prepareStore } from '../../../server/application/prepare-store';
import { loadCampaign } from '../../../server/campaign/load';
import { readCampaignFolder } from '../../../server/campaign/folder/read';
import { applyErratum, findContest } from '../../../server/storage/contest/contest-store';
import type { Store } from '../../../server/storage/engine/connection';
import { chinaDate } from '../../../src/domain/china-time';
import { bankHash, seedHash } from '../../../src/domain/contest/paper';
import { copyCampaign, messageOf, originalCampaign, type CampaignFolder } from '../../support/campaign-folder';
import { tableContents } from '../../support/table-contents';
import { openTestDatabase } from '../../support/test-database';

const CONTEST = 'tianjin-2017-quiz';
const QUESTION = 'quality-basics-001';
const first = new Date('2017-09-01T00:00:00Z');
const later = new Date('2017-09-10T00:00:00Z');
const afterClosing = new Date('2017-09-29T00:00:00Z');

let campaign: CampaignFolder;
beforeEach(async () => {
  campaign = await copyCampaign();
});
afterEach(() => campaign.remove());

describe('reading contest.yaml', () => {
  // what is there, what a mistake makes of it, key, what is expected
  const mistakes: [string, string, string, RegExp][] = [
    ['closesAt: "2017-09-28T18:00:00+08:00"', 'closesAt: "2017-09-07T09:00:00+08:00"', 'closesAt', /an instant after opensAt/],
    ['opensAt: "2017-09-07T', 'opensAt: "2017-09-31T', 'opensAt', /an instant that exists/],
    ['opensAt: "2017-09-07T09:00:00+08:00"', 'opensAt: 2017-09-07', 'opensAt', /an instant such as/],
    ['appealsUntil: 2017-09-30', 'appealsUntil: 2017-09-27', 'appealsUntil', /on or after that of closesAt/],
    ['passMark: 60', 'passMark: 101', 'passMark', /at most the 100 points of the blueprint/],
    ['passMark: 60', 'passmark: 60', 'passmark', /no such key/],
    ['attemptsPerDay: 2', 'attemptsPerDay: 7', 'attemptsPerDay', /at most attemptsInAll, 6/],
    ['boards: [people, enterprises, ', 'boards: [people, people, ', 'boards', /each board at most once/],
    ['partialCredit: half', 'partialCredit: some', 'partialCredit', /none or half/],
    ['explanations: at-submission', 'explanations: never', 'explanations', /at-submission or at-close/],
    ['activity: knowledge-contest', 'activity: contest', 'activity', /an activity, one of/],
    ['activity: knowledge-contest', 'activity: knowledge-contest\noffice: baodii', 'office', /an office, one of/],
    ['{ topic: border-safety,', '{ topic: border,', 'blueprint.6.topic', /a topic, one of/],
    ['type: multiple, count: 5, points: 6', 'type: multiple, count: 5, points: 5', 'blueprint.8.points', /an even number/],
    ['type: multiple, count: 5, points: 6', 'type: multiple, count: 199, points: 6', 'blueprint.8.count', /so many questions of this kind are left/],
    ['type: multiple, count: 5, points: 6', 'type: multiple, count: 199, points: 6', 'blueprint', /at most 200 questions in all, found 214/],
    ['type: multiple, count: 5, points: 6', 'type: open, count: 5, points: 6', 'blueprint.8.type', /single, multiple or judgement/],
  ];

  test.each(mistakes)('%j instead as %j', async (from, to, key, expected) => {
    const line = (await campaign.edit('contest.yaml', from, to)) + to.slice(0, Math.max(0, to.indexOf(`${key}: `))).split('\n').length - 1;
    const lines = (await messageOf(readCampaignFolder(campaign.path))).split('\n').filter((each) => expected.test(each));
    expect(lines).toHaveLength(1);
    // The blueprint as a whole begins above its rows.
    if (key !== 'blueprint') expect(lines[0]?.trim().startsWith(`contest.yaml:${line} ${key}: `)).toBe(true);
  });

  test('an unknown topic is told once', async () => {
    await campaign.edit('contest.yaml', '{ topic: border-safety,', '{ topic: border,');
    expect(await messageOf(readCampaignFolder(campaign.path))).toMatch(/^1 mistake/);
  });

  test('a row may draw what the rows before it surely leave, and not one more', async () => {
    const { questions } = await readCampaignFolder(campaign.path);
    const left = questions.filter(({ type }) => type === 'single').length - 7;
    await campaign.edit('contest.yaml', '{ type: single, count: 3, points: 5 }', `{ type: single, count: ${left}, points: 1 }`);
    expect(await messageOf(readCampaignFolder(campaign.path))).toBe('accepted');
    await campaign.edit('contest.yaml', `count: ${left}, points: 1`, `count: ${left + 1}, points: 1`);
    expect(await messageOf(readCampaignFolder(campaign.path))).toMatch(new RegExp(`blueprint\\.7\\.count: expected at most ${left}, `));
  });

  test('rows draw from the contest’s bank only', async () => {
    const file = 'questions/quality-basics.yaml';
    const { questions } = await readCampaignFolder(campaign.path);
    const singles = questions.filter(({ topicId, type }) => topicId === 'quality-basics' && type === 'single');
    await campaign.edit('contest.yaml', '{ topic: quality-basics, type: single, count: 1,', `{ topic: quality-basics, type: single, count: ${singles.length},`);
    expect(await messageOf(readCampaignFolder(campaign.path))).toBe('accepted');
    await campaign.edit(file, `- id: ${singles[0]?.id ?? ''}\n`, `- id: ${singles[0]?.id ?? ''}\n    bank: practice\n`);
    expect(await messageOf(readCampaignFolder(campaign.path))).toMatch(new RegExp(`blueprint\\.0\\.count: expected at most ${singles.length - 1}, `));
  });

  test('a campaign may go without; a file of nearly that name is none', async () => {
    await rename(join(campaign.path, 'contest.yaml'), join(campaign.path, 'a-contest.yaml'));
    await campaign.edit('activities.yaml', 'kind: contest', 'kind: news');
    expect((await readCampaignFolder(campaign.path)).campaign.contest).toBeNull();
  });
});

describe('loading a contest', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTestDatabase();
    await load(first);
  });
  afterEach(() => store.close());

  const load = (now: Date) => loadCampaign(store.db, campaign.path, () => now);
  const stored = () => findContest(store.db, CONTEST);
  const questionNow = () => store.db.selectFrom('question').select(['key', 'voided']).where('id', '=', QUESTION).executeTakeFirstOrThrow();

  /** Somebody has started. */
  async function begin(): Promise<void> {
    const entrantId = randomUUID();
    await store.db.insertInto('contestEntrant').values({ id: entrantId, contestId: CONTEST, code: '0123456789abcdef', ranked: true }).execute();
    await sql`
      insert into contest_attempt (id, entrant_id, contest_id, number, nonce, state, paper, started_at, deadline_at)
      values (${randomUUID()}, ${entrantId}, ${CONTEST}, 1, 'n', 'open', '[]', ${later}, ${later})`.execute(store.db);
  }

  /** As an officer's decision leaves it. */
  async function decide(keyVersion: number, kind: 'void' | 'correct', formerKey: number[], key: number[]): Promise<void> {
    const erratum = { contestId: CONTEST, keyVersion, questionId: QUESTION, kind, formerKey: JSON.stringify(formerKey), key: JSON.stringify(key) };
    await store.db.insertInto('contestErratum').values({ ...erratum, keyHash: '', reason: '更正', decidedAt: later, affectedCount: 0 }).execute();
    await store.db.transaction().execute((trx) => applyErratum(trx, { questionId: QUESTION, kind, key }));
  }

  test('fixes a secret seed and the bank, and publishes their hashes', async () => {
    const { campaign: content, questions } = await readCampaignFolder(campaign.path);
    const contest = await stored();
    expect(contest.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(contest.seedHash).toBe(seedHash(contest.seed));
    expect(contest.bankHash).toBe(bankHash(CONTEST, content.contest?.blueprint ?? [], contest.bank));
    expect(contest.bank).toHaveLength(questions.length);
    expect(contest.committedAt).toEqual(first);
    expect(JSON.stringify(contest.bank)).not.toContain('key');
  });

  test('of another database has another seed', async () => {
    const other = await openTestDatabase();
    await loadCampaign(other.db, campaign.path, () => first);
    expect((await findContest(other.db, CONTEST)).seed).not.toBe((await stored()).seed);
    await other.close();
  });

  test('keeps its seed; it is committed anew only with another bank or blueprint', async () => {
    const before = await stored();
    await campaign.edit('contest.yaml', 'durationMinutes: 15', 'durationMinutes: 20');
    await campaign.edit('questions/quality-basics.yaml', 'explanation: 保障人体健康', 'explanation: 凡保障人体健康');
    await load(later);
    expect(await stored()).toEqual(before);

    await campaign.edit('questions/quality-basics.yaml', 'stem: 2017 年 9 月施行的', 'stem: 在 2017 年 9 月施行的');
    await load(later);
    const reworded = await stored();
    expect([reworded.seed, reworded.committedAt]).toEqual([before.seed, later]);
    expect(reworded.bankHash).not.toBe(before.bankHash);

    await campaign.edit('contest.yaml', 'type: judgement, count: 5', 'type: judgement, count: 6');
    await load(afterClosing);
    expect((await stored()).committedAt).toEqual(afterClosing);
  });

  test('leaves questions for practice out of the bank', async () => {
    await campaign.edit('questions/quality-basics.yaml', `- id: ${QUESTION}\n`, `- id: ${QUESTION}\n    bank: practice\n`);
    await load(later);
    expect((await stored()).bank.some(({ id }) => id === QUESTION)).toBe(false);
  });

  const takeContestAway = async () => {
    await campaign.drop('contest.yaml');
    await campaign.edit('activities.yaml', '- kind: contest\n', '- kind: news\n');
  };

  test('under another id, or taken away, before anybody has started leaves nothing of the former', async () => {
    const { seed } = await stored();
    await campaign.edit('contest.yaml', `id: ${CONTEST}`, 'id: quiz');
    await load(later);
    const contests = await store.db.selectFrom('contest').select(['id', 'seed']).execute();
    expect(contests.map(({ id }) => id)).toEqual(['quiz']);
    expect(contests[0]?.seed).not.toBe(seed);
    await takeContestAway();
    await load(later);
    expect(await store.db.selectFrom('contest').select('id').execute()).toEqual([]);
  });

  const fixed: [string, string, string, RegExp][] = [
    ['contest.yaml', `id: ${CONTEST}`, 'id: quiz', /: id must stay/],
    ['contest.yaml', 'opensAt: "2017-09-07T09', 'opensAt: "2017-09-07T08', /opensAt must stay/],
    ['contest.yaml', 'durationMinutes: 15', 'durationMinutes: 20', /durationMinutes must stay/],
    ['contest.yaml', 'graceSeconds: 10', 'graceSeconds: 5', /graceSeconds must stay/],
    ['contest.yaml', 'attemptsPerDay: 2', 'attemptsPerDay: 3', /attemptsPerDay must stay/],
    ['contest.yaml', 'attemptsInAll: 6', 'attemptsInAll: 7', /attemptsInAll must stay/],
    ['contest.yaml', 'passMark: 60', 'passMark: 59', /passMark must stay/],
    ['contest.yaml', 'partialCredit: half', 'partialCredit: none', /partialCredit must stay/],
    ['contest.yaml', 'results: at-submission', 'results: at-close', /results must stay/],
    ['contest.yaml', 'explanations: at-submission', 'explanations: at-close', /explanations must stay/],
    ['contest.yaml', 'type: single, count: 3, points: 5', 'type: single, count: 5, points: 3', /blueprint must stay/],
    ['contest.yaml', 'count: 20\n', 'count: 10\n', /prizes\.count must stay/],
    ['contest.yaml', 'closesAt: "2017-09-28T18', 'closesAt: "2017-09-28T17', /closesAt may only move to a later instant/],
    ['contest.yaml', 'appealsUntil: 2017-09-30', 'appealsUntil: 2017-09-29', /appealsUntil may only move to a later day/],
    ['questions/quality-basics.yaml', 'stem: 2017 年', 'stem: 在 2017 年', /quality-basics-001 is in the contest's bank, so its topic, type, difficulty and words/],
    ['questions/quality-basics.yaml', 'difficulty: 1', 'difficulty: 2', /quality-basics-001 is in the contest's bank/],
    ['questions/quality-basics.yaml', 'key: [0]', 'key: [1]', /quality-basics-001 is in the contest's bank, so its key must stay/],
    ['questions/quality-basics.yaml', `- id: ${QUESTION}`, '- id: quality-basics-901', /001 is in .* bank[^]*quality-basics-901 is new and the contest has begun/],
    ['questions/quality-basics.yaml', `- id: ${QUESTION}\n`, `- id: ${QUESTION}\n    bank: practice\n`, /quality-basics-001 is in the contest's bank/],
  ];

  test('that has begun keeps what papers and grading depend on', async () => {
    await begin();
    const before = await tableContents(store.db);
    for (const [file, from, to, expected] of fixed) {
      await campaign.edit(file, from, to);
      expect(await messageOf(load(later))).toMatch(expected);
      await campaign.edit(file, to, from);
    }
    await takeContestAway();
    expect(await messageOf(load(later))).toMatch(/it must stay/);
    expect(await tableContents(store.db)).toEqual(before);
  });

  test('that has begun keeps it although another version wrote down its settings', async () => {
    await begin();
    await sql`update campaign set document = document #- '{contest,flags}'`.execute(store.db);
    await campaign.edit('contest.yaml', 'passMark: 60', 'passMark: 59');
    expect(await messageOf(load(later))).toMatch(/passMark must stay/);
  });

  test('that has begun takes other words, teams, flags, a later end and more to practise', async () => {
    const before = await stored();
    await begin();
    await campaign.edit('contest.yaml', 'title: “质量月”知识竞赛', 'title: 质量月知识竞赛');
    await campaign.edit('contest.yaml', 'best: 10, minimum: 5', 'best: 5, minimum: 3');
    await campaign.edit('contest.yaml', 'hiddenTimes: 5', 'hiddenTimes: 9');
    await campaign.edit('contest.yaml', 'closesAt: "2017-09-28T18', 'closesAt: "2017-09-29T18');
    await campaign.edit('contest.yaml', 'appealsUntil: 2017-09-30', 'appealsUntil: 2017-10-10');
    const text = await campaign.text('questions/quality-basics.yaml');
    const question = text.slice(text.indexOf('  - id: quality-basics-002'), text.indexOf('  - id: quality-basics-003'));
    await campaign.edit('questions/quality-basics.yaml', question, `${question}${question.replace('002', '902')}    bank: practice\n`);
    expect((await load(later)).changed).toBe(true);
    expect(await stored()).toEqual({ ...before, closesAt: new Date('2017-09-29T18:00:00+08:00'), appealsUntil: '2017-10-10' });
  });

  test('that has closed does not open again', async () => {
    await begin();
    await campaign.edit('contest.yaml', 'closesAt: "2017-09-28T18', 'closesAt: "2017-09-30T18');
    expect(await messageOf(load(afterClosing))).toMatch(/closesAt must stay as it was, because the contest has closed/);
  });

  test('whose prizes are drawn takes no later appeals', async () => {
    await begin();
    await store.db.updateTable('contest').set({ drawnAt: afterClosing }).execute();
    await campaign.edit('contest.yaml', 'appealsUntil: 2017-09-30', 'appealsUntil: 2017-10-30');
    expect(await messageOf(load(afterClosing))).toMatch(/appealsUntil must stay as it was, because the prizes are drawn/);
  });

  test('keeps its errata, whether the content still says the former key, follows one of them, or says something else', async () => {
    await begin();
    await decide(2, 'correct', [0], [1]);
    await decide(3, 'correct', [1], [2]);
    await decide(4, 'void', [2], [2]);
    for (const [now, key] of [[0, 1], [1, 2]] as const) {
      await campaign.edit('contest.yaml', 'introduction: >-\n', 'introduction: >-\n  请认真作答。\n');
      expect((await load(later)).changed).toBe(true);
      expect(await questionNow()).toEqual({ key: [2], voided: true });
      await campaign.edit('questions/quality-basics.yaml', `key: [${now}]`, `key: [${key}]`);
      expect((await load(later)).changed).toBe(true);
      expect(await questionNow()).toEqual({ key: [2], voided: true });
    }
    await campaign.edit('questions/quality-basics.yaml', 'key: [2]', 'key: [3]');
    expect(await messageOf(load(later))).toMatch(/its key must stay/);
  });
});

test('a store is prepared by the clock that the campaign runs on', async () => {
  const store = await openTestDatabase();
  const startsAt = new Date('2017-09-05T12:00:00+08:00');
  await prepareStore(store, { campaignFolder: originalCampaign, clock: { kind: 'fixed-start', startsAt } });
  const { committedAt } = await findContest(store.db, CONTEST);
  const { loadedAt } = await store.db.selectFrom('campaign').select('loadedAt').executeTakeFirstOrThrow();
  expect([committedAt, loadedAt].map(chinaDate)).toEqual(['2017-09-05', '2017-09-05']);
  expect((await prepareStore(store, { campaignFolder: join('campaigns', 'tianjin-2017'), clock: { kind: 'system' } })).changed).toBe(false);
  await store.close();
});
