import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import type { ResultView } from '../../contract/contest/attempt';
import { open } from '../../platform/navigation';
import styles from './advice.module.scss';

/** More would bury what matters most. */
const MOST_TOPICS = 3;

/** Where most points were lost, and what can be done about it. */
export function Advice({ advice }: Pick<ResultView, 'advice'>) {
  return (
    <>
      <Heading text='可以再学一学' />
      {advice.slice(0, MOST_TOPICS).map(({ topicId, topicTitle, wrongCount, subjectId, subjectName }) => (
        <View key={topicId} className={styles.topic}>
          <View className={styles.words}>
            <View className={styles.title}>{topicTitle}</View>
            <View className={styles.count}>{`${wrongCount} 题没有得满分`}</View>
          </View>
          <View className={styles.ways}>
            <Way text='练习这个专题' onPress={() => open('/contest/practice/index', { topic: topicId })} />
            {subjectId === null ? null : <Way text={`请专家上门：${subjectName ?? ''}`} onPress={() => open('/service/expert-visit/index', { subject: subjectId })} />}
          </View>
        </View>
      ))}
    </>
  );
}

function Way({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <Pressable role='link' className={styles.way} onPress={onPress}>
      {text}
      <Icon name='next' small />
    </Pressable>
  );
}
