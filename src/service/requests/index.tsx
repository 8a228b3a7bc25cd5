import { useCallback } from 'react';
import { Empty } from '../../components/empty';
import { CardRow } from '../../components/rows/card-row';
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
import { Unsent } from './unsent';

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
      <Unsent onFiled={() => void pages.reload()} />
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
      action={{ text: '看可以申请什么', onPress: () => open('/pages/service/index') }}
    />
  );
}

function Row({ request: { id, title, subject, firmName, state, stateLabel, receiptNumber, officeName, promise, unanswered, followed = false } }: { request: RequestRow }) {
  const promised = promiseWords(promise);
  return (
    <CardRow
      title={subject === null ? title : `${title}：${subject}`}
      tags={
        <>
          <Tag text={stateLabel} hue={stateHues[state]} />
          {unanswered ? <Tag text='有新回复' hue='seal' /> : null}
          {followed ? <Tag text='一起跟进' hue='grey' /> : null}
        </>
      }
      details={[firmName, `${formatReceiptNumber(receiptNumber)} · ${officeName}`]}
      due={promised === null ? null : promised.text}
      onPress={() => open('/service/request/index', { id })}
    />
  );
}
