import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import type { CalendarHalf } from '../../contract/visit/expert';
import { monthDay, monthDayWeekday } from '../../domain/china-time';
import { halfNames } from '../../domain/visit/half-day';
import { slotWords } from '../../domain/visit-plan/reason-words';
import { mondayOf, slotKey } from '../../domain/visit-plan/slots';
import styles from './index.module.scss';

const uses = { free: '空闲', leave: '请假', visit: '上门' } as const;

interface DaysProps {
  readonly days: readonly CalendarHalf[];
  /** By `slotKey`. */
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (half: CalendarHalf) => void;
  readonly onVisit: (requestId: string) => void;
}

/** Week by week, day by day, its halves side by side. */
export function Days({ days, chosen, onToggle, onVisit }: DaysProps) {
  return (
    <View className={styles.weeks}>
      {grouped(days, ({ date }) => mondayOf(date)).map(([monday, week]) => (
        <View key={monday} className={styles.week}>
          {grouped(week, ({ date }) => date).map(([date, day]) => (
            <View key={date} className={styles.day}>
              <View className={styles.date}>{monthDayWeekday(date)}</View>
              {day.map((half) => (
                <Half key={half.half} half={half} chosen={chosen.has(slotKey(half))} onToggle={onToggle} onVisit={onVisit} />
              ))}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

interface HalfProps extends Pick<DaysProps, 'onToggle' | 'onVisit'> {
  readonly half: CalendarHalf;
  readonly chosen: boolean;
}

function Half({ half, chosen, onToggle, onVisit }: HalfProps) {
  const { use, stops } = half;
  const [first] = stops;
  if (use !== 'visit') {
    return (
      <Pressable
        role='checkbox'
        checked={chosen}
        label={`${slotWords(half)}，${uses[use]}`}
        className={`${styles.half} ${styles[use]} ${chosen ? styles.chosen : ''}`}
        onPress={() => {
          onToggle(half);
        }}
      >
        {`${halfNames[half.half]} ${uses[use]}`}
      </Pressable>
    );
  }
  const words = `${halfNames[half.half]} ${first === undefined ? uses.visit : stops.map(({ firmName }) => firmName).join('、')}`;
  if (first === undefined) return <View className={`${styles.half} ${styles.visit}`}>{words}</View>;
  return (
    <Pressable
      role='link'
      label={`${monthDay(half.date)} ${words}，上门`}
      className={`${styles.half} ${styles.visit}`}
      onPress={() => {
        onVisit(first.requestId);
      }}
    >
      {words}
    </Pressable>
  );
}

/** In their order. */
function grouped(days: readonly CalendarHalf[], keyOf: (half: CalendarHalf) => string): [string, CalendarHalf[]][] {
  const groups = new Map<string, CalendarHalf[]>();
  for (const half of days) groups.set(keyOf(half), [...(groups.get(keyOf(half)) ?? []), half]);
  return [...groups];
}
