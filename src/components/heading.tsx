import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { isH5 } from '../platform/environment';
import { isSinglePage } from '../platform/single-page';
import { Icon } from './icon';
import { Pressable } from './controls/pressable';
import styles from './heading.module.scss';

/** Text that is a heading for a screen reader. */
export function HeadingText({ level, className, children }: PropsWithChildren<{ level: 1 | 2 | 3 | 4; className?: string | undefined }>) {
  const attributes = isH5 ? { role: 'heading', 'aria-level': level } : { 'aria-role': 'heading' };
  return (
    <View className={className ?? ''} {...attributes}>
      {children}
    </View>
  );
}

interface HeadingProps {
  readonly text: string;
  /** The way to the rest of what the section shows. */
  readonly more?: { readonly text: string; readonly label: string; readonly onPress: () => void };
}

/** A section's heading. */
export function Heading({ text, more }: HeadingProps) {
  return (
    <View className={styles.heading}>
      <HeadingText level={2} className={styles.text}>
        {text}
      </HeadingText>
      {more === undefined || isSinglePage() ? null : (
        <Pressable role='link' label={more.label} className={styles.more} onPress={more.onPress}>
          {more.text}
          <Icon name='next' small />
        </Pressable>
      )}
    </View>
  );
}
