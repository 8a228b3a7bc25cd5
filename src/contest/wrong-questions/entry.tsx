import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import { Tag } from '../../components/tag';
import { Explanation } from '../../components/question/explanation';
import type { NotebookCounts, WrongQuestion } from '../../contract/practice';
import { monthDay } from '../../domain/china-time';
import { useChange } from '../../hooks/use-change';
import { isH5 } from '../../platform/environment';
import styles from './entry.module.scss';

interface EntryProps {
  readonly question: WrongQuestion;
  readonly onRemoved: (counts: NotebookCounts) => void;
}

const rightAnswer = ({ key, options }: WrongQuestion): string =>
  [...key]
    .sort((a, b) => a - b)
    .map((index) => options[index])
    .join('；');

/** One question of the book. Removed, it stays as a line: taking a row out of a long list redraws all of it. */
export function Entry({ question, onRemoved }: EntryProps) {
  const { busy, error, send } = useChange('wrong-question.remove');
  const [removed, setRemoved] = useState(false);
  const remove = () => {
    void send({ questionId: question.id }).then((result) => {
      if (!result.ok) return;
      setRemoved(true);
      onRemoved(result.data);
    });
  };

  if (removed) {
    return (
      <View className={styles.removed} {...(isH5 ? { role: 'status' } : {})}>
        已移出：{question.stem}
      </View>
    );
  }
  return (
    <View className={styles.entry}>
      <View className={styles.meta}>
        <Tag text={question.topicTitle} hue='brand' />
        <View className={styles.times}>{`错了 ${question.timesWrong} 次`}</View>
        <View className={question.due ? styles.due : styles.later}>{question.due ? '今天复习' : `${monthDay(question.dueOn)}复习`}</View>
      </View>
      <HeadingText level={2} className={styles.stem}>
        {question.stem}
      </HeadingText>
      <View className={styles.key}>{`正确答案：${rightAnswer(question)}`}</View>
      <Explanation text={question.explanation} source={question.source} />
      {error === null ? null : (
        <Notice tone='wrong' alert>
          没有移出。{error.message}
        </Notice>
      )}
      <View className={styles.action}>
        <Button look='quiet' text='移出错题本' busy={busy} onPress={remove} />
      </View>
    </View>
  );
}
