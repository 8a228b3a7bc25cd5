import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import { Tag } from '../../components/tag';
import type { AttemptRow } from '../../contract/contest/contest';
import { monthDayTime } from '../../domain/china-time';
import { open } from '../../platform/navigation';
import styles from './attempts.module.scss';

interface AttemptsProps {
  /** Oldest first. */
  readonly attempts: readonly AttemptRow[];
  readonly bestId: string | null;
}

/** The caller's attempts, newest first: a running one is gone on with, the others show their results. */
export function Attempts({ attempts, bestId }: AttemptsProps) {
  return (
    <>
      <Heading text='我的答卷' />
      <View className={styles.list}>
        {[...attempts].reverse().map((attempt) => (
          <Row key={attempt.id} attempt={attempt} best={attempt.id === bestId} />
        ))}
      </View>
    </>
  );
}

function scoreWords({ state, score }: AttemptRow): string {
  if (state === 'open') return '正在作答';
  return score === null ? '成绩待公布' : `${score} 分`;
}

function Row({ attempt, best }: { attempt: AttemptRow; best: boolean }) {
  const { id, number, state, startedAt, passed } = attempt;
  return (
    <Pressable
      role='link'
      className={styles.row}
      onPress={() => {
        if (state === 'open') open('/contest/attempt/index', { id });
        else open('/contest/result/index', { id });
      }}
    >
      <View className={styles.words}>
        <View className={styles.number}>{`第 ${number} 次`}</View>
        <View className={styles.when}>{monthDayTime(startedAt)}</View>
      </View>
      {best ? <Tag text='最好成绩' hue='gold' /> : null}
      {passed === null ? null : <Tag text={passed ? '合格' : '未合格'} hue={passed ? 'ok' : 'grey'} />}
      <View className={styles.outcome}>
        <View className={styles.score}>{scoreWords(attempt)}</View>
        <Icon name='next' small />
      </View>
    </Pressable>
  );
}
