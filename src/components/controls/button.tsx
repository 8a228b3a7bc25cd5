import { isH5 } from '../../platform/environment';
import { Button as PlatformButton } from '@tarojs/components';
import { isSinglePage } from '../../platform/single-page';
import { Icon, type IconName } from '../icon';
import { Pressable } from './pressable';
import styles from './button.module.scss';

interface ButtonProps {
  readonly text: string;
  readonly onPress: () => void;
  /** `main`: what most people want here; one a screen. */
  readonly look?: 'main' | 'plain' | 'quiet' | 'danger';
  /** Shows that the work is under way and takes no second press. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly icon?: IconName;
  /** For a screen reader, where the same text stands at several things. It begins with the text. */
  readonly label?: string;
}

export function Button({ text, onPress, look = 'main', busy = false, disabled = false, icon, label }: ButtonProps) {
  return (
    <Pressable
      onPress={onPress}
      label={label}
      disabled={busy || disabled}
      className={`${styles.button} ${styles[look]} ${busy || disabled ? styles.off : ''}`}
    >
      {icon === undefined ? null : <Icon name={icon} small />}
      {busy ? `${text}，请稍候` : text}
    </Pressable>
  );
}

/** Opens WeChat's own way to pass the page on; only its native button may do that. Draws nothing on H5, nor in Moments. */
export function ShareButton({ text }: { text: string }) {
  if (isH5 || isSinglePage()) return null;
  return (
    <PlatformButton openType='share' className={`${styles.button} ${styles.plain} ${styles.native}`}>
      {text}
    </PlatformButton>
  );
}
