import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import { lineHues, Tag } from '../../components/tag';
import type { ActivityView, LineId, TakePart } from '../../contract/campaign';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

export const activityAnchor = (number: number): string => `activity-${number}`;

interface ActivityCardProps {
  readonly activity: ActivityView;
  readonly lineId: LineId;
  readonly lineName: string;
}

export function ActivityCard({ activity, lineId, lineName }: ActivityCardProps) {
  return (
    <View id={activityAnchor(activity.number)} className={`${styles.card} line-${lineId}`}>
      <View className={styles.meta}>
        <View className={styles.number}>第 {activity.number} 项</View>
        <Tag text={lineName} hue={lineHues[lineId]} />
        <View>面向{activity.audience.join('、')}</View>
      </View>
      <HeadingText level={2} className={styles.title}>
        {activity.title}
      </HeadingText>
      <View className={styles.summary}>{activity.summary}</View>
      <Ways activity={activity} />
    </View>
  );
}

function take(takePart: TakePart): { text: string; onPress: () => void } | null {
  switch (takePart.kind) {
    case 'practice':
      return {
        text: '练习题目',
        onPress: () => {
          open('/pages/contest/index');
        },
      };
    case 'request':
      return {
        text: takePart.title,
        onPress: () => {
          open('/service/form/index', { kind: takePart.kindId, ...(takePart.subjectId !== null && { subject: takePart.subjectId }) });
        },
      };
    case 'news':
      return {
        text: '看资讯',
        onPress: () => {
          open('/pages/news/index');
        },
      };
    case 'coming':
      return null;
  }
}

/** How to take part now, or what will be here. */
function Ways({ activity: { takePart } }: { activity: ActivityView }) {
  const way = take(takePart);
  return (
    <>
      {takePart.kind === 'coming' ? <View className={styles.coming}>{takePart.note}</View> : null}
      {way === null ? null : (
        <View className={styles.ways}>
          <Pressable role='link' className={styles.way} onPress={way.onPress}>
            {way.text}
            <Icon name='next' small />
          </Pressable>
        </View>
      )}
    </>
  );
}
