import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import { Pressable } from '../../components/controls/pressable';
import { isH5 } from '../../platform/environment';
import styles from './answer-sheet.module.scss';
import { StatusLine } from './status-line';
import type { Answering } from './use-answering';

export const sheetAnchor = 'sheet';

/** Every question by its number: what is answered, and the way there. */
export function AnswerSheet({ answering: { questions, position, state, answeredCount, error, goTo } }: { answering: Answering }) {
  const unanswered = questions.length - answeredCount;
  return (
    <>
      <View id={sheetAnchor} className={styles.heading} {...(isH5 ? { tabIndex: -1 } : {})}>
        <HeadingText level={2} className={styles.title}>
          答题卡
        </HeadingText>
        <View className={styles.count}>{unanswered === 0 ? '全部作答了，可以交卷' : `还有 ${unanswered} 题没有作答`}</View>
      </View>
      {error === null ? null : (
        <View className={styles.failure}>
          <Notice tone='wrong' alert>
            {`还没有交卷，您的答案都在。${error.message}`}
          </Notice>
        </View>
      )}
      <View className={styles.numbers}>
        {questions.map(({ id }, index) => {
          const answered = (state.chosen[id]?.length ?? 0) > 0;
          return (
            <Pressable
              key={id}
              label={`第 ${index + 1} 题，${answered ? '已作答' : '未作答'}`}
              className={`${styles.number} ${answered ? styles.answered : ''} ${index === position ? styles.here : ''}`}
              onPress={() => {
                goTo(index);
              }}
            >
              {index + 1}
            </Pressable>
          );
        })}
      </View>
      <View className={styles.legend} aria-hidden>
        <View className={`${styles.sample} ${styles.answered}`} />
        <View>已作答</View>
        <View className={styles.sample} />
        <View>未作答</View>
      </View>
      <StatusLine state={state} />
    </>
  );
}
