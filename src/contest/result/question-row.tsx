import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon, type IconName } from '../../components/icon';
import { Notice } from '../../components/notice';
import { Pressable } from '../../components/controls/pressable';
import { Explanation } from '../../components/question/explanation';
import type { AppealView, ResultQuestion } from '../../contract/contest/attempt';
import { letterOf } from '../../domain/option-letter';
import { Options } from '../shared/asked';
import { Appeal } from './appeal';
import styles from './question-row.module.scss';
import { verdictOf, type Verdict } from './verdict';

const faces = {
  right: { icon: 'check', words: '答对' },
  half: { icon: 'info', words: '得一半' },
  wrong: { icon: 'cross', words: '答错' },
  unanswered: { icon: 'info', words: '未作答' },
  voided: { icon: 'info', words: '已作废' },
  given: { icon: 'check', words: '已作答' },
  blank: { icon: 'info', words: '未作答' },
} as const satisfies Record<Verdict, { icon: IconName; words: string }>;

interface QuestionRowProps {
  readonly attemptId: string;
  readonly number: number;
  readonly question: ResultQuestion;
  readonly mayAppeal: boolean;
  readonly onAppealed: (appeal: AppealView) => void;
}

/** One question of the attempt: a line, and opened, all that may be told of it. */
export function QuestionRow({ attemptId, number, question, mayAppeal, onAppealed }: QuestionRowProps) {
  const [opened, setOpened] = useState(false);
  const verdict = verdictOf(question);
  const { icon, words } = faces[verdict];
  return (
    <View className={styles.question}>
      <Pressable className={styles.row} expanded={opened} onPress={() => setOpened(!opened)}>
        <View className={`${styles.mark} ${styles[verdict]}`}>
          <Icon name={icon} small />
          {words}
        </View>
        <View className={`${styles.stem} ${opened ? styles.whole : styles.short}`}>{`${number}. ${question.stem}`}</View>
        <View className={styles.points}>{question.earned === null ? `${question.points} 分` : `${question.earned}/${question.points}`}</View>
      </Pressable>
      {opened ? (
        <View className={styles.inside}>
          <Answer question={question} />
          <Appeal attemptId={attemptId} question={question} mayAppeal={mayAppeal} onAppealed={onAppealed} />
        </View>
      ) : null}
    </View>
  );
}

const letters = (options: readonly number[]): string => options.map(letterOf).join('、');

function Answer({ question: { type, options, chosen, key, explanation, source, voided } }: { question: ResultQuestion }) {
  return (
    <>
      <Options type={type} options={options} chosen={chosen} answerKey={voided ? null : key} onChoose={null} />
      <View className={styles.answer}>
        {`${chosen.length === 0 ? '没有作答' : `您选了 ${letters(chosen)}`}${key === null || voided ? '' : `，正确答案是 ${letters(key)}`}`}
      </View>
      {voided ? <Notice tone='info'>这道题已经作废，凡抽到它的答卷都计这道题的满分。</Notice> : null}
      {explanation === null || source === null ? null : <Explanation text={explanation} source={source} />}
    </>
  );
}
