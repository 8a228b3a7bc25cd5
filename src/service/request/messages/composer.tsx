import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { TextField } from '../../../components/form/text-field';
import { Notice } from '../../../components/notice';
import type { RequestView } from '../../../contract/request/request';
import styles from './messages.module.scss';
import { useComposer } from './use-composer';

const MOST = 1000;

/** A message to the other side; what was typed and not sent is there again next time. */
export function Composer({ request, onSaid }: { request: RequestView; onSaid: (request: RequestView) => void }) {
  const { round, initial, mistake, busy, failure, type, send } = useComposer(request.id, onSaid);
  return (
    <>
      <TextField
        // The field keeps its own text; an empty one takes its place when the message is sent.
        key={round}
        id='message'
        label='写留言'
        help='办理单位会看到，并在这里答复。'
        multiline
        countTo={MOST}
        maxLength={MOST * 2}
        initial={initial}
        error={mistake}
        onInput={type}
      />
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {`没有送出。${failure.message}写下的内容已保存在本机。`}
        </Notice>
      )}
      <View className={styles.action}>
        <Button look='plain' text='发送留言' busy={busy} onPress={() => void send()} />
      </View>
    </>
  );
}
