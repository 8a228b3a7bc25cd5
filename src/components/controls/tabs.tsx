import { View } from '@tarojs/components';
import { isH5 } from '../../platform/environment';
import { Pressable } from './pressable';
import styles from './tabs.module.scss';

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly text: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** The parts of one page, of which one is shown. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose }: TabsProps<Id>) {
  return (
    <View className={styles.tabs} {...(isH5 ? { role: 'tablist', 'aria-label': label } : {})}>
      {tabs.map(({ id, text }) => (
        <Pressable
          key={id}
          role='tab'
          checked={id === chosen}
          className={`${styles.tab} ${id === chosen ? styles.chosen : ''}`}
          onPress={() => {
            onChoose(id);
          }}
        >
          {text}
        </Pressable>
      ))}
    </View>
  );
}
