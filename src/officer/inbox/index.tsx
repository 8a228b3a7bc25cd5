import { View } from '@tarojs/components';
import { Empty } from '../../components/empty';
import { Pressable } from '../../components/controls/pressable';
import type { RequestRow } from '../../contract/request';
import type { RequestState } from '../../domain/request-state';
import { Page } from '../../frame/page';
import { PagedList } from '../../frame/paged-list';
import { isH5 } from '../../platform/environment';
import { open } from '../../platform/navigation';
import { InboxRow } from './inbox-row';
import styles from './index.module.scss';
import { useInbox } from './use-inbox';

const states = [
  { state: 'submitted', text: '待受理', empty: '现在没有等待受理的申请。' },
  { state: 'returned', text: '待补充', empty: '现在没有等企业补充的申请。' },
  { state: 'accepted', text: '已受理', empty: '受理过的申请会显示在这里。' },
  { state: 'withdrawn', text: '已撤回', empty: '企业撤回的申请会显示在这里。' },
] as const satisfies readonly { state: RequestState; text: string; empty: string }[];

const openRequest = (id: string) => {
  open('/officer/request/index', { id });
};

export default function InboxPage() {
  const { pages, chosen, choose } = useInbox();
  const { state } = pages;
  if (state.status === 'error' && state.error.code === 'forbidden') return <NotAnOfficer />;

  return (
    <Page title='待办申请' width='wide'>
      <View className={styles.tabs} {...(isH5 ? { role: 'tablist', 'aria-label': '申请的状态' } : {})}>
        {states.map(({ state: own, text }) => (
          <Pressable
            key={own}
            role='tab'
            checked={own === chosen}
            className={`${styles.tab} ${own === chosen ? styles.chosen : ''}`}
            onPress={() => {
              choose(own);
            }}
          >
            {text}
          </Pressable>
        ))}
      </View>
      <PagedList
        pages={pages}
        empty={<Empty icon='inbox' title='没有申请' text={states.find(({ state: own }) => own === chosen)?.empty ?? ''} />}
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
