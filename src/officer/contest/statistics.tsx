import { View } from '@tarojs/components';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import type { QuestionStatistics } from '../../contract/contest/office';
import { PagedList } from '../../frame/paged-list';
import { isH5 } from '../../platform/environment';
import styles from './statistics.module.scss';
import pageStyles from './index.module.scss';
import { typeNames } from './question-words';
import type { GuardedProps } from '../../hooks/use-guarded-pages';
import { useStatistics } from './use-statistics';

const LOW = 0.2;

/** How each question did: cards on a phone, a table at a desk. */
export function Statistics({ onForbidden }: GuardedProps) {
  const { pages, attemptCount, order, chooseOrder } = useStatistics(onForbidden);
  return (
    <>
      <View className={pageStyles.introduction}>
        <ChoiceRow
          label='排序'
          all='最难的在前'
          choices={[{ id: 'least-telling', name: '区分度最低的在前' }]}
          chosen={order === 'hardest' ? undefined : order}
          onChoose={(id) => {
            chooseOrder(id === undefined ? 'hardest' : 'least-telling');
          }}
        />
        <View className={styles.explanation}>
          区分度看答对这道题的人是不是整卷也答得好，在 −1 到 1 之间。低于 0.2，说明题目过易、过难或有歧义，分不出掌握程度；为负，说明答得好的人反而答错，请先核对答案。
        </View>
        {attemptCount === null ? null : <View className={styles.explanation}>{`按已交的 ${attemptCount} 份答卷统计。`}</View>}
      </View>
      <PagedList pages={pages} empty={<Empty icon='document' title='还没有统计' text='有人交卷后，每道题的正确率和区分度会显示在这里。' />}>
        {(questions) => (
          <View className={styles.table} {...(isH5 ? { role: 'table', 'aria-label': '题目统计' } : {})}>
            <View className={styles.header} {...(isH5 ? { role: 'row' } : {})}>
              {['题目', '作答', '正确率', '区分度'].map((title) => (
                <View key={title} {...(isH5 ? { role: 'columnheader' } : {})}>
                  {title}
                </View>
              ))}
            </View>
            {questions.map((question) => (
              <QuestionRow key={question.questionId} question={question} />
            ))}
          </View>
        )}
      </PagedList>
    </>
  );
}

const cell = isH5 ? { role: 'cell' } : {};

function QuestionRow({ question: { topicTitle, type, stem, askedCount, correctShare, discrimination } }: { question: QuestionStatistics }) {
  const low = discrimination !== null && discrimination < LOW;
  return (
    <View className={styles.row} {...(isH5 ? { role: 'row' } : {})}>
      <View className={styles.question} {...cell}>
        <View className={styles.stem}>{stem}</View>
        <View className={styles.detail}>{`${topicTitle} · ${typeNames[type]}`}</View>
      </View>
      <View className={styles.figure} {...cell}>
        {`${askedCount} 次`}
      </View>
      <View className={styles.figure} {...cell}>
        <View className={styles.label}>正确率</View>
        <View className={styles.share}>{`${Math.round(correctShare * 100)}%`}</View>
        <View className={styles.bar} aria-hidden>
          <View className={styles.filled} style={{ width: `${Math.round(correctShare * 100)}%` }} />
        </View>
      </View>
      <View className={`${styles.figure} ${low ? styles.low : ''}`} {...cell}>
        <View className={styles.label}>区分度</View>
        <View className={discrimination === null ? styles.undefined : styles.number}>{discriminationWords(discrimination)}</View>
      </View>
    </View>
  );
}

function discriminationWords(discrimination: number | null): string {
  if (discrimination === null) return '暂无';
  const number = discrimination.toFixed(2).replace('-', '−');
  if (discrimination < 0) return `${number}，请核对`;
  return discrimination < LOW ? `${number}，偏低` : number;
}
