import * as v from 'valibot';
import { action } from './action';
import type { LineId } from './campaign';
import { contentId, cursor } from './fields';

export interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly officeName: string;
  readonly lineId: LineId;
  readonly lineName: string;
  /** `2017-09-04`; null when the office gave no day, then only `month` is known. */
  readonly happenedOn: string | null;
  /** `2017-09` */
  readonly month: string;
}

export interface Span {
  readonly text: string;
  readonly strong?: true;
}

/**
 * An article's body: a closed set that the client draws with its own components, so nothing an author writes
 * can bring markup, script or style with it.
 */
export type Block =
  | { readonly kind: 'heading'; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'quote'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] };

export interface ArticleView extends ArticleRow {
  readonly officeFullName: string;
  readonly place: string | null;
  readonly activity: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly cover: { readonly url: string; readonly alt: string } | null;
  readonly blocks: readonly Block[];
  readonly organiser: string;
  readonly campaignName: string;
}

export interface ArticlePage {
  readonly articles: readonly ArticleRow[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** What the list can be filtered by; only with the first page. */
  readonly filters: {
    readonly offices: readonly { readonly id: string; readonly name: string }[];
    readonly lines: readonly { readonly id: LineId; readonly name: string }[];
  } | null;
}

export const articleActions = {
  'article.list': action<ArticlePage>()({
    who: 'anyone',
    effect: 'read',
    summary: 'News, newest first, ten a page, by office, line or activity.',
    input: v.strictObject({
      officeId: v.optional(contentId('单位')),
      lineId: v.optional(contentId('类别')),
      activityId: v.optional(contentId('活动')),
      cursor,
    }),
  }),
  'article.get': action<ArticleView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'One article with its body.',
    input: v.strictObject({ id: contentId('文章') }),
  }),
} as const;
