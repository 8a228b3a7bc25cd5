import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import type { ContestView } from '../../contract/contest/contest';
import { monthDayTime } from '../../domain/china-time';
import styles from './introduction.module.scss';

const phaseWords = { before: '还没有开始', open: '正在进行', closed: '已经结束' } as const;

/** What it is, when it is, and its measures. */
export function Introduction({ contest: { title, introduction, phase, opensAt, closesAt, rules } }: { contest: ContestView }) {
  const measures = [
    { value: rules.questionCount, unit: '题' },
    { value: rules.durationMinutes, unit: '分钟' },
    { value: rules.fullMark, unit: '满分' },
    { value: rules.passMark, unit: '合格分' },
  ];
  return (
    <View className={styles.card}>
      <View className={`${styles.phase} ${phase === 'open' ? styles.open : ''}`}>{phaseWords[phase]}</View>
      <HeadingText level={2} className={styles.title}>
        {title}
      </HeadingText>
      <View className={styles.window}>{`${monthDayTime(opensAt)} 至 ${monthDayTime(closesAt)}`}</View>
      <View className={styles.text}>{introduction}</View>
      <View className={styles.measures}>
        {measures.map(({ value, unit }) => (
          <View key={unit} className={styles.measure}>
            <View className={styles.value}>{value}</View>
            <View className={styles.unit}>{unit}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
