import { View } from '@tarojs/components';
import styles from './icon.module.scss';

export type IconName =
  | 'back'
  | 'book'
  | 'check'
  | 'clock'
  | 'contest'
  | 'cross'
  | 'document'
  | 'elder'
  | 'empty'
  | 'home'
  | 'inbox'
  | 'info'
  | 'link'
  | 'me'
  | 'news'
  | 'next'
  | 'offline'
  | 'search'
  | 'service'
  | 'share'
  | 'shield'
  | 'warning';

/** A drawing in the colour of the text around it. It carries no name: the control or text beside it does. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return <View className={`${styles.icon} ${small ? styles.small : ''} ${styles[name]}`} />;
}
