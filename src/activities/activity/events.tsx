import { View } from '@tarojs/components';
import { useCallback } from 'react';
import { ListTail } from '../../components/controls/list-tail';
import { Failure, Skeleton } from '../../components/empty';
import { EventRow } from '../../components/rows/event-row';
import { Heading } from '../../components/heading';
import type { EventRow as Event } from '../../contract/booking/event';
import { usePages, type PagesState } from '../../hooks/use-pages';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';
import { eventsAnchor } from './way';

const openEvent = (id: string) => {
  open('/booking/event/index', { id });
};

/** The events that are to come, soonest first. */
export function Events({ activityId }: { activityId: string }) {
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('event.list', { activityId, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.events, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [activityId],
  );
  const { state, loadMore, reload } = usePages(fetchPage);
  useReturn(() => void reload());
  return (
    <View id={eventsAnchor}>
      <Heading text='近期场次' />
      {state.status === 'loading' ? <Skeleton rows={1} /> : null}
      {state.status === 'error' ? <Failure error={state.error} onRetry={() => void reload()} /> : null}
      {state.status === 'ready' ? <Rows state={state} onMore={loadMore} /> : null}
    </View>
  );
}

function Rows({ state: { rows, tail }, onMore }: { state: Extract<PagesState<Event>, { status: 'ready' }>; onMore: () => void }) {
  return (
    <>
      {rows.map((event) => (
        <EventRow key={event.id} event={event} onOpen={openEvent} />
      ))}
      {tail === 'end' ? null : <ListTail tail={tail} onMore={onMore} />}
    </>
  );
}
