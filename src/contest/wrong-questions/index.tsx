import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Empty } from '../../components/empty';
import { Page } from '../../frame/page';
import { PagedList } from '../../frame/paged-list';
import { open } from '../../platform/navigation';
import { Entry } from './entry';
import styles from './index.module.scss';
import { useWrongQuestions } from './use-wrong-questions';

export default function WrongQuestionsPage() {
  const { pages, total, setTotal, practise } = useWrongQuestions();
  return (
    <Page title='错题本' actions={total === null || total === 0 ? undefined : <Button text='练这些题' onPress={practise} />}>
      <PagedList pages={pages} empty={<NoMistakes />}>
        {(questions) => (
          <>
            <View className={styles.total}>{total === 0 ? '错题都移出了' : `共 ${total} 题，最近答错的在前`}</View>
            <View className={styles.entries}>
              {questions.map((question) => (
                <Entry key={question.id} question={question} onRemoved={setTotal} />
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
      text='练习时答错的题会收到这里，连同答案和依据，方便再看、再练。'
      action={{
        text: '去练习',
        onPress: () => {
          open('/pages/contest/index');
        },
      }}
    />
  );
}
