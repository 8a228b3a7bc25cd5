import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { isH5 } from '../../platform/environment';
import { Icon } from '../icon';
import styles from './field.module.scss';

interface FieldProps {
  readonly id: string;
  /** Left out where the control says it all itself. */
  readonly label?: string | undefined;
  readonly help?: string | undefined;
  /** Why it is asked. */
  readonly purpose?: string | undefined;
  /** What to mend; read out when it appears. */
  readonly error?: string | undefined;
}

/** Where the page scrolls to, and what the message below is called for a screen reader. */
export const fieldAnchor = (id: string): string => `field-${id}`;
export const errorAnchor = (id: string): string => `error-${id}`;

/** A question with its explanation above and what is wrong with the answer below. */
export function Field({ id, label, help, purpose, error, children }: PropsWithChildren<FieldProps>) {
  return (
    <View id={fieldAnchor(id)} className={styles.field}>
      {label === undefined ? null : <View className={styles.label}>{label}</View>}
      {help === undefined ? null : <View className={styles.help}>{help}</View>}
      {children}
      {error === undefined ? null : (
        <View id={errorAnchor(id)} className={styles.error} {...(isH5 ? { role: 'alert' } : {})}>
          <Icon name='warning' small />
          <View className={styles.errorText}>{error}</View>
        </View>
      )}
      {purpose === undefined ? null : <View className={styles.purpose}>用途：{purpose}</View>}
    </View>
  );
}
