import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import { copy } from '../../platform/sharing';
import styles from './hash-list.module.scss';

interface HashListProps {
  readonly hashes: readonly { readonly name: string; readonly hash: string }[];
}

/** Long numbers that nobody reads and everybody may compare. */
export function HashList({ hashes }: HashListProps) {
  return (
    <View className={styles.list}>
      {hashes.map(({ name, hash }) => (
        <View key={name} className={styles.entry}>
          <View className={styles.head}>
            <View className={styles.name}>{name}</View>
            <Pressable label={`复制${name}`} className={styles.copy} onPress={() => void copy(hash, '已复制')}>
              复制
            </Pressable>
          </View>
          <View className={styles.hash}>{hash}</View>
        </View>
      ))}
    </View>
  );
}
