import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import styles from './card-row.module.scss';
import { Pressable } from '../controls/pressable';

interface CardRowProps {
  readonly title: string;
  /** Beside the title. */
  readonly tags?: ReactNode;
  readonly details: readonly string[];
  /** What somebody waits for. */
  readonly due?: string | null;
  readonly onPress: () => void;
}

/** A thing with its state, in a list that leads to it. */
export function CardRow({ title, tags, details, due = null, onPress }: CardRowProps) {
  return (
    <Pressable role='link' className={styles.row} onPress={onPress}>
      <View className={styles.head}>
        <View className={styles.title}>{title}</View>
        {tags}
      </View>
      {details.map((detail) => (
        <View key={detail} className={styles.detail}>
          {detail}
        </View>
      ))}
      {due === null ? null : <View className={styles.due}>{due}</View>}
    </Pressable>
  );
}
