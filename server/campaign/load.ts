import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import {
  findContentHash,
  findIdsOfOtherCampaigns,
  findPractisedQuestions,
  findUsedByRequests,
  listOfficeIds,
  lockCampaignLoading,
  saveCampaign,
} from '../storage/stores/campaign-store';
import {
  deleteActivitiesExcept,
  deleteOffices,
  replaceArticles,
  saveActivities,
  saveOffices,
  saveQuestions,
  saveTopics,
} from '../storage/stores/content-store';
import { INDEX_VERSION, indexCampaign } from '../search/index-articles';
import { findUsedByEvents } from '../storage/booking/event-store';
import { hasEssays } from '../storage/essay/essay-store';
import { findUsedByNewsroom } from '../storage/newsroom/manuscript-store';
import type { Database } from '../storage/tables';
import type { CampaignContent } from './folder/content';
import { contestNeeds, keysOfErrata, loadContest, lockBegunContest } from './folder/load-contest';
import { readCampaignFolder } from './folder/read';
import type { Campaign } from './schema';

/** The content is right in itself, but what people already did with the loaded one forbids the change. */
export class CampaignInUse extends Error {
  constructor(campaignId: string, reasons: readonly string[]) {
    super(`The campaign ${campaignId} cannot be loaded:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
    this.name = 'CampaignInUse';
  }
}

const hashOf = (content: CampaignContent): string => createHash('sha256').update(JSON.stringify([content, INDEX_VERSION])).digest('hex');

const missing = (used: ReadonlySet<string>, offered: readonly { id: string }[]): string[] => {
  const ids = new Set(offered.map(({ id }) => id));
  return [...used].filter((id) => !ids.has(id)).sort();
};

async function requestsNeed(trx: Transaction<Database>, { campaign }: CampaignContent): Promise<string[]> {
  const used = await findUsedByRequests(trx, campaign.id);
  const { offices, areas, requestKinds } = campaign;
  const subjectsOf = (kindId: string) => requestKinds.find(({ id }) => id === kindId)?.fields.find(({ type }) => type === 'subject')?.choices ?? [];
  return [
    ...missing(used.officeIds, offices).map((id) => `offices.yaml: the office ${id} has requests; it must stay`),
    ...missing(used.areaIds, areas).map((id) => `areas.yaml: the area ${id} has requests; it must stay`),
    ...missing(new Set(used.subjects.keys()), requestKinds).map((id) => `requests: the kind ${id} has requests; it must stay`),
    ...[...used.subjects].flatMap(([kindId, subjectIds]) => missing(subjectIds, subjectsOf(kindId)).map((id) => `requests: the subject ${id} of ${kindId} has requests; it must stay`)),
  ];
}

async function newsroomNeeds(trx: Transaction<Database>, { campaign, activities, topics }: CampaignContent): Promise<string[]> {
  const used = await findUsedByNewsroom(trx, campaign.id);
  return [
    ...missing(used.officeIds, campaign.offices).map((id) => `offices.yaml: the office ${id} has articles or pictures of the newsroom; it must stay`),
    ...missing(used.activityIds, activities).map((id) => `activities.yaml: articles of the newsroom are about the activity ${id}; it must stay`),
    ...missing(used.areaIds, campaign.areas).map((id) => `areas.yaml: articles of the newsroom are about the area ${id}; it must stay`),
    ...missing(used.topicIds, topics).map((id) => `questions: articles of the newsroom lead to the topic ${id}; it must stay`),
  ];
}

async function eventsNeed(trx: Transaction<Database>, { campaign, activities }: CampaignContent): Promise<string[]> {
  const used = await findUsedByEvents(trx, campaign.id);
  return [
    ...missing(used.officeIds, campaign.offices).map((id) => `offices.yaml: the office ${id} has events; it must stay`),
    ...missing(used.activityIds, activities).map((id) => `activities.yaml: the activity ${id} has events; it must stay`),
  ];
}

const essaysNeed = async (trx: Transaction<Database>, { campaign }: CampaignContent): Promise<string[]> =>
  campaign.essayCall === null && (await hasEssays(trx, campaign.id)) ? ['essays.yaml: people have sent essays in; it must stay'] : [];

/**
 * An answer is kept by the place of its options, so what decides about it may not move under it; words may.
 *
 * @param elsewhere ids of questions that more is asked of, by the contest
 */
async function practicesNeed(trx: Transaction<Database>, { campaign, questions }: CampaignContent, elsewhere: ReadonlySet<string>): Promise<string[]> {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const known = await keysOfErrata(trx, campaign.id);
  const practised = (await findPractisedQuestions(trx, campaign.id)).filter(({ id }) => !elsewhere.has(id));
  return practised.flatMap(({ id, type, optionCount, key }) => {
    const question = byId.get(id);
    const same =
      !question ||
      (question.type === type && question.options.length === optionCount && [JSON.stringify(key), ...(known.get(id) ?? [])].includes(JSON.stringify(question.key)));
    return same ? [] : [`questions: ${id} was already practised, so its type, its number of options and its key must stay; give the corrected question a new id`];
  });
}

async function otherCampaignsNeed(trx: Transaction<Database>, { campaign, articles, questions }: CampaignContent): Promise<string[]> {
  const articleIds = await findIdsOfOtherCampaigns(trx, campaign.id, 'article', articles.map(({ id }) => id));
  const questionIds = await findIdsOfOtherCampaigns(trx, campaign.id, 'question', questions.map(({ id }) => id));
  const contestIds = await findIdsOfOtherCampaigns(trx, campaign.id, 'contest', campaign.contest ? [campaign.contest.id] : []);
  return [
    ...contestIds.map((id) => `contest.yaml: the id ${id} belongs to a contest of another campaign`),
    ...articleIds.map((id) => `articles: the id ${id} belongs to an article of another campaign`),
    ...questionIds.map((id) => `questions: the id ${id} belongs to a question of another campaign`),
  ];
}

async function save(trx: Transaction<Database>, content: CampaignContent, contentHash: string, loadedAt: Date): Promise<void> {
  const { campaign, activities, articles, topics, questions } = content;
  const officeIds = new Set(campaign.offices.map(({ id }) => id));
  const formerOffices = (await listOfficeIds(trx, campaign.id)).filter((id) => !officeIds.has(id));
  await saveCampaign(trx, { id: campaign.id, contentHash, document: campaign, loadedAt });
  await saveOffices(trx, campaign.id, campaign.offices);
  await saveActivities(trx, campaign.id, activities);
  await replaceArticles(trx, campaign.id, articles);
  await indexCampaign(trx, campaign.id);
  await deleteActivitiesExcept(trx, campaign.id, activities.map(({ id }) => id));
  await deleteOffices(trx, campaign.id, formerOffices);
  await saveTopics(trx, campaign.id, topics);
  await saveQuestions(trx, campaign.id, questions);
  await loadContest(trx, content, loadedAt);
}

/**
 * Reads a campaign's folder and brings the database to it, in one transaction that lets no other loading in. The
 * same content again changes nothing and answers `changed: false`. Articles that the folder no longer has disappear;
 * questions become inactive.
 *
 * @param nowIn the time, by the clock that the campaign will run on
 * @throws CampaignMistakes when the files are wrong, CampaignInUse when requests, the newsroom, events, essays, practices or a contest that has begun
 * forbid the change; the database then is as it was
 */
export async function loadCampaign(db: Kysely<Database>, folder: string, nowIn: (campaign: Campaign) => Date): Promise<{ campaign: Campaign; changed: boolean }> {
  const content = await readCampaignFolder(folder);
  const { campaign } = content;
  const contentHash = hashOf(content);
  const now = nowIn(campaign);
  return db.transaction().execute(async (trx) => {
    await lockCampaignLoading(trx);
    if ((await findContentHash(trx, campaign.id)) === contentHash) return { campaign, changed: false };
    const contest = await lockBegunContest(trx, campaign.id);
    const reasons = [
      ...(await requestsNeed(trx, content)),
      ...(await newsroomNeeds(trx, content)),
      ...(await eventsNeed(trx, content)),
      ...(await essaysNeed(trx, content)),
      ...(await practicesNeed(trx, content, new Set(contest?.bank.map(({ id }) => id)))),
      ...(contest ? await contestNeeds(trx, contest, content, now) : []),
      ...(await otherCampaignsNeed(trx, content)),
    ];
    if (reasons.length > 0) throw new CampaignInUse(campaign.id, reasons);
    await save(trx, content, contentHash, now);
    return { campaign, changed: true };
  });
}
