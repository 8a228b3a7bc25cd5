import { useCallback, useState } from 'react';
import type { AppealedQuestion } from '../../../contract/contest/office';
import type { Pages } from '../../../hooks/use-pages';
import { call } from '../../../platform/call';
import { useGuardedPages } from '../../../hooks/use-guarded-pages';

export interface Appeals {
  readonly pages: Pages<AppealedQuestion>;
  /** Of the answer key as this page knows it; a decision moves it on. */
  readonly keyVersion: number;
  readonly setKeyVersion: (version: number) => void;
}

export function useAppeals(onForbidden: () => void): Appeals {
  const [keyVersion, setKeyVersion] = useState(1);
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('appeal.list', { cursor });
    if (!result.ok) return result;
    setKeyVersion(result.data.keyVersion);
    return { ok: true, data: { rows: result.data.questions, nextCursor: result.data.nextCursor } } as const;
  }, []);
  return { pages: useGuardedPages(fetchPage, onForbidden), keyVersion, setKeyVersion };
}
