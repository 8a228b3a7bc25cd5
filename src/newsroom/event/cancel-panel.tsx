import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import * as v from 'valibot';
import { Button } from '../../components/controls/button';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import type { EventView } from '../../contract/booking/event';
import { eventOfficeActions } from '../../contract/booking/office';
import { useChange } from '../../hooks/use-change';
import { confirm } from '../../platform/notify';
import styles from './index.module.scss';

const { note: noteSchema } = eventOfficeActions['event.cancel'].input.entries;

interface CancelPanelProps {
  readonly event: EventView;
  readonly onCancelled: (event: EventView) => void;
  readonly onConflict: () => void;
  readonly onLeave: () => void;
}

/** Cancels the event with its bookings; everybody is told why. */
export function CancelPanel({ event: { id, version, title }, onCancelled, onConflict, onLeave }: CancelPanelProps) {
  const note = useRef('');
  const [mistake, setMistake] = useState<string>();
  const { busy, error, send } = useChange('event.cancel');
  const cancel = async () => {
    const { issues } = v.safeParse(noteSchema, note.current);
    setMistake(issues?.[0].message);
    if (issues || !(await confirm({ title: '取消这一场', text: `“${title}”的预约和候补将全部取消，并把原因通知每一位，不能恢复。`, yes: '确认取消' }))) return;
    const result = await send({ id, version, note: note.current });
    if (result.ok) onCancelled(result.data);
    else {
      setMistake(result.error.fields?.note);
      if (result.error.code === 'conflict') onConflict();
    }
  };
  return (
    <View className={styles.panel}>
      <TextField
        id='note'
        label='取消的原因'
        help='会通知每一位预约和候补的人，也显示在公开页面上。'
        multiline
        countTo={200}
        initial=''
        error={mistake}
        onInput={(text) => {
          note.current = text;
        }}
      />
      {error === null || error.fields !== undefined ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      <View className={styles.tools}>
        <Button look='danger' text='取消这一场' busy={busy} onPress={() => void cancel()} />
        <Button look='quiet' text='返回' disabled={busy} onPress={onLeave} />
      </View>
    </View>
  );
}
