import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Button } from '../../components/controls/button';
import { Pressable } from '../../components/controls/pressable';
import { Tabs } from '../../components/controls/tabs';
import { Empty } from '../../components/empty';
import { EventTag } from '../../components/rows/event-row';
import type { ManagedEventRow } from '../../contract/booking/office';
import { eventTime } from '../../domain/booking/event-time';
import { PagedList } from '../../frame/paged-list';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import { usePages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

const TITLE = '场次';

const spans = [
  { id: 'to-come', text: '未结束', empty: '添加一场实验室开放日、质量讲堂或进社区活动，公众就可以预约。' },
  { id: 'over', text: '已结束', empty: '办完的场次会留在这里，可以继续导出名单。' },
] as const;

type Span = (typeof spans)[number]['id'];

/** The events of one's own offices. */
export default function EventsPage() {
  const [span, chooseSpan] = useState<Span>('to-come');
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('event.own', { span, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.events, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [span],
  );
  const pages = usePages(fetchPage);
  useReturn(() => void pages.reload());
  usePullToRefresh(pages.reload);
  if (pages.state.status === 'error' && pages.state.error.code === 'forbidden') return <NotForYou title={TITLE} who='受理人员和编辑' />;

  return (
    <Workspace title={TITLE} current='/newsroom/events/index'>
      <Tabs label={TITLE} tabs={spans} chosen={span} onChoose={chooseSpan} />
      <View className={styles.add}>
        <Button look='plain' text='添加场次' onPress={() => open('/newsroom/event/index', {})} />
      </View>
      <PagedList pages={pages} empty={<Empty icon='clock' title='没有场次' text={spans.find(({ id }) => id === span)?.empty ?? ''} />}>
        {(events) => (
          <View className={styles.rows}>
            {events.map((event) => (
              <Row key={event.id} event={event} />
            ))}
          </View>
        )}
      </PagedList>
    </Workspace>
  );
}

function Row({ event }: { event: ManagedEventRow }) {
  const { id, title, address, officeName, capacity, counts, activity } = event;
  return (
    <Pressable role='link' className={styles.row} onPress={() => open('/newsroom/event/index', { id })}>
      <View className={styles.when}>{eventTime(event)}</View>
      <View className={styles.head}>
        <View className={styles.title}>{title}</View>
        <EventTag event={{ ...event, own: null }} />
      </View>
      <View className={styles.detail}>{`${activity.shortTitle} · ${address} · ${officeName}`}</View>
      <View className={styles.detail}>{`预约成功 ${counts.booked}/${capacity}，待确认 ${counts.offered}，候补 ${counts.waiting}，已到 ${counts.present}`}</View>
    </Pressable>
  );
}
