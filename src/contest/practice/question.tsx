import { View } from '@tarojs/components';
import { Notice } from '../../components/notice';
import { Pressable } from '../../components/controls/pressable';
import { Explanation } from '../../components/question/explanation';
import type { AnswerView, PracticeQuestion } from '../../contract/practice';
import { letterOf } from '../../domain/option-letter';
import { isH5 } from '../../platform/environment';
import { Asked } from '../shared/asked';
import { Place, placeWords } from '../shared/place';
import styles from './question.module.scss';
import type { Answering } from './use-answering';

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
      <View className={styles.place}>
        <Place position={position} count={answers.length} words={placeWords(position, answers.length, question.type)}>
          {complete && position < answers.length - 1 ? (
            <Pressable className={styles.toResult} onPress={showResult}>
              看结果
            </Pressable>
          ) : null}
        </Place>
      </View>
      <Asked question={question} chosen={chosen} answerKey={answer?.key ?? null} onChoose={answer === null ? choose : null} />
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
