import { Input, Textarea, View } from '@tarojs/components';
import { useState, type KeyboardEvent } from 'react';
import { isH5 } from '../../platform/environment';
import { errorAnchor, Field } from './field';
import styles from './text-field.module.scss';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly purpose?: string | undefined;
  readonly error?: string | undefined;
  /** What it starts with. The field keeps its own text: a controlled one would travel with every setData. */
  readonly initial: string;
  /** With every keystroke, for a draft. */
  readonly onInput: (value: string) => void;
  /** When the person leaves the field, for its check. */
  readonly onLeave?: (value: string) => void;
  /** With the key that ends the typing of one line, where this field is all there is to send. */
  readonly onEnter?: () => void;
  readonly type?: 'text' | 'phone' | 'code' | 'digits';
  /** Room for several lines. */
  readonly multiline?: boolean;
  /** Says how many of so many characters are written. */
  readonly countTo?: number;
  /** Far above the real limit, so that a long paste is told and not cut. */
  readonly maxLength?: number;
}

/** One line or several of text under its label. */
export function TextField({ countTo, ...props }: TextFieldProps) {
  const { id, label, help, purpose, error, initial, onInput } = props;
  const [first] = useState(initial);
  const [length, setLength] = useState(() => lengthOf(initial));
  const counted = {
    ...props,
    // Given anew while somebody types, WeChat would put it in place of what was typed since.
    initial: first,
    onInput: (text: string) => {
      onInput(text);
      if (countTo !== undefined) setLength(lengthOf(text));
    },
  };
  return (
    <Field id={id} label={label} help={help} purpose={purpose} error={error}>
      {isH5 ? <BrowserText {...counted} /> : <WechatText {...counted} />}
      {countTo === undefined ? null : <View className={`${styles.count} ${length > countTo ? styles.over : ''}`}>{`${length} / ${countTo} 字`}</View>}
    </Field>
  );
}

/** In characters, an emoji being one, as the contract counts. */
const lengthOf = (text: string): number => Array.from(text.trim()).length;

const DEFAULT_MAX_LENGTH = 1000;

const look = (error: string | undefined, multiline: boolean): string =>
  `${styles.input} ${error === undefined ? '' : styles.wrong} ${multiline ? styles.lines : ''}`;

// What a browser may fill in by itself (WCAG 1.3.5), and which keys it offers.
const browserTypes = {
  text: {},
  phone: { autoComplete: 'tel', inputMode: 'tel' },
  code: { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false },
  digits: { autoComplete: 'off', inputMode: 'numeric' },
} as const;

// The browser's own elements: Taro's Input empties an uncontrolled field whenever it is drawn again, and its
// Textarea hides in a web component where no label reaches it.
function BrowserText({ id, label, error, initial, onInput, onLeave, onEnter, type = 'text', multiline = false, maxLength = DEFAULT_MAX_LENGTH }: Omit<TextFieldProps, 'countTo'>) {
  const attributes = {
    className: look(error, multiline),
    'aria-label': label,
    'aria-invalid': error !== undefined,
    'aria-describedby': error === undefined ? undefined : errorAnchor(id),
    defaultValue: initial,
    maxLength,
    onInput: (event: { currentTarget: { value: string } }) => {
      onInput(event.currentTarget.value);
    },
    onBlur: (event: { currentTarget: { value: string } }) => {
      onLeave?.(event.currentTarget.value);
    },
  };
  // The same key chooses among an input method's words.
  const sendOnEnter = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === 'Enter' && !nativeEvent.isComposing) onEnter?.();
  };
  return multiline ? <textarea {...attributes} /> : <input {...attributes} {...browserTypes[type]} onKeyDown={sendOnEnter} />;
}

function WechatText({ label, error, initial, onInput, onLeave, onEnter, type = 'text', multiline = false, maxLength = DEFAULT_MAX_LENGTH }: Omit<TextFieldProps, 'countTo'>) {
  const attributes = {
    className: look(error, multiline),
    'aria-label': label,
    defaultValue: initial,
    maxlength: maxLength,
    onInput: (event: { detail: { value: string } }) => {
      onInput(event.detail.value);
    },
    onBlur: (event: { detail: { value: string } }) => {
      onLeave?.(event.detail.value);
    },
  };
  return multiline ? <Textarea {...attributes} /> : <Input {...attributes} type={type === 'digits' ? 'number' : 'text'} {...(onEnter === undefined ? {} : { onConfirm: onEnter })} />;
}
