import { View } from '@tarojs/components';
import { ActivityStateTag } from '../../components/activity-state';
import { HeadingText } from '../../components/heading';
import { lineHues, Tag } from '../../components/tag';
import type { ActivityPage } from '../../contract/activity/activity';
import { monthDayWeekday } from '../../domain/china-time';
import styles from './head.module.scss';

/** What the activity is, for whom, when, and how it stands. */
export function Head({ activity }: { activity: ActivityPage }) {
  const { number, lineId, lineName, title, summary, state, audience, when, organiser } = activity;
  const facts = [
    { name: '面向', text: audience.join('、') },
    { name: '时间', text: when },
    { name: '主办', text: organiser },
    { name: '最近动态', text: lastWords(activity) },
  ];
  return (
    <View className={`line-${lineId}`}>
      <View className={styles.band}>
        <View className={styles.dial} />
        <View className={styles.tags}>
          <View className={styles.number}>第 {number} 项</View>
          <Tag text={lineName} hue={lineHues[lineId]} />
          <ActivityStateTag state={state} />
        </View>
        <HeadingText level={2} className={styles.title}>
          {title}
        </HeadingText>
      </View>
      <View className={styles.summary}>{summary}</View>
      <View className={styles.facts}>
        {facts.map(({ name, text }) => (
          <View key={name} className={styles.fact}>
            <View className={styles.name}>{name}</View>
            <View className={styles.text}>{text}</View>
          </View>
        ))}
      </View>
    </View>
  );
}

/** Of some content no more than its month is known. */
function lastWords({ evidenceCount, lastHappenedOn }: ActivityPage): string {
  if (lastHappenedOn !== null) return monthDayWeekday(lastHappenedOn);
  return evidenceCount === 0 ? '还没有' : `公开内容 ${evidenceCount} 条`;
}
