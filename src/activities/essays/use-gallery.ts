import { useCallback, useState } from 'react';
import type { EssayCall, EssayRow } from '../../contract/essay';
import { usePages, type Pages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { call as callServer } from '../../platform/call';

export interface GalleryState {
  readonly pages: Pages<EssayRow>;
  /** Null until the first page has come, and where no essays are called for. */
  readonly call: EssayCall | null;
}

/** The accepted essays; what is called for comes with their first page. */
export function useGallery(): GalleryState {
  const [call, setCall] = useState<EssayCall | null>(null);
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await callServer('essay.gallery', { cursor });
    if (!result.ok) return result;
    if (cursor === undefined) setCall(result.data.call);
    return { ok: true, data: { rows: result.data.essays, nextCursor: result.data.nextCursor } } as const;
  }, []);
  const pages = usePages(fetchPage);
  usePullToRefresh(pages.reload);
  return { pages, call };
}
