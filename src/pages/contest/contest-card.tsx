import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import type { ContestBrief } from '../../contract/contest/contest';
import { monthDayTime } from '../../domain/china-time';
import { usedTimeWords } from '../../domain/contest/used-time';
import { open } from '../../platform/navigation';
import styles from './contest-card.module.scss';

function phaseWords({ phase, opensAt, closesAt }: ContestBrief): string {
  switch (phase) {
    case 'before':
      return `${monthDayTime(opensAt)} 开始`;
    case 'open':
      return `正在进行，${monthDayTime(closesAt)} 截止`;
    case 'closed':
      return `已于 ${monthDayTime(closesAt)} 结束`;
  }
}

function factWords({ questionCount, durationMinutes, prizeCount }: ContestBrief): string {
  const prizes = prizeCount === 0 ? '' : ` · ${prizeCount} 份奖品`;
  return `${questionCount} 题 · ${durationMinutes} 分钟${prizes}`;
}

function actionWords({ phase, openAttemptId, best }: ContestBrief): string {
  if (openAttemptId !== null) return '继续答题';
  if (phase === 'before') return '看竞赛说明';
  if (phase === 'closed') return '成绩和榜单';
  return best === null ? '开始竞赛' : '再答一次';
}

/** The contest as it stands today, and the one step that comes next. */
export function ContestCard({ contest }: { contest: ContestBrief }) {
  const { best, openAttemptId } = contest;
  return (
    <View className={styles.card}>
      <View className={styles.dial} />
      <View className={styles.phase}>{phaseWords(contest)}</View>
      <HeadingText level={2} className={styles.title}>
        {contest.title}
      </HeadingText>
      <View className={styles.facts}>{factWords(contest)}</View>
      {best === null ? null : (
        <View className={styles.best}>
          <View className={styles.score}>{`${best.score} 分`}</View>
          <View>{`我的最好成绩 · 用时 ${usedTimeWords(best.usedMs)}`}</View>
        </View>
      )}
      <Pressable
        className={styles.action}
        onPress={() => {
          if (openAttemptId === null) open('/contest/lobby/index');
          else open('/contest/attempt/index', { id: openAttemptId });
        }}
      >
        {actionWords(contest)}
      </Pressable>
      <View className={styles.links}>
        {openAttemptId === null ? null : <CardLink text='竞赛说明' onPress={() => open('/contest/lobby/index')} />}
        {contest.phase === 'before' ? null : <CardLink text='榜单' onPress={() => open('/contest/board/index', {})} />}
        <CardLink text='公平说明' onPress={() => open('/contest/fairness/index')} />
      </View>
    </View>
  );
}

function CardLink({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <Pressable role='link' className={styles.link} onPress={onPress}>
      {text}
      <Icon name='next' small />
    </Pressable>
  );
}
