import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Block, Span } from '../../src/contract/article';
import { contentId, recordId } from '../../src/contract/fields';
import { linkKind } from '../../src/domain/editorial/link';
import { MOST_LINKS } from '../../src/domain/editorial/links';
import type { Campaign } from '../campaign/schema';
import { findAcceptedEssays, findActivities, findEvents, findOpenArticles, findTopics, type FindOpen } from '../storage/newsroom/link-store';
import type { Database } from '../storage/tables';

const named = contentId('内容');

/** What an address can name: how its ids look, and which of them can be opened. */
const kinds = {
  article: { id: named, find: findOpenArticles },
  activity: { id: named, find: findActivities },
  topic: { id: named, find: findTopics },
  event: { id: recordId, find: findEvents },
  essay: { id: recordId, find: findAcceptedEssays },
} as const satisfies Readonly<Record<string, { readonly id: v.GenericSchema<string>; readonly find: FindOpen }>>;

type Kind = keyof typeof kinds | 'checklist';

/** A parameter of a page, and what it names. */
interface Parameter {
  readonly name: string;
  readonly of: Kind;
  readonly optional?: true;
}

/** The pages that an article may lead to: those that everybody can open, each with what its address must name. */
export const linkedPages: Readonly<Record<string, Parameter | null>> = {
  '/pages/home/index': null,
  '/pages/news/index': null,
  '/pages/contest/index': null,
  '/pages/service/index': null,
  '/pages/article/index': { name: 'id', of: 'article' },
  '/pages/activities/index': null,
  '/activities/activity/index': { name: 'id', of: 'activity' },
  '/activities/articles/index': { name: 'activity', of: 'activity' },
  '/activities/lessons/index': null,
  '/activities/lesson/index': { name: 'id', of: 'article' },
  '/activities/exhibition/index': { name: 'activity', of: 'activity' },
  '/activities/directory/index': { name: 'activity', of: 'activity' },
  '/activities/checklist/index': { name: 'id', of: 'checklist' },
  '/activities/board/index': null,
  '/activities/essays/index': null,
  '/activities/essay/index': { name: 'id', of: 'essay' },
  '/activities/essay-form/index': null,
  '/booking/event/index': { name: 'id', of: 'event' },
  '/contest/practice/index': { name: 'topic', of: 'topic', optional: true },
  '/contest/lobby/index': null,
  '/contest/board/index': null,
  '/contest/fairness/index': null,
  '/contest/errata/index': null,
  '/contest/verify/index': null,
  '/reading/search/index': null,
  '/service/form/index': null,
  '/service/lookup/index': null,
};

interface Target {
  readonly link: string;
  /** Null where the page alone is enough. */
  readonly names: { readonly kind: Kind; readonly id: string } | null;
}

const spansIn = (block: Block): readonly Span[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      return block.spans;
    case 'list':
      return block.items.flat();
    case 'table':
      return [block.header, ...block.rows].flat(2);
    case 'picture':
      return [];
  }
};

/** Where the links of a body lead. */
export const linksIn = (blocks: readonly Block[]): readonly string[] => blocks.flatMap(spansIn).flatMap(({ link }) => link ?? []);

/** Of these addresses, whether a reader can open them; of very many the first ones. */
export async function existingLinks(db: Kysely<Database>, campaign: Campaign, addresses: readonly string[]): Promise<(link: string) => boolean> {
  const links = [...new Set(addresses)].filter((link) => linkKind(link) === 'inside').slice(0, MOST_LINKS);
  const targets = links.flatMap(targetOf);
  const idsOf = (kind: Kind) => targets.flatMap(({ names }) => (names?.kind === kind ? [names.id] : []));
  const found = new Set(campaign.checklists.map(({ id }) => `checklist ${id}`));
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    const ids = idsOf(kind).filter((id) => v.is(kinds[kind].id, id));
    if (ids.length > 0) for (const { id } of await kinds[kind].find(db, campaign.id, ids)) found.add(`${kind} ${id}`);
  }
  const open = new Set(targets.filter(({ names }) => names === null || found.has(`${names.kind} ${names.id}`)).map(({ link }) => link));
  return (link) => open.has(link);
}

/** Nothing where there is no such page, or its address does not say what it must. */
function targetOf(link: string): Target[] {
  const { pathname, searchParams } = new URL(link, 'https://app');
  const parameter = Object.hasOwn(linkedPages, pathname) ? linkedPages[pathname] : undefined;
  if (!parameter) return parameter === null ? [{ link, names: null }] : [];
  const id = searchParams.get(parameter.name);
  if (id === null) return parameter.optional ? [{ link, names: null }] : [];
  return [{ link, names: { kind: parameter.of, id } }];
}
