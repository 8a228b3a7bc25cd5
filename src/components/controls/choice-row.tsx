import { ScrollView, View } from '@tarojs/components';
import { isH5 } from '../../platform/environment';
import { Pressable } from './pressable';
import styles from './choice-row.module.scss';

interface ChoiceRowProps {
  readonly label: string;
  /** The words for no choice made. */
  readonly all: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** One of a few, side by side; scrolls sideways on a small screen. */
export function ChoiceRow({ label, all, choices, chosen, onChoose }: ChoiceRowProps) {
  return (
    <ScrollView scrollX className={styles.scroll} enhanced showScrollbar={false}>
      <View className={styles.row} aria-label={label} {...(isH5 ? { role: 'radiogroup' } : {})}>
        {[{ id: undefined, name: all }, ...choices].map(({ id, name }) => (
          <Pressable
            key={id ?? 'all'}
            role='radio'
            checked={id === chosen}
            className={`${styles.choice} ${id === chosen ? styles.chosen : ''}`}
            onPress={() => {
              onChoose(id);
            }}
          >
            {name}
          </Pressable>
        ))}
      </View>
    </ScrollView>
  );
}
