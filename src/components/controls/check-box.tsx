import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon } from '../icon';
import { Pressable } from './pressable';
import styles from './check-box.module.scss';

interface CheckBoxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something to agree to, with its words beside it. */
export function CheckBox({ checked, onChange, children }: PropsWithChildren<CheckBoxProps>) {
  return (
    <Pressable
      role='checkbox'
      checked={checked}
      className={styles.row}
      onPress={() => {
        onChange(!checked);
      }}
    >
      <View className={`${styles.box} ${checked ? styles.on : ''}`}>{checked ? <Icon name='check' small /> : null}</View>
      <View className={styles.words}>{children}</View>
    </Pressable>
  );
}
