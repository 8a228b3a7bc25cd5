import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import { isH5 } from '../../platform/environment';
import styles from './bars.module.scss';

export interface Bar {
  readonly name: string;
  readonly count: number;
  /** Of these, how many are overdue; drawn as the bar's first part and said in words. */
  readonly overdue?: number;
}

interface BarsProps {
  readonly title: string;
  /** What is counted, for the words beside a bar. */
  readonly unit: string;
  readonly bars: readonly Bar[];
  /** Said in place of the bars when there is nothing to count. */
  readonly none: string;
}

/** Figures side by side: each is there to read, the bars only compare. */
export function Bars({ title, unit, bars, none }: BarsProps) {
  const largest = Math.max(0, ...bars.map(({ count }) => count));
  return (
    <View>
      <Heading text={title} />
      <View className={styles.bars} aria-label={title} {...(isH5 && largest > 0 ? { role: 'list' } : {})}>
        {largest === 0 ? <View className={styles.none}>{none}</View> : bars.map((bar) => <Row key={bar.name} bar={bar} largest={largest} unit={unit} />)}
      </View>
    </View>
  );
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10}%`;

function Row({ bar: { name, count, overdue = 0 }, largest, unit }: { bar: Bar; largest: number; unit: string }) {
  return (
    <View className={styles.row} {...(isH5 ? { role: 'listitem' } : {})}>
      <View className={styles.name}>{name}</View>
      <View className={styles.count}>{`${count} ${unit}${overdue === 0 ? '' : `，其中逾期 ${overdue}`}`}</View>
      <View className={styles.track}>
        <View className={styles.late} style={{ width: percent(overdue, largest) }} />
        <View className={styles.bar} style={{ width: percent(count - overdue, largest) }} />
      </View>
    </View>
  );
}
