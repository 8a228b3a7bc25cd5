import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Heading, HeadingText } from '../../components/heading';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import type { AnswerView, PracticeView } from '../../contract/practice';
import { isH5 } from '../../platform/environment';
import { open } from '../../platform/navigation';
import styles from './result.module.scss';

interface ResultProps {
  readonly practice: PracticeView;
  readonly answers: readonly (AnswerView | null)[];
  readonly onLook: (position: number) => void;
}

const keptWords = '已收进错题本，明天起可以复习。';

function outcome({ dailyOn }: PracticeView, wrongCount: number): string {
  if (dailyOn !== null) return wrongCount === 0 ? '这一天的题答对了。' : `这一天的题答错了，${keptWords}`;
  return wrongCount === 0 ? '这一组全部答对了。' : `有 ${wrongCount} 题答错，${keptWords}`;
}

/** How it went as a whole, and question by question. */
export function Result({ practice, answers, onLook }: ResultProps) {
  const wrongCount = answers.filter((answer) => answer?.correct === false).length;
  return (
    <>
      <View className={styles.score} {...(isH5 ? { role: 'alert' } : {})}>
        <HeadingText level={2} className={styles.number}>
          {`答对 ${answers.length - wrongCount} / ${answers.length}`}
        </HeadingText>
        <View className={styles.ticks} aria-hidden>
          {answers.map((answer, position) => (
            <View key={position} className={`${styles.tick} ${answer?.correct ? styles.right : ''}`} />
          ))}
        </View>
        <View>{outcome(practice, wrongCount)}</View>
      </View>
      {wrongCount === 0 ? null : (
        <View className={styles.book}>
          <Button
            look='quiet'
            icon='book'
            text='看错题本'
            onPress={() => {
              open('/contest/wrong-questions/index');
            }}
          />
        </View>
      )}
      <Heading text='逐题回看' />
      {practice.questions.map(({ id, stem }, position) => (
        <Row
          key={id}
          number={position + 1}
          stem={stem}
          correct={answers[position]?.correct ?? false}
          onPress={() => {
            onLook(position);
          }}
        />
      ))}
    </>
  );
}

interface RowProps {
  readonly number: number;
  readonly stem: string;
  readonly correct: boolean;
  readonly onPress: () => void;
}

function Row({ number, stem, correct, onPress }: RowProps) {
  return (
    <Pressable className={`${styles.row} ${correct ? styles.right : ''}`} onPress={onPress}>
      <View className={styles.mark}>
        <Icon name={correct ? 'check' : 'cross'} small />
        {correct ? '答对' : '答错'}
      </View>
      <View className={styles.stem}>{`${number}. ${stem}`}</View>
    </Pressable>
  );
}
