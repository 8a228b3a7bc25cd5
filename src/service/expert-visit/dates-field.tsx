import { View } from '@tarojs/components';
import { Field } from '../../components/form/field';
import { Pressable } from '../../components/controls/pressable';
import { monthDayWeekday } from '../../domain/china-time';
import styles from './dates-field.module.scss';

const MOST = 3;

interface DatesFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly purpose: string;
  readonly error: string | undefined;
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (dates: readonly string[]) => void;
}

/** Up to three of the working days on offer. */
export function DatesField({ offered, chosen, onChange, ...field }: DatesFieldProps) {
  return (
    <Field {...field}>
      <View className={styles.dates}>
        {offered.map((date) => {
          const on = chosen.includes(date);
          return (
            <Pressable
              key={date}
              role='checkbox'
              checked={on}
              disabled={!on && chosen.length >= MOST}
              className={`${styles.date} ${on ? styles.on : ''} ${!on && chosen.length >= MOST ? styles.off : ''}`}
              onPress={() => {
                onChange(on ? chosen.filter((other) => other !== date) : [...chosen, date].sort());
              }}
            >
              {monthDayWeekday(date)}
            </Pressable>
          );
        })}
      </View>
      <View className={styles.count}>
        已选 {chosen.length} 天，最多 {MOST} 天
      </View>
    </Field>
  );
}
