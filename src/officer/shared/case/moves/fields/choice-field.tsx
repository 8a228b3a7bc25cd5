import { View } from '@tarojs/components';
import { Pressable } from '../../../../../components/controls/pressable';
import { Field } from '../../../../../components/form/field';
import { Icon } from '../../../../../components/icon';
import { isH5 } from '../../../../../platform/environment';
import styles from './choice-field.module.scss';

interface ChoiceFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly notes?: readonly string[] }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** One of a few, each in full. */
export function ChoiceField({ id, label, help, error, choices, chosen, onChoose }: ChoiceFieldProps) {
  return (
    <Field id={id} label={label} help={help} error={error}>
      <View className={styles.choices} aria-label={label} {...(isH5 ? { role: 'radiogroup' } : {})}>
        {choices.map((choice) => (
          <Pressable
            key={choice.id}
            role='radio'
            checked={choice.id === chosen}
            className={`${styles.choice} ${choice.id === chosen ? styles.chosen : ''}`}
            onPress={() => {
              onChoose(choice.id);
            }}
          >
            <View className={styles.words}>
              <View>{choice.name}</View>
              {choice.notes?.map((note) => (
                <View key={note} className={styles.note}>
                  {note}
                </View>
              ))}
            </View>
            {choice.id === chosen ? <Icon name='check' small /> : null}
          </Pressable>
        ))}
      </View>
    </Field>
  );
}
