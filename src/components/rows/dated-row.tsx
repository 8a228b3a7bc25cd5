import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Pressable } from '../controls/pressable';
import styles from './dated-row.module.scss';

interface DatedRowProps {
  /** `2017-09-04`, or `2017-09` where no day is known: then the month stands alone, never with a made-up day. */
  readonly date: string;
  readonly title: string;
  readonly details?: readonly string[];
  readonly tags: ReactNode;
  /** Beside the tags. */
  readonly note: string;
  readonly onPress: () => void;
}

/** A row of a list with its day at the side. */
export function DatedRow({ date, title, details = [], tags, note, onPress }: DatedRowProps) {
  const day = date.slice(8);
  const month = `${Number(date.slice(5, 7))} 月`;
  return (
    <Pressable role='link' className={styles.row} onPress={onPress}>
      <View className={styles.date}>
        {day === '' ? (
          <View className={styles.alone}>{month}</View>
        ) : (
          <>
            <View className={styles.day}>{Number(day)}</View>
            <View className={styles.month}>{month}</View>
          </>
        )}
      </View>
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        {details.map((detail) => (
          <View key={detail} className={styles.detail}>
            {detail}
          </View>
        ))}
        <View className={styles.meta}>
          {tags}
          <View className={styles.note}>{note}</View>
        </View>
      </View>
    </Pressable>
  );
}
