import { useEffect } from 'react';
import { noteRead } from '../platform/reading/note-read';
import { isSinglePage } from '../platform/single-page';
import type { ArticleReading } from './use-article';
import { useShare } from './use-share';

/** As long as it takes to see what an article is about; a glance is no reading. */
const READING_MS = 8_000;

interface ArticlePage {
  /** The page's address with its parameters. */
  readonly path: string;
  /** What the page is called until the article has come. */
  readonly name: string;
}

/** What every page of an article does besides showing it: its share card, and counting who reads it. */
export function useArticlePage({ read: { state }, fromDevice }: ArticleReading, { path, name }: ArticlePage): void {
  const article = state.status === 'ready' ? state.data : null;
  useShare(article?.title ?? name, path, article?.cover ?? null);
  const readId = article !== null && fromDevice === null && !isSinglePage() ? article.id : null;
  useEffect(() => {
    if (readId === null) return undefined;
    const timer = setTimeout(() => void noteRead(readId), READING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [readId]);
}
