import { View } from '@tarojs/components';
import { useState } from 'react';
import { Field } from '../../../components/form/field';
import { isH5 } from '../../../platform/environment';
import { BrowserText } from './browser-text';
import styles from './markdown-field.module.scss';
import { WechatText } from './wechat-text';

/** Words of the body that somebody should look at; a new `turn` jumps there again. */
export interface Place {
  readonly turn: number;
  /** From 1; null where only the words are known. */
  readonly line: number | null;
  /** In the line, from 0; null where only the words are known. */
  readonly at: number | null;
  readonly excerpt: string;
}

export interface MarkdownFieldProps {
  readonly initial: string;
  readonly most: number;
  readonly error: string | undefined;
  readonly place: Place | null;
  /** Lets the person choose a picture of the library; null when none was chosen. */
  readonly pickPicture: () => Promise<{ readonly alt: string; readonly address: string } | null>;
  readonly onInput: (text: string) => void;
  readonly onLeave: () => void;
}

/** An article's body as it is written, with the marks within reach. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { initial, most, error, onInput } = props;
  const [length, setLength] = useState(() => lengthOf(initial));
  const counted = {
    ...props,
    onInput: (text: string) => {
      setLength(lengthOf(text));
      onInput(text);
    },
  };
  return (
    <Field id='markdown' label='正文' help='空一行分段。小标题、列表、表格等用下面的按钮加上。' error={error}>
      {isH5 ? <BrowserText {...counted} /> : <WechatText {...counted} />}
      <View className={`${styles.count} ${length > most ? styles.over : ''}`}>{`${length} / ${most} 字`}</View>
    </Field>
  );
}

/** In characters, an emoji being one, as the contract counts. */
const lengthOf = (text: string): number => Array.from(text).length;
