import { View } from '@tarojs/components';
import styles from './facts.module.scss';

interface FactsProps {
  /** What is null is not said. */
  readonly facts: readonly { readonly label: string; readonly text: string | null }[];
}

/** What, when and where, each under its name. */
export function Facts({ facts }: FactsProps) {
  return (
    <View className={styles.facts}>
      {facts.map(({ label, text }) =>
        text === null ? null : (
          <View key={label} className={styles.fact}>
            <View className={styles.label}>{label}</View>
            <View className={styles.text}>{text}</View>
          </View>
        ),
      )}
    </View>
  );
}
