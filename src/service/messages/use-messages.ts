import { useCallback, useState } from 'react';
import type { MessageRow } from '../../contract/message';
import { usePages, type Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';
import { openAddress } from '../../platform/navigation';
import { notify } from '../../platform/notify';

export interface Messages {
  readonly pages: Pages<MessageRow>;
  readonly unreadCount: number;
  /** Marks it as read and goes where it leads, if it leads anywhere. */
  readonly openMessage: (message: MessageRow) => void;
  /** Up to the newest one shown: what has come since stays unread. */
  readonly readAll: () => Promise<void>;
}

export function useMessages(): Messages {
  const [unreadCount, setUnreadCount] = useState(0);
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('message.list', { cursor });
    if (!result.ok) return result;
    setUnreadCount(result.data.unreadCount);
    return { ok: true, data: { rows: result.data.messages, nextCursor: result.data.nextCursor } } as const;
  }, []);
  const pages = usePages(fetchPage);
  const { state, reload } = pages;

  const read = async (id: string, andOlder: boolean) => {
    const result = await call('message.read', { id, andOlder });
    if (result.ok) await reload();
    else notify(result.error.message);
  };

  return {
    pages,
    unreadCount,
    openMessage: ({ id, route, unread }) => {
      if (unread) void read(id, false);
      if (route !== null) openAddress(route);
    },
    readAll: async () => {
      const [newest] = state.status === 'ready' ? state.rows : [];
      if (newest) await read(newest.id, true);
    },
  };
}
