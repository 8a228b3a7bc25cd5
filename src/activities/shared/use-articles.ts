import { useCallback, useState } from 'react';
import type { Input } from '../../contract/actions';
import type { ArticlePage, ArticleRow } from '../../contract/article';
import { usePages, type Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';

type Sections = NonNullable<ArticlePage['filters']>['sections'];

interface Articles {
  readonly pages: Pages<ArticleRow>;
  /** The parts into which the articles fall, whatever is chosen of them; none until the first page has come. */
  readonly sections: Sections;
}

/** Articles of one kind of an activity, page by page. */
export function useArticles({ kind, activityId, section, titleContains }: Omit<Input<'article.list'>, 'cursor' | 'officeId' | 'lineId'>): Articles {
  const [sections, setSections] = useState<Sections>([]);
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('article.list', { kind, activityId, section, titleContains, cursor });
      if (!result.ok) return result;
      const { pinned, articles, nextCursor, filters } = result.data;
      if (filters !== null) setSections((kept) => (kept.length > 0 ? kept : filters.sections));
      return { ok: true, data: { rows: [...pinned, ...articles], nextCursor } } as const;
    },
    [kind, activityId, section, titleContains],
  );
  return { pages: usePages(fetchPage), sections };
}
