import { useCallback } from 'react';
import type { PictureView } from '../../../contract/newsroom/picture';
import { usePages, type Pages } from '../../../hooks/use-pages';
import { call } from '../../../platform/call';

/** The pictures of the caller's offices, or of one of them. */
export function useLibrary(officeId?: string): Pages<PictureView> {
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('picture.list', { officeId, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.pictures, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [officeId],
  );
  return usePages(fetchPage);
}
