import { useCallback, useState } from 'react';
import { Empty } from '../../components/empty';
import { Tabs } from '../../components/controls/tabs';
import { Page } from '../../frame/page';
import { open } from '../../platform/navigation';
import { Appeals } from './appeals/appeals';
import { Flagged } from './flagged';
import { Statistics } from './statistics';

const parts = [
  { id: 'appeals', text: '申诉' },
  { id: 'flagged', text: '提醒' },
  { id: 'statistics', text: '题目统计' },
] as const;

type Part = (typeof parts)[number]['id'];

const panels = { appeals: Appeals, flagged: Flagged, statistics: Statistics } as const;

export default function OfficerContestPage() {
  const [part, choosePart] = useState<Part>('appeals');
  const [forbidden, setForbidden] = useState(false);
  const forbid = useCallback(() => {
    setForbidden(true);
  }, []);
  if (forbidden) return <NotHolding />;

  const Panel = panels[part];
  return (
    <Page title='竞赛管理' width='wide'>
      <Tabs label='竞赛管理' tabs={parts} chosen={part} onChoose={choosePart} />
      <Panel onForbidden={forbid} />
    </Page>
  );
}

function NotHolding() {
  return (
    <Page title='竞赛管理'>
      <Empty
        icon='shield'
        title='这里供主办竞赛的单位使用'
        text='申诉、提醒和题目统计由主办竞赛的单位处理。您所在单位收到的申请，可以在“待办申请”里办理。'
        action={{
          text: '去“我的”',
          onPress: () => {
            open('/pages/me/index');
          },
        }}
      />
    </Page>
  );
}
