import { View } from '@tarojs/components';
import type { Source } from '../../contract/practice';
import styles from './explanation.module.scss';

interface ExplanationProps {
  readonly text: string;
  readonly source: Source;
}

/** One text: each piece of JSX would be a node of its own to WeChat. */
const sourceWords = ({ title, article, note }: Source): string => `依据：${title}${article ?? ''}${note === null ? '' : `（${note}）`}`;

/** Why an answer is right, and the law or standard that says so. */
export function Explanation({ text, source }: ExplanationProps) {
  return (
    <>
      <View className={styles.text}>{text}</View>
      <View className={styles.source}>{sourceWords(source)}</View>
    </>
  );
}
