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
      <Heading
        text={`${lines.length} 类 ${count} 项活动`}
        more={{
          text: '进展',
          label: '活动进展',
          onPress: () => {
            open('/activities/board/index');
          },
        }}
      />
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
                  open('/activities/activity/index', { id: activity.id });
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
