import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Pressable } from '../../../components/controls/pressable';
import { TextField } from '../../../components/form/text-field';
import type { ReplyTemplate } from '../../../contract/request/office';
import styles from './templated-field.module.scss';

interface TemplatedFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly most: number;
  readonly initial?: string;
  readonly replies: readonly ReplyTemplate[];
  readonly onInput: (text: string) => void;
}

/** Text with ready-made words beside it, which can be tapped in and changed. */
export function TemplatedField({ id, label, help, error, most, initial = '', replies, onInput }: TemplatedFieldProps) {
  // The field keeps its own text; a new one takes its place when words are tapped in.
  const [field, setField] = useState({ number: 0, initial });
  const text = useRef(initial);
  const type = (typed: string) => {
    text.current = typed;
    onInput(typed);
  };
  const add = (words: string) => {
    const before = text.current.trimEnd();
    const longer = before === '' ? words : `${before}\n${words}`;
    type(longer);
    setField(({ number }) => ({ number: number + 1, initial: longer }));
  };
  return (
    <>
      <TextField key={field.number} id={id} label={label} help={help} error={error} multiline countTo={most} maxLength={most * 2} initial={field.initial} onInput={type} />
      {replies.length === 0 ? null : (
        <View className={styles.replies} aria-label='常用语'>
          {replies.map((reply) => (
            <Pressable
              key={reply.id}
              label={`填入：${reply.title}`}
              className={styles.reply}
              onPress={() => {
                add(reply.text);
              }}
            >
              {reply.title}
            </Pressable>
          ))}
        </View>
      )}
    </>
  );
}
