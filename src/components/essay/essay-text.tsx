import { View } from '@tarojs/components';
import type { EssayView } from '../../contract/essay';
import { HeadingText } from '../heading';
import styles from './essay-text.module.scss';

type Shown = Pick<EssayView, 'title' | 'authorName' | 'firmName' | 'body'>;

/** An essay as it is read, by the public and by whoever reviews it. */
export function EssayText({ essay: { title, authorName, firmName, body } }: { essay: Shown }) {
  return (
    <View>
      <HeadingText level={2} className={styles.title}>
        {title}
      </HeadingText>
      <View className={styles.author}>{byLine({ authorName, firmName })}</View>
      {paragraphsOf(body).map((paragraph, index) => (
        <View key={index} className={styles.paragraph}>
          {paragraph}
        </View>
      ))}
    </View>
  );
}

const paragraphsOf = (body: string): readonly string[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const byLine = ({ authorName, firmName }: Pick<EssayView, 'authorName' | 'firmName'>): string => (firmName === null ? authorName : `${authorName} · ${firmName}`);
