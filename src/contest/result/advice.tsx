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
      {advice.slice(0, MOST_TOPICS).map(({ topicId, topicTitle, wrongCount, request }) => (
        <View key={topicId} className={styles.topic}>
          <View className={styles.words}>
            <View className={styles.title}>{topicTitle}</View>
            <View className={styles.count}>{`${wrongCount} 题没有得满分`}</View>
          </View>
          <View className={styles.ways}>
            <Way text='练习这个专题' onPress={() => open('/contest/practice/index', { topic: topicId })} />
            {request === null ? null : <Way text={`${request.kindTitle}：${request.subjectName}`} onPress={() => open('/service/form/index', { kind: request.kindId, subject: request.subjectId })} />}
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
