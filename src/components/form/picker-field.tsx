import { Picker, View } from '@tarojs/components';
import { isH5 } from '../../platform/environment';
import { errorAnchor, Field } from './field';
import styles from './text-field.module.scss';

interface PickerFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly purpose?: string | undefined;
  readonly error?: string | undefined;
  readonly mode: 'date' | 'time';
  /** `YYYY-MM-DD`, or `HH:mm`; empty when none is chosen yet. */
  readonly chosen: string;
  /** The same for reading, or what to do. */
  readonly words: string;
  readonly onChoose: (chosen: string) => void;
}

/** A day or a time of day: WeChat's own wheel, the browser's own control. */
export function PickerField({ mode, chosen, words, onChoose, ...field }: PickerFieldProps) {
  const { id, label, error } = field;
  const className = `${styles.input} ${error === undefined ? '' : styles.wrong}`;
  return (
    <Field {...field}>
      {isH5 ? (
        <input
          type={mode}
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
          mode={mode}
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
