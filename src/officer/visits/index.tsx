import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Pressable } from '../../components/controls/pressable';
import { Tabs } from '../../components/controls/tabs';
import { Empty } from '../../components/empty';
import { Tag } from '../../components/tag';
import type { VisitRow } from '../../contract/visit/visit';
import { slotWords } from '../../domain/visit-plan/reason-words';
import { PagedList } from '../../frame/paged-list';
import { usePages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import styles from './index.module.scss';

const TITLE = '我的上门';

const spans = [
  { id: 'to-come', text: '将要上门', empty: '约定的上门会显示在这里，请留意消息提醒。' },
  { id: 'done', text: '已经上门', empty: '填写过记录的上门会显示在这里。' },
] as const;

type Span = (typeof spans)[number]['id'];

/** The expert's own visits; read again when the page comes back into view, because a record was written meanwhile. */
export default function VisitsPage() {
  const [span, chooseSpan] = useState<Span>('to-come');
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('visit.mine', { span, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.visits, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [span],
  );
  const pages = usePages(fetchPage);
  useReturn(() => void pages.reload());
  usePullToRefresh(pages.reload);
  if (pages.state.status === 'error' && pages.state.error.code === 'forbidden') return <NotForYou title={TITLE} who='专家' />;

  return (
    <Workspace title={TITLE} current='/officer/visits/index'>
      <Tabs label={TITLE} tabs={spans} chosen={span} onChoose={chooseSpan} />
      <PagedList pages={pages} empty={<Empty icon='clock' title='没有上门安排' text={spans.find(({ id }) => id === span)?.empty ?? ''} />}>
        {(visits) => (
          <View className={styles.rows}>
            {visits.map((visit) => (
              <Row key={visit.id + visit.requestId} visit={visit} />
            ))}
          </View>
        )}
      </PagedList>
    </Workspace>
  );
}

function Row({ visit: { requestId, firmName, areaName, subject, overduePromises, ...slot } }: { visit: VisitRow }) {
  return (
    <Pressable role='link' className={styles.row} onPress={() => open('/officer/visit-record/index', { request: requestId })}>
      <View className={styles.when}>{slotWords(slot)}</View>
      <View className={styles.firm}>{firmName}</View>
      <View className={styles.detail}>{subject === null ? areaName : `${areaName} · ${subject}`}</View>
      {overduePromises === 0 ? null : <Tag text={`${overduePromises} 项后续事项已到期`} hue='seal' />}
    </Pressable>
  );
}
