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
import { EntryCard } from './entry-card';
import styles from './index.module.scss';
import { TopicCard } from './topic-card';

export default function ContestPage() {
  const topics = useRead('practice.topics', {});
  // A practice may have moved them on.
  useReturn(() => void topics.reload());
  useShareAppMessage(() => ({ title: '“质量月”知识竞赛：答完一题就看到解析', path: '/pages/contest/index' }));

  return (
    <Page tab='/pages/contest/index' title='知识竞赛'>
      <Loaded read={topics} rows={5}>
        {(list) => <Content list={list} />}
      </Loaded>
    </Page>
  );
}

function Content({ list: { topics, questionsPerPractice, unfinished, wrongQuestionCount } }: { list: TopicList }) {
  if (topics.length === 0) {
    return <Empty icon='contest' title='题目还在准备' text='专题发布之后，可以在这里练习。' />;
  }
  return (
    <>
      <View className={styles.introduction}>
        <View>每次 {questionsPerPractice} 题，答完一题就看到解析和依据。</View>
        <View className={styles.later}>限时竞赛还没有开放，现在可以先练习。</View>
      </View>
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
      <EntryCard
        icon='book'
        title='错题本'
        text={wrongQuestionCount === 0 ? '答错的题会收到这里' : `${wrongQuestionCount} 题，可以再看、再练`}
        onPress={() => {
          open('/contest/wrong-questions/index');
        }}
      />
      <Heading text='选一个专题练习' />
      <View className={styles.topics}>
        {topics.map((topic) => (
          <TopicCard key={topic.id} topic={topic} />
        ))}
      </View>
    </>
  );
}
