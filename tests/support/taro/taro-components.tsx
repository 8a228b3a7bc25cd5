import { createElement, type FocusEvent, type FormEvent, type PropsWithChildren } from 'react';

/** The platform's controls as a browser draws them: what a person meets passes, Taro's own settings do not. */
type Props = PropsWithChildren<Record<string, unknown>>;

const MET = /^(aria-.+|role|id|className|tabIndex|style|on[A-Z].*|children|data-.+)$/;

const met = (props: Props): Props => Object.fromEntries(Object.entries(props).filter(([name]) => MET.test(name)));

const box = (tag: string) =>
  function Box(props: Props) {
    return createElement(tag, met(props));
  };

interface Typed {
  readonly onInput?: (event: { detail: { value: string } }) => void;
  readonly onBlur?: (event: { detail: { value: string } }) => void;
  readonly onConfirm?: (event: { detail: { value: string } }) => void;
  readonly value?: string;
  readonly defaultValue?: string;
  readonly type?: string;
  readonly maxlength?: number;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Taro's fields tell their text in `detail`. */
const typing = (tag: 'input' | 'textarea') =>
  function TypingField(props: Typed & Props) {
    const { onInput, onBlur, onConfirm, value, defaultValue, maxlength, placeholder, disabled, ...rest } = props;
    return createElement(tag, {
      ...met(rest),
      ...(value === undefined ? { defaultValue } : { value, onChange: () => undefined }),
      maxLength: maxlength,
      placeholder,
      disabled,
      onInput: (event: FormEvent<Field>) => onInput?.({ detail: { value: event.currentTarget.value } }),
      onBlur: (event: FocusEvent<Field>) => onBlur?.({ detail: { value: event.currentTarget.value } }),
      onKeyDown: (event: { key: string; currentTarget: Field }) => {
        if (event.key === 'Enter') onConfirm?.({ detail: { value: event.currentTarget.value } });
      },
    });
  };

export const View = box('div');
export const Text = box('span');
export const ScrollView = box('div');
export const Button = box('button');
/** On H5 the words of a picture belong to the element inside. */
export const Image = ({ imgProps, ...props }: Props) => {
  const { alt = '' } = (imgProps ?? {}) as { alt?: string };
  return createElement('span', { ...met(props), ...(alt === '' ? {} : { role: 'img', 'aria-label': alt }) });
};
export const RichText = box('div');
export const Video = box('video');
export const Input = typing('input');
export const Textarea = typing('textarea');
