import { View } from '@tarojs/components';
import type { CallError } from '../platform/call';
import { isH5 } from '../platform/environment';
import { Button } from './controls/button';
import { Icon, type IconName } from './icon';
import styles from './empty.module.scss';

interface EmptyProps {
  readonly icon?: IconName;
  readonly title: string;
  /** What will come here, or what one can do. */
  readonly text: string;
  readonly action?: { readonly text: string; readonly onPress: () => void };
}

export function Empty({ icon = 'empty', title, text, action }: EmptyProps) {
  return (
    <View className={styles.empty}>
      <View className={styles.icon}>
        <Icon name={icon} />
      </View>
      <View className={styles.title}>{title}</View>
      <View className={styles.text}>{text}</View>
      {action === undefined ? null : (
        <View className={styles.action}>
          <Button text={action.text} look='plain' onPress={action.onPress} />
        </View>
      )}
    </View>
  );
}

const titles: Partial<Record<CallError['code'], string>> = {
  offline: '没有连上服务',
  not_found: '没有找到',
  // Nothing was typed on a page that only reads: its address is wrong.
  invalid_input: '没有找到',
  forbidden: '当前身份不能查看',
};

/** Says that something failed, which is never the same as there being nothing. */
export function Failure({ error, onRetry }: { error: CallError; onRetry: () => void }) {
  return (
    <View {...(isH5 ? { role: 'alert' } : {})}>
      <Empty
        icon={error.code === 'offline' ? 'offline' : 'warning'}
        title={titles[error.code] ?? '暂时打不开'}
        text={error.code === 'invalid_input' ? '链接可能不完整，请从首页重新进入。' : error.message}
        action={{ text: '重试', onPress: onRetry }}
      />
    </View>
  );
}

/** The shape of what is coming, while it is coming. */
export function Skeleton({ rows = 4 }: { rows?: number | undefined }) {
  return (
    <View className={styles.skeleton} aria-label='正在加载' {...(isH5 ? { role: 'status' } : {})}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className={styles.bone} />
      ))}
    </View>
  );
}
