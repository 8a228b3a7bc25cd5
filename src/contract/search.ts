import * as v from 'valibot';
import type { Mark } from '../domain/search/marks';
import { action } from './action';
import { articleKinds, type ArticleKind } from './article';
import type { LineId } from './campaign';
import { cursor, text } from './fields';

export type SearchKind = ArticleKind | 'activity';

interface FoundBase {
  readonly id: string;
  readonly title: readonly Mark[];
  /** Of the summary, the tags or the body: whichever has most of what the title does not have. */
  readonly excerpt: readonly Mark[];
  readonly lineId: LineId;
  readonly lineName: string;
}

export interface FoundArticle extends FoundBase {
  readonly kind: ArticleKind;
  readonly officeName: string;
  readonly happenedOn: string | null;
  /** `2017-09` */
  readonly month: string;
}

export interface FoundActivity extends FoundBase {
  readonly kind: 'activity';
  /** 1–20 */
  readonly number: number;
}

export type Found = FoundArticle | FoundActivity;

export interface SearchPage {
  readonly found: readonly Found[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

export const LONGEST_SEARCH = 40;

export const searchActions = {
  'search.find': action<SearchPage>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Activities and published articles that have all the words: activities first, then titles, then texts, the newest first, ten a page.',
    input: v.strictObject({
      words: text('要找的词', { max: LONGEST_SEARCH }),
      kind: v.optional(v.picklist([...articleKinds, 'activity'], '没有这一类内容。')),
      cursor,
    }),
  }),
  'search.suggest': action<{ readonly words: readonly string[] }>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Words to look for: tags of the newest articles and names of activities.',
    input: v.strictObject({}),
  }),
} as const;
