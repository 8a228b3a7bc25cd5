import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import { Tag, type Hue } from '../../components/tag';
import type { LessonRow } from '../../contract/activity/lesson';
import { open } from '../../platform/navigation';
import styles from './lesson-card.module.scss';

/** A lesson, how long it takes and how far one is. */
export function LessonCard({ lesson }: { lesson: LessonRow }) {
  const { id, title, summary, section } = lesson;
  const { text, hue } = standing(lesson);
  return (
    <Pressable
      role='link'
      className={styles.card}
      onPress={() => {
        open('/activities/lesson/index', { id });
      }}
    >
      <View className={styles.title}>{title}</View>
      <View className={styles.summary}>{summary}</View>
      <View className={styles.meta}>
        <Tag text={text} hue={hue} />
        <View>{[section, ...offers(lesson)].filter((words) => words !== null).join(' · ')}</View>
      </View>
    </Pressable>
  );
}

const mediaNames = { video: '有视频', audio: '有音频' } as const;

const offers = ({ minutes, media, hasCheck }: LessonRow): readonly string[] => [
  ...(minutes === null ? [] : [`约 ${minutes} 分钟`]),
  ...(media === null ? [] : [mediaNames[media]]),
  ...(hasCheck ? ['课后小测'] : []),
];

function standing({ progress, hasCheck }: LessonRow): { readonly text: string; readonly hue: Hue } {
  if (progress === null) return { text: '未开始', hue: 'grey' };
  if (progress.finishedOn !== null) return { text: '学完', hue: 'ok' };
  return progress.readPercent === 100 && hasCheck ? { text: '待做小测', hue: 'gold' } : { text: `已读 ${progress.readPercent}%`, hue: 'blue' };
}
