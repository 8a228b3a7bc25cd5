import { View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../components/controls/button';
import { Empty } from '../../components/empty';
import type { RequestRow } from '../../contract/request/request';
import { BlockList } from '../../frame/block-list';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useWide } from '../../hooks/use-wide';
import { open, settleAddress } from '../../platform/navigation';
import { Workspace } from '../../frame/workspace/workspace';
import { BulkBar, BulkOutcome } from './bulk/bulk-bar';
import { isAcceptable, useBulk } from './bulk/use-bulk';
import { CasePane } from './case-pane';
import { ExportButton } from './export-button';
import { isNarrowed } from './filters/filter';
import { Filters } from './filters/filters';
import { InboxRow } from './inbox-row';
import styles from './index.module.scss';
import { useInbox } from './use-inbox';

const TITLE = '待办申请';

export default function InboxPage() {
  const wide = useWide();
  const { id, choose } = useChosenCase(wide);
  const { pages, filter, setFilter } = useInbox();
  const { state } = pages;
  const bulk = useBulk(() => void pages.reload());
  const { chosen, toggle } = bulk;
  const rows = state.status === 'ready' ? state.rows : [];
  const withOffice = rows.some(({ officeName }) => officeName !== rows[0]?.officeName);

  const drawRow = useCallback(
    (request: RequestRow) => (
      <InboxRow
        key={request.id}
        request={request}
        withOffice={withOffice}
        current={request.id === id}
        selected={chosen === null ? null : chosen.some((one) => one.id === request.id)}
        onPress={chosen === null ? choose : toggle}
      />
    ),
    [withOffice, id, chosen, choose, toggle],
  );

  if (state.status === 'error' && state.error.code === 'forbidden') return <NotAnOfficer />;
  return (
    <Workspace title={TITLE} current='/officer/inbox/index'>
      <View className={styles.split}>
        <View>
          <View className={styles.head}>
            <Filters filter={filter} onFilter={setFilter}>
              {chosen === null && rows.some(isAcceptable) ? <Button look='quiet' text='批量受理' onPress={bulk.start} /> : null}
              <ExportButton filter={filter} />
            </Filters>
            {bulk.result === null ? null : <BulkOutcome result={bulk.result} />}
          </View>
          <View>
            <BlockList
              pages={pages}
              empty={<Empty icon='inbox' title='没有申请' text={isNarrowed(filter) ? '没有符合条件的申请，可以换一个条件看看。' : '现在没有要办的申请。'} />}
            >
              {drawRow}
            </BlockList>
          </View>
          <BulkBar bulk={bulk} />
        </View>
        {wide ? <CasePane id={id} /> : null}
      </View>
    </Workspace>
  );
}

/** Which case lies beside the list; where there is no room for it, it is opened as a page of its own. */
function useChosenCase(wide: boolean) {
  const { id: initial } = useParameters();
  const [chosen, setChosen] = useState(initial);
  useEffect(() => {
    // A desktop's link on a phone.
    if (!wide && initial !== undefined) open('/officer/request/index', { id: initial });
    // Once, for the address with which the page was opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const choose = useCallback(
    ({ id }: RequestRow) => {
      if (wide) {
        setChosen(id);
        settleAddress('/officer/inbox/index', { id });
      } else open('/officer/request/index', { id });
    },
    [wide],
  );
  return { id: wide ? chosen : undefined, choose };
}

function NotAnOfficer() {
  return (
    <Page title={TITLE}>
      <Empty
        icon='shield'
        title='这里供受理单位办理申请'
        text='您现在的身份不是受理人员。您自己提交的申请，可以在“服务”里查看进度。'
        action={{
          text: '去“服务”',
          onPress: () => {
            open('/pages/service/index');
          },
        }}
      />
    </Page>
  );
}
