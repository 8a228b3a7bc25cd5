import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import type { TopicView } from '../../contract/practice';
import { open } from '../../platform/navigation';
import styles from './topic-card.module.scss';

function progressWords({ questionCount, answeredCount, correctCount }: TopicView): string {
  if (answeredCount === 0) return `共 ${questionCount} 题`;
  return `已答 ${answeredCount}/${questionCount}，答对 ${correctCount}`;
}

const share = (part: number, whole: number): string => `${Math.round((part / whole) * 100)}%`;

/** A topic as a ruler of its questions: how far this person has come, and how much of it was right. */
export function TopicCard({ topic }: { topic: TopicView }) {
  return (
    <Pressable
      role='link'
      className={styles.topic}
      onPress={() => {
        open('/contest/practice/index', { topic: topic.id });
      }}
    >
      <View className={styles.title}>{topic.title}</View>
      <View className={styles.summary}>{topic.summary}</View>
      {topic.answeredCount === 0 ? null : (
        <View className={styles.ruler} aria-hidden>
          <View className={styles.answered} style={{ width: share(topic.answeredCount, topic.questionCount) }} />
          <View className={styles.correct} style={{ width: share(topic.correctCount, topic.questionCount) }} />
        </View>
      )}
      <View className={styles.progress}>{progressWords(topic)}</View>
    </Pressable>
  );
}
