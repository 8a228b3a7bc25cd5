import type { ArticleKind, Block } from '../../contract/article';
import type { ReadArticle } from '../../contract/reading';
import { isRecord } from '../request/filling';
import { PERSONAL_PREFIX, read, remove, write } from '../storage';

/** What the list shows of a saved article. */
export interface SavedRow {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly officeName: string;
  readonly savedAt: string;
  /** In characters of its JSON. */
  readonly size: number;
}

export interface SavedArticle {
  readonly savedAt: string;
  readonly article: ReadArticle;
}

export const MOST_SAVED = 50;

// WeChat keeps 1 MB a key and 10 MB in all, and a Chinese character takes three bytes; drafts and answers need room too.
const LARGEST = 300_000;
const LARGEST_IN_ALL = 2_000_000;

const INDEX = `${PERSONAL_PREFIX}all saved`;
const keyOf = (id: string): string => `${PERSONAL_PREFIX}saved ${id}`;

const isRow = (value: unknown): value is SavedRow =>
  isRecord(value) && [value.id, value.kind, value.title, value.officeName, value.savedAt].every((text) => typeof text === 'string') && typeof value.size === 'number';

const areRows = (value: unknown): value is readonly SavedRow[] => Array.isArray(value) && value.every(isRow);

const isSaved = (value: unknown): value is SavedArticle =>
  isRecord(value) && typeof value.savedAt === 'string' && isRecord(value.article) && typeof value.article.id === 'string' && Array.isArray(value.article.blocks);

/** What is saved on this device, the latest first. */
export const savedRows = (): readonly SavedRow[] => read(INDEX, areRows) ?? [];

export const savedArticle = (id: string): SavedArticle | null => read(keyOf(id), isSaved);

const withoutPicture = (block: Block): Block => (block.kind === 'picture' ? { kind: 'paragraph', spans: [{ text: `［图片没有保存：${block.alt}］` }] } : block);

/** What is saved of an article: its words. Pictures, a lesson's recording and what stands around the article need the network. */
const wordsOf = (article: ReadArticle): ReadArticle => ({
  ...article,
  cover: null,
  details: { ...article.details, media: null },
  blocks: article.blocks.map(withoutPicture),
  related: [],
  readers: 0,
});

/** Whether the article says something else now than when it was saved. */
export const hasChanged = (saved: SavedArticle, article: ReadArticle): boolean => JSON.stringify(saved.article) !== JSON.stringify(wordsOf(article));

/** `many` and `full`: too many are saved, or too much; `too-long`: this one alone is; `refused`: the device keeps nothing more. */
export type SaveOutcome = 'saved' | 'many' | 'full' | 'too-long' | 'refused';

/** Saves an article, or its newer version in place of the one saved before. Nothing is given up for it. */
export function saveArticle(article: ReadArticle, now: Date): SaveOutcome {
  const { id, kind, title, officeName } = article;
  const saved: SavedArticle = { savedAt: now.toISOString(), article: wordsOf(article) };
  const size = JSON.stringify(saved).length;
  const others = savedRows().filter((row) => row.id !== id);
  if (size > LARGEST) return 'too-long';
  if (others.length >= MOST_SAVED) return 'many';
  if (others.reduce((sum, row) => sum + row.size, size) > LARGEST_IN_ALL) return 'full';
  if (!write(keyOf(id), saved)) return 'refused';
  if (write(INDEX, [{ id, kind, title, officeName, savedAt: saved.savedAt, size } satisfies SavedRow, ...others])) return 'saved';
  // What no list has could never be removed.
  remove(keyOf(id));
  return 'refused';
}

export function removeSaved(id: string): void {
  remove(keyOf(id));
  write(
    INDEX,
    savedRows().filter((row) => row.id !== id),
  );
}

export function clearSaved(): void {
  for (const { id } of savedRows()) remove(keyOf(id));
  remove(INDEX);
}
