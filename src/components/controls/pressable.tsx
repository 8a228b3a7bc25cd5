import { View } from '@tarojs/components';
import type { CSSProperties, KeyboardEvent, PropsWithChildren } from 'react';
import { isH5 } from '../../platform/environment';
import { isSinglePage } from '../../platform/single-page';

type Role = 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab';

export interface PressableProps {
  readonly onPress: () => void;
  /** Needed where the children are not text that names the control. */
  readonly label?: string | undefined;
  readonly role?: Role;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  /** The page or step that this control stands for is the one shown. */
  readonly current?: boolean;
  readonly className?: string | undefined;
  readonly id?: string;
  /** Where it stands, which no class can say. */
  readonly style?: CSSProperties;
}

const CHECKABLE: readonly Role[] = ['radio', 'checkbox', 'switch'];

/** The attributes a browser's screen reader and keyboard need; Taro gives its elements none of them on H5. */
function browserAttributes({ role = 'button', checked, disabled, expanded, current, onPress }: PressableProps) {
  return {
    role,
    tabIndex: disabled ? -1 : 0,
    ...(CHECKABLE.includes(role) ? { 'aria-checked': checked ?? false } : {}),
    ...(role === 'tab' ? { 'aria-selected': checked ?? false } : {}),
    ...(disabled ? { 'aria-disabled': true } : {}),
    ...(expanded === undefined ? {} : { 'aria-expanded': expanded }),
    ...(current ? { 'aria-current': 'page' } : {}),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget) return;
      if (event.key !== 'Enter' && (event.key !== ' ' || role === 'link')) return;
      event.preventDefault();
      if (!disabled) onPress();
    },
  };
}

function weappAttributes({ role = 'button', checked, disabled, current }: PressableProps) {
  return {
    'aria-role': role,
    ...(CHECKABLE.includes(role) ? { 'aria-checked': checked ?? false } : {}),
    ...(role === 'tab' || current ? { 'aria-checked': checked ?? current ?? false } : {}),
    ...(disabled ? { 'aria-disabled': true } : {}),
  };
}

/**
 * Anything that can be pressed: by finger, mouse, keyboard or screen reader, on both platforms. A link of a page that stands
 * alone in Moments leads nowhere, so it is no more than what it says.
 */
export function Pressable(props: PropsWithChildren<PressableProps>) {
  const { onPress, label, disabled, className, id, style, children } = props;
  if (props.role === 'link' && isSinglePage()) return <View className={className ?? ''}>{children}</View>;
  const attributes = isH5 ? browserAttributes(props) : weappAttributes(props);
  return (
    <View
      className={`pressable ${className ?? ''}`}
      hoverClass={disabled ? 'none' : 'pressed'}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(id === undefined ? {} : { id })}
      {...(style === undefined ? {} : { style })}
      {...attributes}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </View>
  );
}
