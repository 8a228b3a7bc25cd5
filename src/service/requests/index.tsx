import { View } from '@tarojs/components';
import { useCallback } from 'react';
import { Empty } from '../../components/empty';
import { Pressable } from '../../components/controls/pressable';
import { promiseWords } from '../../components/promise';
import { stateHues, Tag } from '../../components/tag';
import type { RequestRow } from '../../contract/request/request';
import { formatReceiptNumber } from '../../domain/request/receipt-number';
import { Page } from '../../frame/page';
import { PagedList } from '../../frame/paged-list';
import { usePages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

export default function RequestsPage() {
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('request.mine', { cursor });
    return result.ok ? ({ ok: true, data: { rows: result.data.requests, nextCursor: result.data.nextCursor } } as const) : result;
  }, []);
  const pages = usePages(fetchPage);
  useReturn(() => void pages.reload());
  usePullToRefresh(pages.reload);

  return (
    <Page title='我的申请'>
      <PagedList pages={pages} empty={<NoRequests />}>
        {(requests) => requests.map((request) => <Row key={request.id} request={request} />)}
      </PagedList>
    </Page>
  );
}

function NoRequests() {
  return (
    <Empty
      icon='document'
      title='还没有申请'
      text='提交之后，在这里看办到哪一步。换了手机或浏览器，可以凭受理编号查询。'
      action={{
        text: '请专家上门',
        onPress: () => {
          open('/service/expert-visit/index', {});
        },
      }}
    />
  );
}

function Row({ request }: { request: RequestRow }) {
  const promise = promiseWords(request.promise);
  return (
    <Pressable
      role='link'
      className={styles.row}
      onPress={() => {
        open('/service/request/index', { id: request.id });
      }}
    >
      <View className={styles.head}>
        <View className={styles.subject}>{request.subject}</View>
        <Tag text={request.stateLabel} hue={stateHues[request.state]} />
      </View>
      <View className={styles.detail}>{request.firmName}</View>
      <View className={styles.detail}>
        {formatReceiptNumber(request.receiptNumber)} · {request.officeName}
      </View>
      {promise === null ? null : <View className={styles.promise}>{promise.text}</View>}
    </Pressable>
  );
}
