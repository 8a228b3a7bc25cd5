import { useShareAppMessage } from '@tarojs/taro';
import { Heading } from '../../components/heading';
import { LinkList } from '../../components/controls/link-list';
import { ShareButton } from '../../components/controls/button';
import type { ContestView } from '../../contract/contest/contest';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useRead, type Read } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { open } from '../../platform/navigation';
import { Attempts } from './attempts';
import { GroupOffer } from './group-offer';
import { Introduction } from './introduction';
import { Rules } from './rules';
import { StartAction, StartNotice } from './start';
import { TakingPart } from './entry/taking-part';

export default function LobbyPage() {
  const contest = useRead('contest.get', {});
  // An attempt may have been handed in meanwhile.
  useReturn(() => void contest.reload());
  const view = contest.state.status === 'ready' ? contest.state.data : null;
  useShareAppMessage(() => ({ title: shareTitle(view), path: '/contest/lobby/index' }));

  return (
    <Page title='竞赛' actions={view !== null && view.phase === 'open' ? <StartAction contest={view} /> : undefined}>
      <Loaded read={contest} rows={6}>
        {(data) => <Content contest={data} read={contest} />}
      </Loaded>
    </Page>
  );
}

const shareTitle = (view: ContestView | null): string =>
  view === null ? '“质量月”知识竞赛' : `${view.title}：${view.rules.questionCount} 题，${view.rules.durationMinutes} 分钟，一起来答题`;

function Content({ contest, read }: { contest: ContestView; read: Read<ContestView> }) {
  const { mine, phase } = contest;
  const published = (
    <>
      <Heading text='榜单和公示' />
      <Links contest={contest} />
    </>
  );
  return (
    <>
      <Introduction contest={contest} />
      <StartNotice contest={contest} />
      {mine === null || mine.attempts.length === 0 ? null : <Attempts attempts={mine.attempts} bestId={mine.best?.attemptId ?? null} />}
      {phase === 'closed' ? published : null}
      <Heading text='我怎样参加' />
      <GroupOffer contest={contest} onJoined={() => void read.reload()} />
      <TakingPart
        contest={contest}
        onEntered={(entry) => {
          if (mine === null) void read.reload();
          else read.replace({ ...contest, mine: { ...mine, entry } });
        }}
      />
      <Heading text='竞赛规则' />
      <Rules contest={contest} />
      {phase === 'closed' ? null : published}
      <ShareButton text='邀请同事和群友参加' />
    </>
  );
}

function Links({ contest: { rules, phase, erratumCount, drawn, mine } }: { contest: ContestView }) {
  return (
    <LinkList
      links={[
        ...(rules.boards.length === 0 || phase === 'before'
          ? []
          : [{ icon: 'contest', title: '榜单', text: '个人、企业、单位和微信群', onPress: () => open('/contest/board/index', {}) } as const]),
        {
          icon: 'shield',
          title: '公平说明',
          text: drawn ? '自己验证试卷和中奖名单' : '试卷怎样抽取，奖品怎样抽出',
          onPress: () => open('/contest/fairness/index'),
        },
        ...(erratumCount === 0
          ? []
          : [{ icon: 'info', title: '题目更正', text: '更正或作废的题目和重新计分', count: erratumCount, onPress: () => open('/contest/errata/index') } as const]),
        ...(mine?.best?.passed
          ? [{ icon: 'document', title: '证书', text: '领取或保存证书', onPress: () => open('/contest/certificate/index') } as const]
          : []),
      ]}
    />
  );
}
