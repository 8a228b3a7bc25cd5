import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/controls/button';
import { AttachmentsField } from '../../../../components/form/attachments-field';
import { Notice } from '../../../../components/notice';
import { MOST_ATTACHMENTS } from '../../../../contract/attachment';
import type { MessageAudience } from '../../../../contract/request/case';
import type { RequestView } from '../../../../contract/request/request';
import { useComposer } from '../../../../hooks/use-composer';
import { ChoiceField } from '../moves/fields/choice-field';
import { TemplatedField } from '../templated-field';
import styles from './log.module.scss';

const MOST = 1000;

const audiences = [
  { id: 'everyone', name: '发给企业', notes: ['企业和本单位都能看到'] },
  { id: 'inside', name: '内部备注', notes: ['只有工作人员能看到，企业看不到'] },
] as const satisfies readonly { id: MessageAudience; name: string; notes: readonly string[] }[];

const sends = { everyone: '发给企业', inside: '保存内部备注' } as const satisfies Record<MessageAudience, string>;

/** A message to the firm or a note inside: nothing goes out before it is said for whom it is. */
export function Composer({ request: { id, office }, onSaid }: { request: RequestView; onSaid: (request: RequestView) => void }) {
  const [audience, setAudience] = useState<MessageAudience | null>(null);
  const [unchosen, setUnchosen] = useState<string>();
  const { initial, mistake, attaching, fileMistake, busy, failure, type, send } = useComposer(id, onSaid);
  const { files, problem, add, remove, retry, open } = attaching;
  return (
    <>
      <TemplatedField
        id='message'
        label='写留言或备注'
        error={mistake}
        most={MOST}
        initial={initial}
        replies={audience === 'inside' ? [] : (office?.replies.filter(({ purpose }) => purpose === 'message') ?? [])}
        onInput={type}
      />
      <AttachmentsField id='message-files' label='附件（选填）' error={fileMistake} most={MOST_ATTACHMENTS} files={files} problem={problem} onAdd={add} onRemove={remove} onRetry={retry} onOpen={open} />
      <ChoiceField
        id='audience'
        label='给谁看'
        error={unchosen}
        choices={audiences}
        chosen={audience ?? ''}
        onChoose={(chosen) => {
          setAudience(chosen === 'inside' ? 'inside' : 'everyone');
          setUnchosen(undefined);
        }}
      />
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {`没有送出。${failure.message}写下的内容已保存在本机。`}
        </Notice>
      )}
      <View className={styles.action}>
        <Button
          look='plain'
          text={audience === null ? '发送' : sends[audience]}
          busy={busy}
          onPress={() => {
            if (audience === null) setUnchosen('请先选择给谁看。');
            else void send(audience);
          }}
        />
      </View>
    </>
  );
}
