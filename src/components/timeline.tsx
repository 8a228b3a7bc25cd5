import { View } from '@tarojs/components';
import { monthDayTime } from '../domain/china-time';
import styles from './timeline.module.scss';

interface TimelineEvent {
  readonly at: string;
  readonly kind: string;
  readonly title: string;
  readonly by: string;
  readonly note: string | null;
}

interface TimelineProps {
  readonly events: readonly TimelineEvent[];
  /** Steps still to come. */
  readonly next: readonly string[];
}

/** What happened, the latest step marked, and what is still to come. */
export function Timeline({ events, next }: TimelineProps) {
  return (
    <View className={styles.timeline}>
      {events.map((event, index) => (
        <View key={`${event.at} ${event.kind}`} className={`${styles.step} ${index === events.length - 1 ? styles.now : ''}`}>
          <View className={styles.title}>{event.title}</View>
          <View className={styles.detail}>
            {monthDayTime(event.at)} · {event.by}
          </View>
          {event.note === null ? null : <View className={styles.note}>{event.note}</View>}
        </View>
      ))}
      {next.map((step) => (
        <View key={step} className={`${styles.step} ${styles.next}`} aria-label={`接下来：${step}`}>
          <View className={styles.title}>{step}</View>
        </View>
      ))}
    </View>
  );
}
