import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import * as v from 'valibot';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import { eventOfficeActions } from '../../contract/booking/office';
import type { CallError } from '../../platform/call';
import { confirm } from '../../platform/notify';
import styles from './index.module.scss';

const { note: noteSchema } = eventOfficeActions['event.cancel'].input.entries;

interface CancelPanelProps {
  readonly id: string;
  /** What the button does. */
  readonly text: string;
  readonly help: string;
  /** What cannot be undone, asked once more before. */
  readonly question: string;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly onCancel: (note: string) => void;
  readonly onLeave: () => void;
}

/** Cancels something that people count on, who are told why. */
export function CancelPanel({ id, text, help, question, busy, error, onCancel, onLeave }: CancelPanelProps) {
  const note = useRef('');
  const [mistake, setMistake] = useState<string>();
  const cancel = async () => {
    const { issues } = v.safeParse(noteSchema, note.current);
    setMistake(issues?.[0].message);
    if (!issues && (await confirm({ title: text, text: question, yes: '确认取消' }))) onCancel(note.current);
  };
  return (
    <View className={styles.panel}>
      <TextField
        id={id}
        label='取消的原因'
        help={help}
        multiline
        countTo={200}
        initial=''
        error={mistake ?? error?.fields?.note}
        onInput={(typed) => {
          note.current = typed;
        }}
      />
      {error === null || error.fields !== undefined ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      <Buttons>
        <Button look='danger' text={text} busy={busy} onPress={() => void cancel()} />
        <Button look='quiet' text='返回' disabled={busy} onPress={onLeave} />
      </Buttons>
    </View>
  );
}
