import type { Kysely } from 'kysely';
import { linkKind } from '../../src/domain/editorial/link';
import { hasTopic, findActivityLine } from '../storage/newsroom/choice-store';
import { findPublicArticle } from '../storage/newsroom/public-article-store';
import type { Database } from '../storage/tables';

type Exists = (db: Kysely<Database>, campaignId: string, id: string) => Promise<boolean>;

const article: Exists = async (db, _campaignId, id) => (await findPublicArticle(db, id))?.withdrawnAt === null;
const activity: Exists = async (db, campaignId, id) => (await findActivityLine(db, campaignId, id)) !== undefined;

/** A parameter of a page, and what it names. */
interface Parameter {
  readonly name: string;
  readonly exists: Exists;
  readonly optional?: true;
}

/** The pages that an article may lead to: those that everybody can open, each with what its address must name. */
export const linkedPages: Readonly<Record<string, Parameter | null>> = {
  '/pages/home/index': null,
  '/pages/news/index': null,
  '/pages/contest/index': null,
  '/pages/service/index': null,
  '/pages/article/index': { name: 'id', exists: article },
  '/pages/activities/index': null,
  '/activities/activity/index': { name: 'id', exists: activity },
  '/activities/articles/index': { name: 'activity', exists: activity },
  '/activities/lessons/index': null,
  '/activities/lesson/index': { name: 'id', exists: article },
  '/activities/exhibition/index': { name: 'activity', exists: activity },
  '/activities/directory/index': { name: 'activity', exists: activity },
  '/activities/board/index': null,
  '/activities/essays/index': null,
  '/activities/essay-form/index': null,
  '/contest/practice/index': { name: 'topic', exists: hasTopic, optional: true },
  '/contest/lobby/index': null,
  '/contest/board/index': null,
  '/contest/fairness/index': null,
  '/contest/errata/index': null,
  '/contest/verify/index': null,
  '/service/form/index': null,
  '/service/lookup/index': null,
};

const ADDRESS = /\/[a-z]+\/[a-z-]+\/index(?:\?[\w.~%&=-]*)?/g;

/** Of the addresses in a body, whether a reader can open them. */
export async function existingLinks(db: Kysely<Database>, campaignId: string, markdown: string): Promise<(link: string) => boolean> {
  const open = new Set<string>();
  for (const link of new Set(markdown.match(ADDRESS))) if (linkKind(link) === 'inside' && (await canBeOpened(db, campaignId, link))) open.add(link);
  return (link) => open.has(link);
}

async function canBeOpened(db: Kysely<Database>, campaignId: string, link: string): Promise<boolean> {
  const { pathname, searchParams } = new URL(link, 'https://app');
  const parameter = Object.hasOwn(linkedPages, pathname) ? linkedPages[pathname] : undefined;
  if (!parameter) return parameter === null;
  const value = searchParams.get(parameter.name);
  return value === null ? parameter.optional === true : parameter.exists(db, campaignId, value);
}
