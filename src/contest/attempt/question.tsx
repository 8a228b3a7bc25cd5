import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { HeadingText } from '../../components/heading';
import type { AttemptQuestion } from '../../contract/contest/attempt';
import { isH5 } from '../../platform/environment';
import { Option } from '../shared/option';
import { StatusLine } from './status-line';
import styles from './question.module.scss';
import type { Answering } from './use-answering';

export const stemAnchor = 'stem';

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
            mark='open'
            settled={ending !== null}
            onChoose={choose}
          />
        ))}
      </View>
      <View className={styles.below}>
        <View className={`${styles.status} ${state.delivery === 'saved' || state.delivery === 'saving' ? '' : styles.told}`}>{state.delivery === 'saved' && answeredCount === 0 ? null : <StatusLine state={state} />}</View>
        <View className={styles.sheet}>
          <Button look='quiet' text={`答题卡 ${answeredCount}/${questions.length}`} onPress={showSheet} />
        </View>
      </View>
    </>
  );
}
