import { View } from '@tarojs/components';
import { Empty } from '../../../components/empty';
import { PagedList } from '../../../frame/paged-list';
import { AppealedCard } from './appealed-card';
import styles from '../index.module.scss';
import { useAppeals } from './use-appeals';
import type { GuardedProps } from '../../../hooks/use-guarded-pages';

/** Questions with appeals that wait, the longest waiting first. */
export function Appeals({ onForbidden }: GuardedProps) {
  const { pages, keyVersion, setKeyVersion } = useAppeals(onForbidden);
  return (
    <PagedList pages={pages} empty={<Empty icon='inbox' title='没有等待答复的申诉' text='参赛者对题目提出的申诉会按题目归在一起，显示在这里。' />}>
      {(questions) => (
        <View className={styles.cards}>
          {questions.map((question) => (
            <AppealedCard
              key={question.questionId}
              question={question}
              keyVersion={keyVersion}
              onDecided={setKeyVersion}
              onOutdated={() => void pages.reload()}
            />
          ))}
        </View>
      )}
    </PagedList>
  );
}
