import { Empty } from '../../components/empty';
import { Tabs } from '../../components/controls/tabs';
import type { RequestRow } from '../../contract/request/request';
import type { RequestState } from '../../domain/request/state';
import { Page } from '../../frame/page';
import { PagedList } from '../../frame/paged-list';
import { open } from '../../platform/navigation';
import { InboxRow } from './inbox-row';
import { useInbox } from './use-inbox';

const states = [
  { id: 'submitted', text: '待受理', empty: '现在没有等待受理的申请。' },
  { id: 'returned', text: '待补充', empty: '现在没有等企业补充的申请。' },
  { id: 'accepted', text: '已受理', empty: '受理过的申请会显示在这里。' },
  { id: 'withdrawn', text: '已撤回', empty: '企业撤回的申请会显示在这里。' },
] as const satisfies readonly { id: RequestState; text: string; empty: string }[];

const openRequest = (id: string) => {
  open('/officer/request/index', { id });
};

export default function InboxPage() {
  const { pages, chosen, choose } = useInbox();
  const { state } = pages;
  if (state.status === 'error' && state.error.code === 'forbidden') return <NotAnOfficer />;

  return (
    <Page title='待办申请' width='wide'>
      <Tabs label='申请的状态' tabs={states} chosen={chosen} onChoose={choose} />
      <PagedList
        pages={pages}
        empty={<Empty icon='inbox' title='没有申请' text={states.find(({ id }) => id === chosen)?.empty ?? ''} />}
      >
        {(rows) => <Rows rows={rows} />}
      </PagedList>
    </Page>
  );
}

function Rows({ rows }: { rows: readonly RequestRow[] }) {
  const severalOffices = new Set(rows.map(({ officeName }) => officeName)).size > 1;
  return (
    <>
      {rows.map((request) => (
        <InboxRow key={request.id} request={request} withOffice={severalOffices} onOpen={openRequest} />
      ))}
    </>
  );
}

function NotAnOfficer() {
  return (
    <Page title='待办申请'>
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
