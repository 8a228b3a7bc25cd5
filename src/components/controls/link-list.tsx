import { View } from '@tarojs/components';
import { isSinglePage } from '../../platform/single-page';
import { Icon, type IconName } from '../icon';
import { Pressable } from './pressable';
import styles from './link-list.module.scss';

export interface Link {
  /** Where two may have the same title. */
  readonly id?: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  /** How many things wait there; nothing is drawn for none. */
  readonly count?: number;
  readonly onPress: () => void;
}

/** Places one can go, one under the other. */
export function LinkList({ links }: { links: readonly Link[] }) {
  return (
    <View className={styles.list}>
      {links.map(({ id, icon, title, text, count = 0, onPress }) => (
        <Pressable key={id ?? title} role='link' className={styles.link} onPress={onPress}>
          <View className={styles.icon}>
            <Icon name={icon} />
          </View>
          <View className={styles.words}>
            <View className={styles.title}>{title}</View>
            {text === undefined ? null : <View className={styles.text}>{text}</View>}
          </View>
          {count === 0 ? null : <View className={styles.count}>{count}</View>}
          {isSinglePage() ? null : (
            <View className={styles.next}>
              <Icon name='next' small />
            </View>
          )}
        </Pressable>
      ))}
    </View>
  );
}
