import * as v from 'valibot';
import type { Block } from '../../../src/contract/article';
import { addDays } from '../../../src/domain/china-time';
import type { ActivityContent, ArticleContent, QuestionContent, TopicContent } from '../../storage/stores/content-store';
import { checklistOf } from './checklist';
import type { CampaignSources } from './references/references';
import { fieldOf } from './request-kind';
import { campaignDocument, type ArticleFrontMatter, type Campaign, type QuestionEntry, type RequestKind, type RequestKindFile } from '../schema';
import { storedWay } from './ways';

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

function essayCallOf({ essayCall }: CampaignSources): Campaign['essayCall'] {
  if (essayCall === null) return null;
  const { activity, office, ...rest } = essayCall.value;
  return { ...rest, activityId: activity, officeId: office };
}

const AREA_OFFICE = 'area';

function requestKindOf({ activity, answeredBy, fields, attachments, ...rest }: RequestKindFile): RequestKind {
  return {
    ...rest,
    activityId: activity,
    officeId: answeredBy === AREA_OFFICE ? null : answeredBy,
    attachments: attachments ?? null,
    fields: fields.flatMap((file) => {
      const field = fieldOf(file);
      return field ? [{ ...field, choices: [...field.choices] }] : [];
    }),
  };
}

function documentOf(sources: CampaignSources): Campaign {
  const { campaign, offices, areas, requestKinds, checklists } = sources;
  const bureauId = offices.value.find(({ bureau }) => bureau)?.id ?? '';
  return v.parse(campaignDocument, {
    ...campaign.value,
    offices: offices.value.map(({ id, name, shortName, bureau }) => ({ id, name, shortName, bureau })),
    areas: areas.value.map(({ id, name, office, tile }) => ({ id, name, officeId: office ?? bureauId, tile: tile ?? null })),
    requestKinds: requestKinds.map(({ value }) => requestKindOf(value)),
    contest: contestOf(sources, bureauId),
    checklists: checklists.map(({ value }) => checklistOf(value)),
    essayCall: essayCallOf(sources),
  });
}

/** An article's body, as written and as drawn. */
export interface Body {
  readonly markdown: string;
  readonly blocks: readonly Block[];
}

function article(matter: ArticleFrontMatter, body: Body, firstDay: string): ArticleContent {
  const { id, kind, title, summary, office, line, activity, happenedOn, place, cover, tags, section, topic, area, minutes } = matter;
  return {
    id,
    kind,
    officeId: office,
    lineId: line,
    activityId: activity ?? null,
    title,
    summary,
    place: place ?? null,
    happenedOn: happenedOn ?? null,
    sortOn: happenedOn ?? addDays(firstDay, -1),
    cover: cover ?? null,
    ...body,
    tags,
    details: { section: section ?? null, topicId: topic ?? null, areaId: area ?? null, minutes: minutes ?? null, media: null },
  };
}

const question = (topicId: string, { source, bank, ...rest }: QuestionEntry): QuestionContent => ({
  ...rest,
  topicId,
  inPractice: bank !== 'contest',
  inContest: bank !== 'practice',
  source: { title: source.title, article: source.article ?? null, note: source.note ?? null },
});

/** @param bodies the articles' bodies, in the order of `sources.articles` */
export function assembleContent(sources: CampaignSources, bodies: readonly Body[]): CampaignContent {
  const { campaign, activities, articles, topics } = sources;
  return {
    campaign: documentOf(sources),
    activities: activities.value.map(({ line, ways, howTo, ...rest }) => ({ ...rest, lineId: line, howTo: howTo ?? null, ways: ways.map(storedWay) })),
    articles: articles.map(({ value }, index) => article(value, bodies[index] ?? { markdown: '', blocks: [] }, campaign.value.startsOn)),
    topics: topics.map(({ value: { topic } }) => ({ id: topic.id, title: topic.title, summary: topic.summary, position: topic.order, subjectId: topic.subject ?? null })),
    questions: topics.flatMap(({ value }) => value.questions.map((each) => question(value.topic.id, each))),
  };
}
