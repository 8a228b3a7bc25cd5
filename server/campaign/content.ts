import * as v from 'valibot';
import type { Block } from '../../src/contract/article';
import { addDays } from '../../src/domain/china-time';
import type { ActivityContent, ArticleContent, QuestionContent, TopicContent } from '../storage/stores/content-store';
import type { CampaignSources } from './references';
import { campaignDocument, type ArticleFrontMatter, type Campaign, type ExpertVisitFile, type QuestionEntry } from './schema';

/** A campaign folder as the tables want it. */
export interface CampaignContent {
  readonly campaign: Campaign;
  readonly activities: readonly ActivityContent[];
  readonly articles: readonly ArticleContent[];
  readonly topics: readonly TopicContent[];
  readonly questions: readonly QuestionContent[];
}

function contestOf({ contest }: CampaignSources, bureauId: string): Campaign['contest'] {
  if (contest === null) return null;
  const { activity, office, blueprint, ...rest } = contest.value;
  return {
    ...rest,
    activityId: activity,
    officeId: office ?? bureauId,
    blueprint: blueprint.map(({ topic, difficulty, ...row }) => ({ ...row, topicId: topic ?? null, difficulty: difficulty ?? null })),
  };
}

function documentOf(sources: CampaignSources): Campaign {
  const { campaign, offices, expertVisit } = sources;
  const { activity, areas, fields, ...rest }: ExpertVisitFile = expertVisit.value;
  const bureauId = offices.value.find(({ bureau }) => bureau)?.id ?? '';
  return v.parse(campaignDocument, {
    ...campaign.value,
    offices: offices.value.map(({ id, name, shortName, bureau }) => ({ id, name, shortName, bureau })),
    expertVisit: {
      title: rest.title,
      receiptPrefix: rest.receiptPrefix,
      promiseWorkingDays: rest.promiseWorkingDays,
      introduction: rest.introduction,
      subjects: rest.subjects,
      consent: rest.consent,
      retention: rest.retention,
      retentionDays: rest.retentionDays,
      whatHappensNext: rest.whatHappensNext,
      activityId: activity,
      areas: areas.map(({ id, name, office }) => ({ id, name, officeId: office ?? bureauId })),
      fields: Object.fromEntries(fields.map(({ id, ...texts }) => [id, texts])),
    },
    contest: contestOf(sources, bureauId),
  });
}

function article(matter: ArticleFrontMatter, blocks: readonly Block[], firstDay: string): ArticleContent {
  const { id, title, summary, office, line, activity, happenedOn, place, cover } = matter;
  return {
    id,
    officeId: office,
    lineId: line,
    activityId: activity ?? null,
    title,
    summary,
    place: place ?? null,
    happenedOn: happenedOn ?? null,
    sortOn: happenedOn ?? addDays(firstDay, -1),
    cover: cover ?? null,
    blocks,
  };
}

const question = (topicId: string, { source, bank, ...rest }: QuestionEntry): QuestionContent => ({
  ...rest,
  topicId,
  inPractice: bank !== 'contest',
  inContest: bank !== 'practice',
  source: { title: source.title, article: source.article ?? null, note: source.note ?? null },
});

/** @param blocks the articles' bodies, in the order of `sources.articles` */
export function assembleContent(sources: CampaignSources, blocks: readonly (readonly Block[])[]): CampaignContent {
  const { campaign, activities, articles, topics } = sources;
  return {
    campaign: documentOf(sources),
    activities: activities.value.map(({ line, takePart, ...rest }) => ({
      ...rest,
      lineId: line,
      takePart: takePart.kind === 'request' ? { kind: 'request', subjectId: takePart.subject ?? null } : takePart,
    })),
    articles: articles.map(({ value }, index) => article(value, blocks[index] ?? [], campaign.value.startsOn)),
    topics: topics.map(({ value: { topic } }) => ({ id: topic.id, title: topic.title, summary: topic.summary, position: topic.order, subjectId: topic.subject ?? null })),
    questions: topics.flatMap(({ value }) => value.questions.map((each) => question(value.topic.id, each))),
  };
}
