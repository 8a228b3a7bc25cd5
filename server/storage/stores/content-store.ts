import type { Transaction } from 'kysely';
import type { ArticleDetails, ArticleKind, Block } from '../../../src/contract/article';
import type { LineId } from '../../../src/contract/campaign';
import type { KeyedQuestion } from '../../../src/contract/practice';
import type { StoredWay } from '../tables/activity';
import type { Database } from '../tables';

// What the loader of a campaign writes. Everything here replaces what was there; who may be replaced is its question.

export interface OfficeContent {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly bureau: boolean;
}

export interface ActivityContent {
  readonly id: string;
  readonly number: number;
  readonly lineId: LineId;
  readonly title: string;
  readonly shortTitle: string;
  readonly audience: readonly string[];
  readonly summary: string;
  /** The main one first. */
  readonly ways: readonly StoredWay[];
  readonly when: string;
  readonly howTo: string | null;
}

export interface ArticleContent {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly officeId: string;
  readonly lineId: LineId;
  readonly activityId: string | null;
  readonly title: string;
  readonly summary: string;
  readonly place: string | null;
  readonly happenedOn: string | null;
  /** `happenedOn`, or the campaign's first day. */
  readonly sortOn: string;
  readonly cover: { readonly file: string; readonly alt: string } | null;
  readonly markdown: string;
  readonly blocks: readonly Block[];
  readonly tags: readonly string[];
  readonly details: ArticleDetails;
}

export interface TopicContent {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly position: number;
  readonly subjectId: string | null;
}

export interface QuestionContent extends KeyedQuestion {
  readonly id: string;
  readonly topicId: string;
  readonly difficulty: number;
  readonly reviewedOn: string;
  readonly inPractice: boolean;
  readonly inContest: boolean;
}

/** Offices that are not in the list stay; see `deleteOffices`. */
export async function saveOffices(trx: Transaction<Database>, campaignId: string, offices: readonly OfficeContent[]): Promise<void> {
  // Two bureaus must not meet in the middle of the change: their index is checked row by row.
  await trx.updateTable('office').set({ isBureau: false }).where('campaignId', '=', campaignId).execute();
  await trx
    .insertInto('office')
    .values(offices.map(({ bureau, ...office }, position) => ({ ...office, campaignId, isBureau: bureau, position })))
    .onConflict((conflict) =>
      conflict.columns(['campaignId', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        shortName: eb.ref('excluded.shortName'),
        isBureau: eb.ref('excluded.isBureau'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute();
}

/** Removes offices with the roles held in them; the caller has made sure that no request refers to them. */
export async function deleteOffices(trx: Transaction<Database>, campaignId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of ['roleGrant', 'roleInvitation'] as const) {
    await trx.deleteFrom(table).where('campaignId', '=', campaignId).where('officeId', 'in', ids).execute();
  }
  await trx.deleteFrom('office').where('campaignId', '=', campaignId).where('id', 'in', ids).execute();
}

/** Activities that are not in the list stay; see `deleteActivitiesExcept`. */
export async function saveActivities(trx: Transaction<Database>, campaignId: string, activities: readonly ActivityContent[]): Promise<void> {
  // Numbers may have been exchanged; negative ones are out of the way of the unique index.
  await trx
    .updateTable('activity')
    .set(({ eb }) => ({ number: eb('number', '*', -1) }))
    .where('campaignId', '=', campaignId)
    .execute();
  await trx
    .insertInto('activity')
    .values(
      activities.map((activity) => ({
        ...activity,
        campaignId,
        audience: JSON.stringify(activity.audience),
        ways: JSON.stringify(activity.ways),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['campaignId', 'id']).doUpdateSet((eb) => ({
        number: eb.ref('excluded.number'),
        lineId: eb.ref('excluded.lineId'),
        title: eb.ref('excluded.title'),
        shortTitle: eb.ref('excluded.shortTitle'),
        audience: eb.ref('excluded.audience'),
        summary: eb.ref('excluded.summary'),
        ways: eb.ref('excluded.ways'),
        when: eb.ref('excluded.when'),
        howTo: eb.ref('excluded.howTo'),
      })),
    )
    .execute();
}

/** Call it when no article names the others any more. */
export async function deleteActivitiesExcept(trx: Transaction<Database>, campaignId: string, ids: readonly string[]): Promise<void> {
  await trx.deleteFrom('activity').where('campaignId', '=', campaignId).where('id', 'not in', ids).execute();
}

/** The folder's articles become exactly these, save those that the newsroom has taken over. */
export async function replaceArticles(trx: Transaction<Database>, campaignId: string, articles: readonly ArticleContent[]): Promise<void> {
  await trx.deleteFrom('article').where('campaignId', '=', campaignId).where('origin', '=', 'folder').execute();
  if (articles.length === 0) return;
  await trx
    .insertInto('article')
    .values(
      articles.map((article) => ({
        ...article,
        campaignId,
        origin: 'folder' as const,
        cover: JSON.stringify(article.cover),
        blocks: JSON.stringify(article.blocks),
        tags: JSON.stringify(article.tags),
        details: JSON.stringify(article.details),
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** A topic that is not in the list stays as long as past practices keep its questions; it has no active one. */
export async function saveTopics(trx: Transaction<Database>, campaignId: string, topics: readonly TopicContent[]): Promise<void> {
  if (topics.length === 0) return;
  await trx
    .insertInto('topic')
    .values(topics.map((topic) => ({ ...topic, campaignId })))
    .onConflict((conflict) =>
      conflict.columns(['campaignId', 'id']).doUpdateSet((eb) => ({
        title: eb.ref('excluded.title'),
        summary: eb.ref('excluded.summary'),
        position: eb.ref('excluded.position'),
        subjectId: eb.ref('excluded.subjectId'),
      })),
    )
    .execute();
}

/** The campaign's active questions become exactly these; the others stay for the practices that have them. */
export async function saveQuestions(trx: Transaction<Database>, campaignId: string, questions: readonly QuestionContent[]): Promise<void> {
  await trx.updateTable('question').set({ active: false }).where('campaignId', '=', campaignId).execute();
  if (questions.length === 0) return;
  await trx
    .insertInto('question')
    .values(
      questions.map((question) => ({
        ...question,
        campaignId,
        options: JSON.stringify(question.options),
        key: JSON.stringify(question.key),
        source: JSON.stringify(question.source),
        active: true,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        topicId: eb.ref('excluded.topicId'),
        type: eb.ref('excluded.type'),
        stem: eb.ref('excluded.stem'),
        options: eb.ref('excluded.options'),
        key: eb.ref('excluded.key'),
        explanation: eb.ref('excluded.explanation'),
        source: eb.ref('excluded.source'),
        difficulty: eb.ref('excluded.difficulty'),
        reviewedOn: eb.ref('excluded.reviewedOn'),
        active: eb.ref('excluded.active'),
        inPractice: eb.ref('excluded.inPractice'),
        inContest: eb.ref('excluded.inContest'),
      })),
    )
    .execute();
}
