import { View } from '@tarojs/components';
import { ActivityStateTag } from '../../components/activity-state';
import { Pressable } from '../../components/controls/pressable';
import type { BoardRow as Row } from '../../contract/activity/board';
import { monthDay } from '../../domain/china-time';
import { open } from '../../platform/navigation';
import { openArticle } from '../../platform/reading/open-article';
import styles from './board-row.module.scss';

/** One activity: its state, and the latest by which anybody can see it. */
export function BoardRow({ activity }: { activity: Row }) {
  const { id, number, title, state, evidence, quietDays } = activity;
  return (
    <View className={styles.row}>
      <Pressable role='link' className={styles.activity} onPress={() => open('/activities/activity/index', { id })}>
        <View className={styles.number}>{number}</View>
        <View className={styles.title}>{title}</View>
        <ActivityStateTag state={state} />
      </Pressable>
      <View className={styles.standing}>{standing(activity)}</View>
      {evidence === null ? null : (
        <Pressable role='link' className={styles.evidence} onPress={() => openArticle(evidence)}>
          {evidence.title}
        </Pressable>
      )}
      {quietDays === null || quietDays === 0 ? null : <View className={styles.quiet}>{`${quietDays} 天没有新内容`}</View>}
    </View>
  );
}

function standing({ evidenceCount, lastHappenedOn }: Row): string {
  if (evidenceCount === 0) return '还没有公开的内容';
  // Of some content no more than its month is known.
  return `公开内容 ${evidenceCount} 条${lastHappenedOn === null ? '' : `，最近一次 ${monthDay(lastHappenedOn)}`}`;
}
