import { View } from '@tarojs/components';
import { Field } from '../../../components/form/field';
import { Pressable } from '../../../components/controls/pressable';
import { monthDayWeekday } from '../../../domain/china-time';
import styles from './dates-field.module.scss';

interface DatesFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly purpose: string;
  readonly error: string | undefined;
  readonly most: number;
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (dates: readonly string[]) => void;
}

/** Some of the working days on offer. */
export function DatesField({ most, offered, chosen, onChange, ...field }: DatesFieldProps) {
  const full = chosen.length >= most;
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
              disabled={full && !on}
              className={`${styles.date} ${on ? styles.on : ''} ${full && !on ? styles.off : ''}`}
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
        {`已选 ${chosen.length} 天，最多 ${most} 天`}
      </View>
    </Field>
  );
}
