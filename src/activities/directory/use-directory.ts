import { useCallback, useState } from 'react';
import type { DirectoryPage, ListingRow } from '../../contract/activity/directory';
import { usePages, type Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';

interface Filter {
  readonly areaId?: string | undefined;
  readonly section?: string | undefined;
}

interface Directory {
  readonly pages: Pages<ListingRow>;
  /** Null until the first page has come. */
  readonly directory: DirectoryPage['directory'];
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}

/** A directory by district and part; what the map and the filters are drawn from comes with the first page. */
export function useDirectory(activityId: string): Directory {
  const [filter, setFilter] = useState<Filter>({});
  const [directory, setDirectory] = useState<DirectoryPage['directory']>(null);
  const { areaId, section } = filter;

  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('listing.list', { activityId, areaId, section, cursor });
      if (!result.ok) return result;
      const { listings, nextCursor, directory: whole } = result.data;
      if (whole !== null) setDirectory((kept) => kept ?? whole);
      return { ok: true, data: { rows: listings, nextCursor } } as const;
    },
    [activityId, areaId, section],
  );

  return { pages: usePages(fetchPage), directory, filter, setFilter };
}
