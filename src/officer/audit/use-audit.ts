import { useCallback, useState } from 'react';
import type { AuditEntryView } from '../../contract/role';
import type { Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';
import { useGuardedPages } from '../../hooks/use-guarded-pages';

export interface AuditFilter {
  readonly group?: string | undefined;
  /** Everything that one person changed; `name` for the words above the list. */
  readonly person?: { readonly id: string; readonly name: string } | undefined;
  /** Everything that happened to one record. */
  readonly about?: string | undefined;
}

export interface Audit {
  readonly pages: Pages<AuditEntryView>;
  readonly filter: AuditFilter;
  readonly setFilter: (filter: AuditFilter) => void;
}

export function useAudit(onForbidden: () => void): Audit {
  const [filter, setFilter] = useState<AuditFilter>({});
  const { group, person, about } = filter;
  const personId = person?.id;
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('audit.list', { group, personId, about, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.entries, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [group, personId, about],
  );
  return { pages: useGuardedPages(fetchPage, onForbidden), filter, setFilter };
}
