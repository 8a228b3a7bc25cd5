import { View } from '@tarojs/components';
import { Pressable } from '../../../../../components/controls/pressable';
import { Field } from '../../../../../components/form/field';
import { Notice } from '../../../../../components/notice';
import type { CalendarHalf } from '../../../../../contract/visit/expert';
import { monthDayWeekday } from '../../../../../domain/china-time';
import { halfNames } from '../../../../../domain/visit/half-day';
import type { Slot } from '../../../../../domain/visit-plan/types';
import { Loaded } from '../../../../../frame/loaded';
import { useRead } from '../../../../../hooks/use-read';
import { isH5 } from '../../../../../platform/environment';
import styles from './slot-field.module.scss';

interface SlotFieldProps {
  readonly expertId: string | null;
  readonly preferredDates: readonly string[];
  readonly label: string;
  readonly error: string | undefined;
  readonly chosen: Slot | null;
  readonly onChoose: (slot: Slot) => void;
}

/** A half-day in which the expert is free. */
export function SlotField({ expertId, ...field }: SlotFieldProps) {
  if (expertId === null) return <Notice tone='info'>请先安排专家，再约定上门时间。</Notice>;
  return <Calendar {...field} expertId={expertId} />;
}

function Calendar({ expertId, preferredDates, label, error, chosen, onChoose }: SlotFieldProps & { readonly expertId: string }) {
  const read = useRead('expert.calendar', { id: expertId });
  return (
    <Loaded read={read} rows={3}>
      {({ expert, days }) => (
        <Field id='date' label={label} help={`${expert.name}四周内的安排，可以选空着的半天。`} error={error}>
          <View className={styles.days} aria-label={label} {...(isH5 ? { role: 'radiogroup' } : {})}>
            {byDate(days).map(([date, halves]) => (
              <View key={date} className={styles.day}>
                <View className={styles.date}>{`${monthDayWeekday(date)}${preferredDates.includes(date) ? ' 企业希望' : ''}`}</View>
                {halves.map((half) => (
                  <Half key={half.half} slot={half} on={chosen?.date === date && chosen.half === half.half} onChoose={onChoose} />
                ))}
              </View>
            ))}
          </View>
        </Field>
      )}
    </Loaded>
  );
}

const uses = { free: '', leave: '请假', visit: '已有安排' } as const;

function Half({ slot: { date, half, use }, on, onChoose }: { slot: CalendarHalf; on: boolean; onChoose: (slot: Slot) => void }) {
  return (
    <Pressable
      role='radio'
      checked={on}
      disabled={use !== 'free'}
      label={`${monthDayWeekday(date)}${halfNames[half]}${use === 'free' ? '' : `，${uses[use]}`}`}
      className={`${styles.half} ${on ? styles.chosen : ''} ${use === 'free' ? '' : styles.taken}`}
      onPress={() => {
        onChoose({ date, half });
      }}
    >
      {`${halfNames[half]}${use === 'free' ? '' : ` ${uses[use]}`}`}
    </Pressable>
  );
}

function byDate(days: readonly CalendarHalf[]): readonly (readonly [string, readonly CalendarHalf[]])[] {
  return [...new Set(days.map(({ date }) => date))].map((date) => [date, days.filter((half) => half.date === date)] as const);
}
