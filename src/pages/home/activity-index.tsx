import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import { Pressable } from '../../components/controls/pressable';
import type { LineView } from '../../contract/campaign';
import { open } from '../../platform/navigation';
import styles from './lines.module.scss';

/** All twenty activities by their short names, a tap away. */
export function ActivityIndex({ lines }: { lines: readonly LineView[] }) {
  const count = lines.reduce((sum, line) => sum + line.activities.length, 0);
  return (
    <>
      <Heading text={`${lines.length} 类 ${count} 项活动`} />
      {lines.map((line) => (
        <View key={line.id} className={`${styles.line} line-${line.id}`}>
          <View className={styles.lineName}>{line.name}</View>
          <View className={styles.activities}>
            {line.activities.map((activity) => (
              <Pressable
                key={activity.id}
                role='link'
                className={styles.activity}
                onPress={() => {
                  open('/pages/activities/index', { line: line.id, number: String(activity.number) });
                }}
              >
                {activity.number} {activity.shortTitle}
              </Pressable>
            ))}
          </View>
        </View>
      ))}
    </>
  );
}
