import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { FairnessView } from '../../contract/contest/fairness';
import { monthDayTime } from '../../domain/china-time';
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

const EXPLANATION =
  '答题开始前，系统随机生成一个数，叫作种子，并把种子和题库各自的“指纹”公布在这里。指纹像封条：种子或题库哪怕改动一个字，指纹就对不上，所以公布以后谁也改不了。每份试卷由种子、您的参赛代码和您手机当场产生的随机数一起算出，题目和选项的顺序都由它决定，没有人能替谁挑题。';

const DRAW_EXPLANATION =
  '抽奖时，每位成绩合格的参赛者由种子和合格名单算出一个抽奖号，号码从小到大依次中奖，人人机会相同；种子在赛前就已固定，名单在赛后才确定，中奖的人不由谁来选。';

const CHECK_EXPLANATION = '竞赛结束后种子公开，任何人都可以在这里重新算一遍。';

const isRevealed = (view: FairnessView): view is RevealedView => view.revealed !== null;

function Fairness({ view }: { view: FairnessView }) {
  const { commitment, prizeCount, prizes, mine } = view;
  return (
    <>
      <View className={styles.explanation}>{`${EXPLANATION}${prizeCount > 0 ? DRAW_EXPLANATION : ''}${CHECK_EXPLANATION}`}</View>
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

/** What was kept back until the contest had closed. */
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
function Upcoming({ view: { closesAt, prizeCount } }: { view: FairnessView }) {
  return (
    <View className={styles.upcoming}>
      <Notice tone='info'>
        {`竞赛 ${monthDayTime(closesAt)} 结束。结束后这里公开种子、题库清单和您自己的试卷依据，可以重新验算${prizeCount > 0 ? '；申诉处理完后公布抽奖名单和结果' : ''}。`}
      </Notice>
    </View>
  );
}
