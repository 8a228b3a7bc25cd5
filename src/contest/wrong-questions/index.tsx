import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { Button } from '../../components/controls/button';
import { Empty, Failure, Skeleton } from '../../components/empty';
import { ListTail } from '../../components/controls/list-tail';
import { Page } from '../../frame/page';
import { open } from '../../platform/navigation';
import { Entry } from './entry';
import styles from './index.module.scss';
import { useWrongQuestions } from './use-wrong-questions';

export default function WrongQuestionsPage() {
  const { pages, total, setTotal, practise } = useWrongQuestions();
  const { state, loadMore, reload } = pages;
  useReachBottom(loadMore);

  return (
    <Page title='错题本' actions={total === null || total === 0 ? undefined : <Button text='练这些题' onPress={practise} />}>
      {state.status === 'loading' ? <Skeleton /> : null}
      {state.status === 'error' ? <Failure error={state.error} onRetry={() => void reload()} /> : null}
      {state.status === 'ready' && state.rows.length === 0 ? (
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
      ) : null}
      {state.status === 'ready' && state.rows.length > 0 ? (
        <>
          <View className={styles.total}>{total === 0 ? '错题都移出了' : `共 ${total} 题，最近答错的在前`}</View>
          <View className={styles.entries}>
            {state.rows.map((question) => (
              <Entry key={question.id} question={question} onRemoved={setTotal} />
            ))}
          </View>
          <ListTail tail={state.tail} onMore={loadMore} />
        </>
      ) : null}
    </Page>
  );
}
