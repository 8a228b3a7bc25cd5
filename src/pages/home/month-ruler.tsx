import { View } from '@tarojs/components';
import styles from './month-ruler.module.scss';

interface MonthRulerProps {
  readonly dayCount: number;
  /** 1-based; null before and after the campaign. */
  readonly dayNumber: number | null;
  readonly past: boolean;
}

const MARK = { past: styles.past, today: styles.today, ahead: '' } as const;

/** The month as a ruler with today marked; a drawing, the sentence below it says the same in words. */
export function MonthRuler({ dayCount, dayNumber, past }: MonthRulerProps) {
  const mark = (day: number): keyof typeof MARK => {
    if (past || (dayNumber !== null && day < dayNumber)) return 'past';
    return day === dayNumber ? 'today' : 'ahead';
  };
  return (
    <View className={styles.ruler} aria-hidden>
      {Array.from({ length: dayCount }, (_, index) => (
        <View key={index} className={`${styles.tick} ${index % 5 === 0 ? styles.long : ''} ${MARK[mark(index + 1)]}`} />
      ))}
    </View>
  );
}
