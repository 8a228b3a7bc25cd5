import * as v from 'valibot';
import { action } from './action';
import type { LineId } from './campaign';
import { contentId, cursor, text } from './fields';

/**
 * What an article is, and thereby where it stands: in the news, in the 微课堂, in an exhibition's halls, among the advisories
 * to buyers, or in a directory. The newsroom writes, reviews and publishes all of them alike.
 */
export type ArticleKind = 'news' | 'lesson' | 'exhibit' | 'advisory' | 'listing';

export const articleKinds = ['news', 'lesson', 'exhibit', 'advisory', 'listing'] as const satisfies readonly ArticleKind[];

export const articleKindNames = {
  news: '资讯',
  lesson: '课程',
  exhibit: '展品',
  advisory: '消费提示',
  listing: '名录',
} as const satisfies Readonly<Record<ArticleKind, string>>;

/** What some kinds of article say besides their text; null where it is not said, or is not for the kind. */
export interface ArticleDetails {
  /** Of an exhibit its hall, of an advisory its category, of a listing the part of the directory. */
  readonly section: string | null;
  /** A topic of the question bank: a lesson's check is drawn from it, an advisory leads to it. */
  readonly topicId: string | null;
  /** Of a listing: the district in which it is. */
  readonly areaId: string | null;
  /** Of a lesson: how long it takes. */
  readonly minutes: number | null;
  /** Of a lesson: to watch or listen to, besides the text. */
  readonly media: { readonly kind: 'video' | 'audio'; readonly url: string } | null;
}

export interface ArticleRow {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly summary: string;
  readonly officeName: string;
  readonly lineId: LineId;
  readonly lineName: string;
  /** `2017-09-04`; null when the office gave no day, then only `month` is known. */
  readonly happenedOn: string | null;
  /** `2017-09` */
  readonly month: string;
  /** Of an exhibit its hall, of an advisory its category, of a listing the part of the directory; else null. */
  readonly section: string | null;
  readonly cover: { readonly url: string; readonly alt: string } | null;
}

export interface Span {
  readonly text: string;
  readonly strong?: true;
  /** A page of the app with its parameters, or an `https:` address: see `linkKind`. */
  readonly link?: string;
}

/**
 * An article's body: a closed set that the client draws with its own components, so nothing an author writes
 * can bring markup, script or style with it.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'quote'; readonly spans: readonly Span[] }
  | ListBlock
  | PictureBlock
  | { readonly kind: 'table'; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] };

/** A list inside a list is a block of its own between the outer one's parts. */
export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Span[])[];
  /** The first number where a numbered list goes on after an inner one. */
  readonly start?: number;
  readonly inner?: true;
}

export interface PictureBlock {
  readonly kind: 'picture';
  /** In the width of a phone. */
  readonly url: string;
  /** As large as there is, for looking at closely. */
  readonly full: string;
  readonly alt: string;
  /** In pixels, for its proportions. */
  readonly width: number;
  readonly height: number;
}

export type Cell = readonly Span[];

export interface ArticleView extends ArticleRow {
  readonly details: ArticleDetails;
  readonly tags: readonly string[];
  readonly officeFullName: string;
  readonly place: string | null;
  readonly activity: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly blocks: readonly Block[];
  readonly organiser: string;
  readonly campaignName: string;
}

export interface ArticlePage {
  /** Above the others for a time, three at most, with the first page alone; the pages below leave them out. */
  readonly pinned: readonly ArticleRow[];
  readonly articles: readonly ArticleRow[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** What the list can be filtered by; only with the first page. */
  readonly filters: {
    readonly offices: readonly { readonly id: string; readonly name: string }[];
    readonly lines: readonly { readonly id: LineId; readonly name: string }[];
    /** Of the articles of this kind, and of this activity if one was asked for: the halls of an exhibition. */
    readonly sections: readonly { readonly name: string; readonly count: number }[];
  } | null;
}

export const articleActions = {
  'article.list': action<ArticlePage>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Published articles of one kind, newest first, ten a page, by office, line, activity, section or words of the title, the summary or the section.',
    input: v.strictObject({
      /** News when left out. */
      kind: v.optional(v.picklist(articleKinds, '没有这一类内容。'), 'news'),
      officeId: v.optional(contentId('单位')),
      lineId: v.optional(contentId('类别')),
      activityId: v.optional(contentId('活动')),
      section: v.optional(text('分类', { max: 20 })),
      contains: v.optional(text('搜索词', { max: 20 })),
      cursor,
    }),
  }),
} as const;
