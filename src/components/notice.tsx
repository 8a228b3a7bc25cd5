import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { isH5 } from '../platform/environment';
import { Icon, type IconName } from './icon';
import styles from './notice.module.scss';

type Tone = 'info' | 'promise' | 'good' | 'wrong';

const icons = { info: 'info', promise: 'clock', good: 'check', wrong: 'warning' } as const satisfies Record<Tone, IconName>;

/** Words that stand out from the page. `alert`: read out at once when it appears. */
export function Notice({ tone, alert = false, children }: PropsWithChildren<{ tone: Tone; alert?: boolean }>) {
  return (
    <View className={`${styles.notice} ${styles[tone]}`} {...(alert && isH5 ? { role: 'alert' } : {})}>
      <View className={styles.icon}>
        <Icon name={icons[tone]} small />
      </View>
      <View className={styles.words}>{children}</View>
    </View>
  );
}
