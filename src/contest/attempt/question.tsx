import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import type { AttemptQuestion } from '../../contract/contest/attempt';
import { Asked } from '../shared/asked';
import { StatusLine } from './status-line';
import styles from './question.module.scss';
import type { Answering } from './use-answering';

interface QuestionProps {
  readonly answering: Answering;
  readonly question: AttemptQuestion;
}

/** One question with its options, and how its answer stands. */
export function Question({ answering, question }: QuestionProps) {
  const { questions, state, answeredCount, ending, choose, showSheet } = answering;
  const chosen = state.chosen[question.id] ?? [];
  return (
    <>
      <Asked question={question} chosen={chosen} answerKey={null} onChoose={ending === null ? choose : null} />
      <View className={styles.below}>
        <View className={`${styles.status} ${state.delivery === 'saved' || state.delivery === 'saving' ? '' : styles.told}`}>{state.delivery === 'saved' && answeredCount === 0 ? null : <StatusLine state={state} />}</View>
        <View className={styles.sheet}>
          <Button look='quiet' text={`答题卡 ${answeredCount}/${questions.length}`} onPress={showSheet} />
        </View>
      </View>
    </>
  );
}
