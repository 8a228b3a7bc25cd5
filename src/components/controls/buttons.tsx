import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './buttons.module.scss';

/** A row of buttons, each as wide as its words at least, which goes on in a new row where a phone is too narrow. */
export function Buttons({ children }: PropsWithChildren) {
  return <View className={styles.buttons}>{children}</View>;
}
