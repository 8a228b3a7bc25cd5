import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { AttachmentsField } from '../../../components/form/attachments-field';
import { TextField } from '../../../components/form/text-field';
import { Notice } from '../../../components/notice';
import { MOST_ATTACHMENTS } from '../../../contract/attachment';
import type { RequestView } from '../../../contract/request/request';
import { useComposer } from '../../../hooks/use-composer';
import styles from './messages.module.scss';

const MOST = 1000;

/** A message to the other side; what was typed and not sent is there again next time. */
export function Composer({ request, onSaid }: { request: RequestView; onSaid: (request: RequestView) => void }) {
  const { initial, mistake, attaching, fileMistake, busy, failure, type, send } = useComposer(request.id, onSaid);
  const { files, problem, add, remove, retry, open } = attaching;
  return (
    <>
      <TextField id='message' label='写留言' help='办理单位会看到，并在这里答复。' multiline countTo={MOST} maxLength={MOST * 2} initial={initial} error={mistake} onInput={type} />
      <AttachmentsField
        id='message-files'
        label='附件（选填）'
        error={fileMistake}
        most={MOST_ATTACHMENTS}
        files={files}
        problem={problem}
        onAdd={add}
        onRemove={remove}
        onRetry={retry}
        onOpen={open}
      />
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {`没有送出。${failure.message}写下的内容已保存在本机。`}
        </Notice>
      )}
      <View className={styles.action}>
        <Button look='plain' text='发送留言' busy={busy} onPress={() => void send('everyone')} />
      </View>
    </>
  );
}
