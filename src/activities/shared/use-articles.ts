import { useCallback, useState } from 'react';
import type { Input } from '../../contract/actions';
import type { ArticlePage, ArticleRow } from '../../contract/article';
import { usePages, type Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';

type Sections = NonNullable<ArticlePage['filters']>['sections'];

interface Articles {
  readonly pages: Pages<ArticleRow>;
  /** The parts into which the articles fall, whatever is chosen of them; null until something has come. */
  readonly sections: Sections | null;
}

/** Articles of one kind of an activity, page by page. */
export function useArticles({ kind, activityId, section, contains }: Omit<Input<'article.list'>, 'cursor' | 'officeId' | 'lineId'>): Articles {
  const [sections, setSections] = useState<Sections | null>(null);
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('article.list', { kind, activityId, section, contains, cursor });
      if (!result.ok) return result;
      const { pinned, articles, nextCursor, filters } = result.data;
      const rows = [...pinned, ...articles];
      if (filters !== null && rows.length > 0) setSections((kept) => kept ?? filters.sections);
      return { ok: true, data: { rows, nextCursor } } as const;
    },
    [kind, activityId, section, contains],
  );
  return { pages: usePages(fetchPage), sections };
}
