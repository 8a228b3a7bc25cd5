import { useCallback, useState } from 'react';
import type { ArticlePage, ArticleRow } from '../../contract/article';
import { usePages, type Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';

/** `pinned`: it stands above newer ones. */
export interface NewsRow {
  readonly article: ArticleRow;
  readonly pinned: boolean;
}

interface Filter {
  readonly lineId?: string | undefined;
  readonly officeId?: string | undefined;
}

interface News {
  readonly pages: Pages<NewsRow>;
  /** Null until the first page has come. */
  readonly filters: ArticlePage['filters'];
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}

const rowsOf = (articles: readonly ArticleRow[], pinned: boolean): readonly NewsRow[] => articles.map((article) => ({ article, pinned }));

/** The news, by line and office; what it can be filtered by comes with the first page. */
export function useNews(): News {
  const [filter, setFilter] = useState<Filter>({});
  const [filters, setFilters] = useState<ArticlePage['filters']>(null);
  const { lineId, officeId } = filter;

  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('article.list', { lineId, officeId, cursor });
      if (!result.ok) return result;
      const { pinned, articles, nextCursor, filters: offered } = result.data;
      if (offered !== null) setFilters((kept) => kept ?? offered);
      return { ok: true, data: { rows: [...rowsOf(pinned, true), ...rowsOf(articles, false)], nextCursor } } as const;
    },
    [lineId, officeId],
  );

  return { pages: usePages(fetchPage), filters, filter, setFilter };
}
