import { View } from '@tarojs/components';
import { Icon, type IconName } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import type { HomeView } from '../../contract/campaign';
import { open } from '../../platform/navigation';
import styles from './main-tasks.module.scss';

/** The two things most people come for. */
export function MainTasks({ home: { requests } }: { home: HomeView }) {
  return (
    <View className={styles.tasks}>
      <Task
        icon='contest'
        title='知识竞赛'
        text='限时竞赛和专题练习'
        onPress={() => {
          open('/pages/contest/index');
        }}
      />
      <Task
        icon='service'
        title={requests.title}
        text={requests.open ? `${requests.answerWithin} 个工作日内答复` : '查看办理进度'}
        onPress={() => {
          open('/pages/service/index');
        }}
      />
    </View>
  );
}

interface TaskProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly onPress: () => void;
}

function Task({ icon, title, text, onPress }: TaskProps) {
  return (
    <Pressable role='link' className={styles.task} onPress={onPress}>
      <View className={styles.icon}>
        <Icon name={icon} />
      </View>
      <View>
        <View className={styles.title}>{title}</View>
        <View className={styles.text}>{text}</View>
      </View>
    </Pressable>
  );
}
