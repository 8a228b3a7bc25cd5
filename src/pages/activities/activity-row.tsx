import { View } from '@tarojs/components';
import { ActivityStateTag } from '../../components/activity-state';
import { HeadingText } from '../../components/heading';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import type { ActivityView } from '../../contract/activity/activity';
import type { LineId } from '../../contract/campaign';
import { monthDay } from '../../domain/china-time';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

export const activityAnchor = (number: number): string => `activity-${number}`;

/** One of the twenty, as a way to its page. */
export function ActivityRow({ activity, lineId }: { activity: ActivityView; lineId: LineId }) {
  const { id, number, title, audience, state, lastHappenedOn } = activity;
  return (
    <Pressable
      id={activityAnchor(number)}
      role='link'
      className={`${styles.row} line-${lineId}`}
      onPress={() => {
        open('/activities/activity/index', { id });
      }}
    >
      <View className={styles.number}>{number}</View>
      <View className={styles.words}>
        <HeadingText level={3} className={styles.title}>
          {title}
        </HeadingText>
        <View className={styles.meta}>
          <ActivityStateTag state={state} />
          <View>面向{audience.join('、')}</View>
          {lastHappenedOn === null ? null : <View>{`${monthDay(lastHappenedOn)}有动态`}</View>}
        </View>
      </View>
      <View className={styles.next}>
        <Icon name='next' small />
      </View>
    </Pressable>
  );
}
