import { View } from '@tarojs/components';
import { useState } from 'react';
import { Pressable } from '../../components/controls/pressable';
import { TextField } from '../../components/form/text-field';
import type { Moves } from './use-moves';
import styles from './panel.module.scss';

const commonReasons = [
  '请写明产品名称、规格和执行的标准。',
  '请写明遇到的具体问题，以及希望专家解答的内容。',
  '请对照营业执照核对统一社会信用代码。',
  '联系电话没有打通，请核对联系人和电话。',
] as const;

/** What the firm is asked for; common words can be tapped in and changed. */
export function ReturnPanel({ moves: { reason, typeReason, checkReason, reasonError } }: { moves: Moves }) {
  // The field keeps its own text; a new one takes its place when words are tapped in.
  const [field, setField] = useState({ number: 0, initial: reason() });
  const add = (words: string) => {
    const text = reason().trimEnd();
    const longer = text === '' ? words : `${text}\n${words}`;
    typeReason(longer);
    setField(({ number }) => ({ number: number + 1, initial: longer }));
    if (reasonError !== undefined) checkReason();
  };
  return (
    <View className={styles.panel}>
      <TextField
        key={field.number}
        id='reason'
        label='需要补充的内容'
        help='企业会看到这段话，请写清缺什么、怎么补。点下面的常用语可以填入，再修改。'
        multiline
        initial={field.initial}
        error={reasonError}
        onInput={typeReason}
        onLeave={(text) => {
          if (text.trim() !== '') checkReason();
        }}
      />
      <View className={styles.common} aria-label='常用语'>
        {commonReasons.map((words) => (
          <Pressable
            key={words}
            className={styles.words}
            onPress={() => {
              add(words);
            }}
          >
            {words}
          </Pressable>
        ))}
      </View>
    </View>
  );
}
