import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { FairnessView } from '../../contract/contest/fairness';
import { monthDay, monthDayTime } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import type { RevealedView } from './checks';
import { HashList } from './hash-list';
import styles from './index.module.scss';
import { Prizes } from './prizes';
import { RecheckPanel } from './recheck-panel';

export default function FairnessPage() {
  const read = useRead('contest.fairness', {});
  usePullToRefresh(read.reload);
  useShareAppMessage(() => ({ title: '知识竞赛怎样保证公平：试卷和抽奖都能自己验算', path: '/contest/fairness/index' }));
  return (
    <Page title='公平说明'>
      <Loaded read={read} rows={5}>
        {(view) => <Fairness view={view} />}
      </Loaded>
    </Page>
  );
}

/** One plain paragraph, for anyone. */
const explanation = (prizeCount: number): string =>
  [
    '开赛前，系统随机生成一个数（叫作种子），并公布种子和题库各自的“指纹”：以后哪怕改动一个字，指纹就对不上。',
    '每份试卷由种子、您的参赛代码和您的设备当场产生的随机数一起算出，谁也不能替人挑题。',
    ...(prizeCount > 0 ? ['抽奖由种子和全部合格者的名单一起算出，人人机会相同，谁也不能挑选中奖的人。'] : []),
    `${prizeCount > 0 ? '奖品抽出' : '竞赛结束'}以后公开种子，任何人都可以在这里重新算一遍。`,
  ].join('');

const isRevealed = (view: FairnessView): view is RevealedView => view.revealed !== null;

function Fairness({ view }: { view: FairnessView }) {
  const { commitment, prizeCount, prizes, mine } = view;
  return (
    <>
      <View className={styles.explanation}>{explanation(prizeCount)}</View>
      {prizes === null ? null : <Prizes view={view} prizes={prizes} />}
      {isRevealed(view) ? <RecheckPanel view={view} /> : null}
      <Heading text='赛前公布的指纹' />
      <View className={styles.published}>{`${monthDayTime(commitment.committedAt)} 公布，SHA-256`}</View>
      <HashList
        hashes={[
          { name: '种子的指纹', hash: commitment.seedHash },
          { name: '题库和组卷规则的指纹', hash: commitment.bankHash },
        ]}
      />
      {isRevealed(view) ? <Revealed view={view} /> : <Upcoming view={view} />}
      {mine === null ? null : <View className={styles.own}>{`我的参赛代码：${mine.code}`}</View>}
    </>
  );
}

/** What was kept back until nothing was drawn from the seed any more. */
function Revealed({ view: { revealed } }: { view: RevealedView }) {
  return (
    <>
      <Heading text='赛后公开' />
      <HashList
        hashes={[
          { name: '种子', hash: revealed.seed },
          ...revealed.keyHashes.map((hash, index) => ({ name: index === 0 ? '答案的指纹' : `第 ${index} 次更正后答案的指纹`, hash })),
        ]}
      />
    </>
  );
}

/** What will be here, and when. */
function Upcoming({ view }: { view: FairnessView }) {
  return (
    <View className={styles.upcoming}>
      <Notice tone='info'>{`${closing(view)}${afterwards(view)}这里公开种子、题库清单和您自己的试卷依据，可以重新验算。`}</Notice>
    </View>
  );
}

const closing = ({ phase, closesAt }: FairnessView): string => (phase === 'closed' ? '竞赛已结束。' : `竞赛 ${monthDayTime(closesAt)} 结束。`);

const afterwards = ({ prizeCount, phase, appealsUntil }: FairnessView): string => {
  if (prizeCount > 0) return `申诉 ${monthDay(appealsUntil)}截止；申诉处理完、奖品抽出以后，`;
  return phase === 'closed' ? '稍后，' : '结束后，';
};
