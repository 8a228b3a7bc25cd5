import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { Empty } from '../../components/empty';
import { Heading } from '../../components/heading';
import type { TopicList } from '../../contract/practice';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useRead } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { open } from '../../platform/navigation';
import { ContestCard } from './contest-card';
import { EntryCard } from './entry-card';
import styles from './index.module.scss';
import { TopicCard } from './topic-card';

export default function ContestPage() {
  const home = useRead('contest.home', {});
  // An attempt or a practice may have moved it on.
  useReturn(() => void home.reload());
  useShareAppMessage(() => ({ title: '“质量月”知识竞赛：限时答题，练习有解析', path: '/pages/contest/index' }));

  return (
    <Page tab='/pages/contest/index' title='知识竞赛'>
      <Loaded read={home} rows={5}>
        {({ contest, practice }) => (
          <>
            {contest === null ? null : <ContestCard contest={contest} />}
            <Practice list={practice} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function dailyWords({ answered, correct, streakDays }: NonNullable<TopicList['daily']>): string {
  const streak = streakDays > 1 ? `，已连续 ${streakDays} 天` : '';
  if (!answered) return `今天的题还没有做${streak}`;
  return `${correct ? '今天答对了' : '今天答过了'}${streak}`;
}

function notebookWords({ wrongQuestionCount, dueCount }: TopicList): string {
  if (wrongQuestionCount === 0) return '答错的题会收到这里';
  return dueCount === 0 ? `${wrongQuestionCount} 题，今天没有要复习的` : `${wrongQuestionCount} 题，今天该复习 ${dueCount} 题`;
}

/** What goes on beside the contest, without a clock. */
function Practice({ list }: { list: TopicList }) {
  const { topics, questionsPerPractice, daily, unfinished } = list;
  if (topics.length === 0) {
    return <Empty icon='contest' title='题目还在准备' text='专题发布之后，可以在这里练习。' />;
  }
  return (
    <>
      {unfinished === null ? null : (
        <EntryCard
          icon='clock'
          strong
          title={`接着做：${unfinished.title}`}
          text={`已答 ${unfinished.answeredCount}/${unfinished.questionCount} 题`}
          onPress={() => {
            open('/contest/practice/index', { id: unfinished.practiceId });
          }}
        />
      )}
      {daily === null ? null : (
        <EntryCard
          icon={daily.answered ? 'check' : 'contest'}
          title='每日一题'
          text={dailyWords(daily)}
          onPress={() => {
            open('/contest/practice/index', { from: 'daily' });
          }}
        />
      )}
      <EntryCard
        icon='book'
        title='错题本'
        text={notebookWords(list)}
        onPress={() => {
          open('/contest/wrong-questions/index');
        }}
      />
      <Heading text='选一个专题练习' />
      <View className={styles.introduction}>每次 {questionsPerPractice} 题，答完一题就看到解析和依据。</View>
      <View className={styles.topics}>
        {topics.map((topic) => (
          <TopicCard key={topic.id} topic={topic} />
        ))}
      </View>
    </>
  );
}
