import { View } from '@tarojs/components';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useCallback, useRef } from 'react';
import { Empty, Failure, Skeleton } from '../../components/empty';
import { ListTail } from '../../components/controls/list-tail';
import { Pressable } from '../../components/controls/pressable';
import { promiseWords } from '../../components/promise';
import { stateHues, Tag } from '../../components/tag';
import type { RequestRow } from '../../contract/request';
import { formatReceiptNumber } from '../../domain/receipt-number';
import { Page } from '../../frame/page';
import { usePages } from '../../hooks/use-pages';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

export default function RequestsPage() {
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('request.mine', { cursor });
    return result.ok ? ({ ok: true, data: { rows: result.data.requests, nextCursor: result.data.nextCursor } } as const) : result;
  }, []);
  const { state, loadMore, reload } = usePages(fetchPage);
  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) void reload();
    shown.current = true;
  });
  useReachBottom(loadMore);
  usePullDownRefresh(() => {
    void reload().finally(() => {
      stopPullDownRefresh();
    });
  });

  return (
    <Page title='我的申请'>
      {state.status === 'loading' ? <Skeleton /> : null}
      {state.status === 'error' ? <Failure error={state.error} onRetry={() => void reload()} /> : null}
      {state.status === 'ready' && state.rows.length === 0 ? (
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
      ) : null}
      {state.status === 'ready' && state.rows.length > 0 ? (
        <>
          {state.rows.map((request) => (
            <Row key={request.id} request={request} />
          ))}
          <ListTail tail={state.tail} onMore={loadMore} />
        </>
      ) : null}
    </Page>
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
