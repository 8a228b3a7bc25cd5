import { View } from '@tarojs/components';
import { Pressable } from '../../components/controls/pressable';
import { usePreference } from '../../hooks/use-preference';
import { isH5 } from '../../platform/environment';
import { textSize, textSizes, type TextSize } from '../../platform/preferences';
import styles from './reading.module.scss';

const names = { small: '小', standard: '标准', large: '大', largest: '特大' } as const satisfies Readonly<Record<TextSize, string>>;

/** How large the text of articles is, chosen once for all of them. */
export function TextSizeChoice() {
  const chosen = usePreference(textSize);
  return (
    <View className={styles.sizes}>
      <View aria-hidden>字号</View>
      <View className={styles.row} aria-label='字号' {...(isH5 ? { role: 'radiogroup' } : {})}>
        {textSizes.map((size) => (
          <Pressable
            key={size}
            role='radio'
            checked={size === chosen}
            className={`${styles.size} ${size === chosen ? styles.chosen : ''}`}
            onPress={() => {
              textSize.set(size);
            }}
          >
            {names[size]}
          </Pressable>
        ))}
      </View>
    </View>
  );
}
