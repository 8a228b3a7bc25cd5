import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Empty } from '../../components/empty';
import type { NotebookCounts } from '../../contract/practice';
import { questionsPerPractice } from '../../domain/draw';
import { Page } from '../../frame/page';
import { PagedList } from '../../frame/paged-list';
import { open } from '../../platform/navigation';
import { Entry } from './entry';
import styles from './index.module.scss';
import { useWrongQuestions } from './use-wrong-questions';

const practiseWords = ({ dueCount }: NotebookCounts): string => (dueCount === 0 ? '提前练一练' : `复习 ${Math.min(dueCount, questionsPerPractice)} 题`);

function countWords({ total, dueCount }: NotebookCounts): string {
  if (total === 0) return '错题都移出了';
  return `共 ${total} 题，${dueCount === 0 ? '今天没有要复习的' : `今天该复习 ${dueCount} 题`}`;
}

export default function WrongQuestionsPage() {
  const { pages, counts, setCounts, practise } = useWrongQuestions();
  return (
    <Page title='错题本' actions={counts === null || counts.total === 0 ? undefined : <Button text={practiseWords(counts)} onPress={practise} />}>
      <PagedList pages={pages} empty={<NoMistakes />}>
        {(questions) => (
          <>
            <View className={styles.total}>
              {counts === null ? null : <View className={styles.counts}>{countWords(counts)}</View>}
              <View>答错后第二天起复习；按时答对一次，隔得更久再来，答对五次就移出。</View>
            </View>
            <View className={styles.entries}>
              {questions.map((question) => (
                <Entry key={question.id} question={question} onRemoved={setCounts} />
              ))}
            </View>
          </>
        )}
      </PagedList>
    </Page>
  );
}

function NoMistakes() {
  return (
    <Empty
      icon='book'
      title='错题本里还没有题'
      text='练习时答错的题会收到这里，竞赛中答错的可以从成绩页收进来，连同答案和依据，按间隔安排复习。'
      action={{
        text: '去练习',
        onPress: () => {
          open('/pages/contest/index');
        },
      }}
    />
  );
}
