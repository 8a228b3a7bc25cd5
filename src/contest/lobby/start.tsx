import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { ContestView } from '../../contract/contest/contest';
import { chinaDate, monthDayTime } from '../../domain/china-time';
import { isH5 } from '../../platform/environment';
import { open } from '../../platform/navigation';
import { confirm } from '../../platform/notify';
import styles from './start.module.scss';

async function start({ rules: { questionCount, durationMinutes } }: ContestView): Promise<void> {
  const yes = await confirm({
    title: '开始答题',
    text: `${questionCount} 题，${durationMinutes} 分钟。开始后计时不停，中途离开时间照走；网络断了也可以接着答。`,
    yes: '开始',
  });
  if (yes) open('/contest/attempt/index', {});
}

/** The way into an attempt while the contest is open. */
export function StartAction({ contest }: { contest: ContestView }) {
  const { mine } = contest;
  if (mine !== null && mine.openAttemptId !== null) {
    const { openAttemptId } = mine;
    return <Button text='继续答题' onPress={() => open('/contest/attempt/index', { id: openAttemptId })} />;
  }
  const left = mine?.attemptsLeftToday ?? contest.rules.attemptsPerDay;
  if (left === 0) return <Button text={mine?.attemptsLeft === 0 ? '答题次数已用完' : '今天的次数已用完'} disabled onPress={() => undefined} />;
  return <Button text={`开始答题（今天还有 ${left} 次）`} onPress={() => void start(contest)} />;
}

/** What one has to know before starting, of this moment and this person. */
function words({ phase, now, opensAt, closesAt, mine }: ContestView): string | null {
  if (phase === 'before') return `竞赛 ${monthDayTime(opensAt)} 开始。可以先练习，也可以先填好参加方式。`;
  if (phase === 'closed') return `竞赛已于 ${monthDayTime(closesAt)} 结束。`;
  if (mine === null) return isH5 ? '您现在以访客身份浏览：可以答题、看成绩、领证书，不列入榜单，不参加抽奖。在微信里打开小程序，就能参加排名和抽奖。' : null;
  if (mine.openAttemptId !== null) return '您有一份答卷还没有交，计时没有停，请尽快接着答。';
  if (mine.attemptsLeft === 0) return '答题次数已经全部用完，感谢参与。';
  if (mine.attemptsLeftToday === 0) {
    return chinaDate(now) === chinaDate(closesAt) ? '今天的次数已用完，竞赛今天截止，感谢参与。' : `今天的次数已用完，还剩 ${mine.attemptsLeft} 次，明天可以接着参加。`;
  }
  return mine.ranked ? null : '您现在是访客身份：可以答题、看成绩、领证书，不列入榜单，不参加抽奖。';
}

export function StartNotice({ contest }: { contest: ContestView }) {
  const text = words(contest);
  return text === null ? null : (
    <View className={styles.notice}>
      <Notice tone={contest.mine !== null && contest.mine.openAttemptId !== null ? 'promise' : 'info'}>{text}</Notice>
    </View>
  );
}
