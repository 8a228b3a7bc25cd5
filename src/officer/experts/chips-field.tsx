import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import { Field } from '../../components/form/field';
import styles from './index.module.scss';

interface ChipsFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly error: string | undefined;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** Several of many short names, close together. */
export function ChipsField({ choices, chosen, onChange, ...field }: ChipsFieldProps) {
  return (
    <Field {...field}>
      <View className={styles.chips}>
        {choices.map(({ id, name }) => {
          const on = chosen.includes(id);
          return (
            <Pressable
              key={id}
              role='checkbox'
              checked={on}
              className={`${styles.chip} ${on ? styles.on : ''}`}
              onPress={() => {
                onChange(on ? chosen.filter((other) => other !== id) : [...chosen, id]);
              }}
            >
              {name}
            </Pressable>
          );
        })}
      </View>
    </Field>
  );
}
