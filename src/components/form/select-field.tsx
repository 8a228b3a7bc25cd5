import { Picker, View } from '@tarojs/components';
import { isH5 } from '../../platform/environment';
import { errorAnchor, Field } from './field';
import styles from './text-field.module.scss';

interface SelectFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly purpose?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Empty when nothing is chosen yet. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

const PROMPT = '请选择';

/** One of many: WeChat's own wheel, the browser's own list. */
export function SelectField({ id, label, help, purpose, error, choices, chosen, onChoose }: SelectFieldProps) {
  const className = `${styles.input} ${styles.select} ${error === undefined ? '' : styles.wrong}`;
  const index = choices.findIndex((choice) => choice.id === chosen);
  return (
    <Field id={id} label={label} help={help} purpose={purpose} error={error}>
      {isH5 ? (
        <select
          className={className}
          aria-label={label}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : errorAnchor(id)}
          value={chosen}
          onChange={(event) => {
            onChoose(event.target.value);
          }}
        >
          <option value='' disabled>
            {PROMPT}
          </option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </select>
      ) : (
        <Picker
          mode='selector'
          range={choices.map((choice) => choice.name)}
          value={Math.max(index, 0)}
          onChange={(event) => {
            const picked = choices[Number(event.detail.value)];
            if (picked) onChoose(picked.id);
          }}
        >
          <View className={className} aria-role='button' aria-label={`${label}，${choices[index]?.name ?? PROMPT}`}>
            {choices[index]?.name ?? PROMPT}
          </View>
        </Picker>
      )}
    </Field>
  );
}
