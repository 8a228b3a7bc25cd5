import { Picker, View } from '@tarojs/components';
import { monthDayWeekday } from '../../domain/china-time';
import { isH5 } from '../../platform/environment';
import { errorAnchor, Field } from './field';
import styles from './text-field.module.scss';

interface DateFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly purpose?: string | undefined;
  readonly error?: string | undefined;
  /** `YYYY-MM-DD`; empty when none is chosen yet. */
  readonly chosen: string;
  readonly onChoose: (date: string) => void;
}

/** One calendar date: WeChat's own wheel, the browser's own calendar. */
export function DateField({ id, label, help, purpose, error, chosen, onChoose }: DateFieldProps) {
  const className = `${styles.input} ${error === undefined ? '' : styles.wrong}`;
  const words = chosen === '' ? '请选择日期' : `${chosen.slice(0, 4)} 年 ${monthDayWeekday(chosen)}`;
  return (
    <Field id={id} label={label} help={help} purpose={purpose} error={error}>
      {isH5 ? (
        <input
          type='date'
          className={className}
          aria-label={label}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : errorAnchor(id)}
          value={chosen}
          onChange={(event) => {
            onChoose(event.target.value);
          }}
        />
      ) : (
        <Picker
          mode='date'
          value={chosen}
          onChange={(event) => {
            onChoose(event.detail.value);
          }}
        >
          <View className={`${className} ${styles.select}`} aria-role='button' aria-label={`${label}，${words}`}>
            {words}
          </View>
        </Picker>
      )}
    </Field>
  );
}
