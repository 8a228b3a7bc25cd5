import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import { Pressable } from '../../components/controls/pressable';
import { Explanation } from '../../components/question/explanation';
import type { AnswerView, PracticeQuestion } from '../../contract/practice';
import { letterOf } from '../../domain/option-letter';
import { isH5 } from '../../platform/environment';
import { markOf, Option } from '../shared/option';
import { typeWords } from '../shared/question-type';
import styles from './question.module.scss';
import type { Answering } from './use-answering';

export const stemAnchor = 'stem';
export const verdictAnchor = 'verdict';

interface QuestionProps {
  readonly answering: Answering;
  readonly question: PracticeQuestion;
}

/** One question: what is asked, the options, and once answered why. */
export function Question({ answering, question }: QuestionProps) {
  const { answers, position, answer, chosen, error, complete, choose, showResult } = answering;
  return (
    <>
      <View className={styles.ruler} aria-hidden>
        <View className={styles.done} style={{ width: `${((position + 1) / answers.length) * 100}%` }} />
      </View>
      <View className={styles.place}>
        <View>{`第 ${position + 1} 题 / 共 ${answers.length} 题 · ${typeWords[question.type]}`}</View>
        {complete && position < answers.length - 1 ? (
          <Pressable className={styles.toResult} onPress={showResult}>
            看结果
          </Pressable>
        ) : null}
      </View>
      <View id={stemAnchor} className={styles.stem} {...(isH5 ? { tabIndex: -1 } : {})}>
        <HeadingText level={2}>{question.stem}</HeadingText>
      </View>
      <View aria-label='选项' {...(isH5 ? { role: question.type === 'multiple' ? 'group' : 'radiogroup' } : {})}>
        {question.options.map((text, index) => (
          <Option
            key={index}
            index={index}
            text={text}
            type={question.type}
            chosen={chosen.includes(index)}
            mark={markOf(index, chosen, answer?.key ?? null)}
            settled={answer !== null}
            onChoose={choose}
          />
        ))}
      </View>
      <View id={verdictAnchor} className={styles.verdict} {...(isH5 ? { role: 'status' } : {})}>
        {answer === null ? null : <Verdict answer={answer} />}
      </View>
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {`答案还没有送到，您的选择还在。${error.message}`}
        </Notice>
      )}
    </>
  );
}

function Verdict({ answer }: { answer: AnswerView }) {
  const key = [...answer.key].sort((a, b) => a - b).map(letterOf).join('、');
  return (
    <>
      <Notice tone={answer.correct ? 'good' : 'wrong'}>{answer.correct ? '答对了' : `答错了，正确答案是 ${key}`}</Notice>
      <Explanation text={answer.explanation} source={answer.source} />
    </>
  );
}
