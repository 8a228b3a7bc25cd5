import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import type { Dashboard } from '../../contract/request/office';
import { monthDayTime } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import { open } from '../../platform/navigation';
import { stateWords } from '../shared/state-words';
import { Workspace } from '../../frame/workspace/workspace';
import { Bars, type Bar } from './bars';
import styles from './index.module.scss';

const TITLE = '数据看板';

export default function DashboardPage() {
  const [officeId, choose] = useState<string>();
  const read = useRead('request.dashboard', { officeId });
  usePullToRefresh(read.reload);
  const offices = useOffices(read.state.status === 'ready' && officeId === undefined ? read.state.data : null);
  if (read.state.status === 'error' && read.state.error.code === 'forbidden') return <NotAnOfficer />;
  return (
    <Workspace title={TITLE} current='/officer/dashboard/index'>
      <View>{offices.length < 2 ? null : <ChoiceRow label='单位' all='全部单位' choices={offices} chosen={officeId} onChoose={choose} />}</View>
      <Loaded read={read}>{(dashboard) => <Figures dashboard={dashboard} ofOne={officeId !== undefined || offices.length < 2} />}</Loaded>
    </Workspace>
  );
}

interface Office {
  readonly id: string;
  readonly name: string;
}

/** Those that may be chosen, as the answer for all of them named them. */
function useOffices(dashboard: Dashboard | null): readonly Office[] {
  const known = useRef<readonly Office[]>([]);
  if (dashboard !== null) known.current = dashboard.byOffice.map(({ officeId: id, name }) => ({ id, name }));
  return known.current;
}

const openBar = ({ name, open: count, overdue }: { name: string; open: number; overdue: number }): Bar => ({ name, count, overdue });

function Figures({ dashboard, ofOne }: { dashboard: Dashboard; ofOne: boolean }) {
  const { countedAt, totals, byOffice, byKind, byState, ages, promises, helped } = dashboard;
  const kinds = byKind.filter(({ open: opened, closed }) => opened + closed > 0);
  return (
    <>
      <View className={styles.totals}>
        <Total name='在办' count={totals.open} />
        <Total name='待受理' count={totals.waiting} />
        <Total name='已逾期' count={totals.overdue} wrong={totals.overdue > 0} />
        <Total name='已办结' count={totals.concluded} />
      </View>
      <View className={styles.charts}>
        {ofOne ? null : <Bars title='各单位在办' unit='份' bars={byOffice.map(openBar)} none='各单位现在都没有在办的申请。' />}
        <Bars title='各事项在办' unit='份' bars={kinds.map(({ title, ...rest }) => openBar({ name: title, ...rest }))} none='现在没有在办的申请。' />
        <Bars title='在办时间' unit='份' bars={ages.map(({ label, count }) => ({ name: label, count }))} none='现在没有在办的申请。' />
        <Bars
          title='各状态'
          unit='份'
          bars={byState.filter(({ count }) => count > 0).map(({ state, label, count }) => ({ name: stateWords({ state, stateLabel: label }), count }))}
          none='还没有收到申请。'
        />
        <Bars
          title='承诺期限'
          unit='份'
          bars={[
            { name: '按期办理', count: promises.kept },
            { name: '超过期限', count: promises.missed },
          ]}
          none='还没有办结的申请，暂无统计。'
        />
        <Bars
          title='企业回访'
          unit='份'
          bars={[
            { name: '有帮助', count: helped.yes },
            { name: '有一些帮助', count: helped.partly },
            { name: '没有帮助', count: helped.no },
          ]}
          none='还没有企业回访的结果。'
        />
      </View>
      <View className={styles.counted}>{`统计时间：${monthDayTime(countedAt)}`}</View>
    </>
  );
}

function Total({ name, count, wrong = false }: { name: string; count: number; wrong?: boolean }) {
  return (
    <View className={styles.total}>
      <View className={`${styles.number} ${wrong ? styles.wrong : ''}`}>{`${count}`}</View>
      <View className={styles.name}>{name}</View>
    </View>
  );
}

function NotAnOfficer() {
  return (
    <Page title={TITLE}>
      <Empty icon='shield' title='这里供受理单位使用' text='您现在的身份不是受理人员，看不到办理的统计。' action={{ text: '去“我的”', onPress: () => open('/pages/me/index') }} />
    </Page>
  );
}
