import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import type { LineView } from '../../contract/campaign';
import { open } from '../../platform/navigation';
import styles from './lines.module.scss';

/** The four lines with the number of their activities. */
export function LineTiles({ lines }: { lines: readonly LineView[] }) {
  return (
    <View className={styles.tiles}>
      {lines.map((line) => (
        <Pressable
          key={line.id}
          role='link'
          className={`${styles.tile} line-${line.id}`}
          onPress={() => {
            open('/pages/activities/index', { line: line.id });
          }}
        >
          <View className={styles.head}>
            <View className={styles.name}>{line.name}</View>
            <View className={styles.count}>{line.activities.length} 项</View>
          </View>
          <View className={styles.summary}>{line.summary}</View>
        </Pressable>
      ))}
    </View>
  );
}
