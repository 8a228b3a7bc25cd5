import * as v from 'valibot';
import { action } from './action';
import type { ArticleRow, ArticleView } from './article';
import { contentId } from './fields';

/** An article with what stands around it on its page. */
export interface ReadArticle extends ArticleView {
  /** At most three: of the same activity, with a tag in common, of the same office, in this order. */
  readonly related: readonly ArticleRow[];
  /** How many people have read it: those only whose identity somebody vouches for, each once. */
  readonly readers: number;
}

export const readingActions = {
  'article.get': action<ReadArticle>()({
    who: 'anyone',
    effect: 'read',
    summary: 'One article with its body, related articles and the number of its readers.',
    input: v.strictObject({ id: contentId('文章') }),
  }),
  'article.note-read': action<{ readonly readers: number }>()({
    who: 'person',
    effect: 'settled',
    summary: 'Counts the caller among the readers of an article, once; a guest, of whom anybody can make any number, is not counted.',
    input: v.strictObject({ id: contentId('文章') }),
  }),
} as const;
