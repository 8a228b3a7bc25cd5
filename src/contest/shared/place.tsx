import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { QuestionType } from '../../contract/practice';
import styles from './place.module.scss';
import { typeWords } from './question-type';

interface PlaceProps {
  /** 0-based. */
  readonly position: number;
  readonly count: number;
  readonly words: string;
  /** What stands at the right of the words. */
  readonly children?: ReactNode;
}

/**
 * One text: each piece of JSX would be a node of its own to WeChat.
 *
 * @param position 0-based
 */
export const placeWords = (position: number, count: number, type: QuestionType): string => `第 ${position + 1} 题 / 共 ${count} 题 · ${typeWords[type]}`;

/** How far one has come: a ruler, and the place in words. */
export function Place({ position, count, words, children }: PlaceProps) {
  return (
    <>
      <View className={styles.ruler} aria-hidden>
        <View className={styles.done} style={{ width: `${((position + 1) / count) * 100}%` }} />
      </View>
      <View className={styles.place}>
        <View>{words}</View>
        {children}
      </View>
    </>
  );
}
