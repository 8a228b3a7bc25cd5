import { View } from '@tarojs/components';
import type { Source } from '../contract/practice';
import styles from './explanation.module.scss';

interface ExplanationProps {
  readonly text: string;
  readonly source: Source;
}

/** Why an answer is right, and the law or standard that says so. */
export function Explanation({ text, source }: ExplanationProps) {
  return (
    <View className={styles.explanation}>
      <View>{text}</View>
      <View className={styles.source}>
        依据：{source.title}
        {source.article ?? ''}
        {source.note === null ? '' : `（${source.note}）`}
      </View>
    </View>
  );
}
