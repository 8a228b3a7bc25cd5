import { View } from '@tarojs/components';
import { Icon, type IconName } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import styles from './entry-card.module.scss';

interface EntryCardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** What this person most likely wants. */
  readonly strong?: boolean;
  readonly onPress: () => void;
}

export function EntryCard({ icon, title, text, strong = false, onPress }: EntryCardProps) {
  return (
    <Pressable role='link' className={`${styles.card} ${strong ? styles.strong : ''}`} onPress={onPress}>
      <View className={styles.icon}>
        <Icon name={icon} />
      </View>
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        <View className={styles.text}>{text}</View>
      </View>
      <Icon name='next' small />
    </Pressable>
  );
}
