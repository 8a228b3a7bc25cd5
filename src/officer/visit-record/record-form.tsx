import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { AttachmentsField } from '../../components/form/attachments-field';
import { TextField } from '../../components/form/text-field';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { RequestView } from '../../contract/request/request';
import type { VisitRecord } from '../../contract/visit/visit';
import styles from './index.module.scss';
import { PromiseFields } from './promise-fields';
import { useRecord } from './use-record';

const MOST_PROMISES = 10;
const MOST_CHARACTERS = 1000;

interface RecordFormProps {
  readonly request: RequestView;
  /** As it was saved before; null the first time. */
  readonly record: VisitRecord | null;
  /** The half-day that was agreed, in words. */
  readonly when: string;
  readonly onSaved: () => void;
  readonly onRefresh: () => Promise<void>;
  /** Gives up mending. */
  readonly onLeave: () => void;
}

export function RecordForm({ request, record, when, onSaved, onRefresh, onLeave }: RecordFormProps) {
  const { initial, restored, promises, attaching, mostPhotos, mistakes, failure, busy, ...recording } = useRecord(request, record);
  const { files, problem, add, remove, retry, open } = attaching;
  const save = async () => {
    if (await recording.save()) onSaved();
  };
  return (
    <View className={styles.form}>
      <Heading text={record === null ? '填写上门记录' : '修改上门记录'} />
      <Notice tone='info'>{restored ? '继续上次没有保存的内容。' : `约定的时间是 ${when}。填写的内容随时存在本机，没有网络也可以先写。`}</Notice>
      <TextField
        id='findings'
        label='现场情况'
        help='看到了什么，问题在哪里。'
        multiline
        countTo={MOST_CHARACTERS}
        maxLength={MOST_CHARACTERS * 2}
        initial={initial.findings}
        error={mistakes.findings}
        onInput={(text) => {
          recording.type('findings', text);
        }}
      />
      <TextField
        id='policies'
        label='讲解的政策'
        help='可以不填。'
        multiline
        countTo={MOST_CHARACTERS}
        maxLength={MOST_CHARACTERS * 2}
        initial={initial.policies}
        error={mistakes.policies}
        onInput={(text) => {
          recording.type('policies', text);
        }}
      />
      <Heading text='后续事项' />
      {promises.map((promise, index) => (
        <PromiseFields
          key={promise.key}
          number={index + 1}
          promise={promise}
          mistakes={{ text: mistakes[`promises.${index}.text`], dueOn: mistakes[`promises.${index}.dueOn`] }}
          onChange={(change) => {
            recording.changePromise(promise.key, change);
          }}
          onRemove={() => {
            recording.removePromise(promise.key);
          }}
        />
      ))}
      <Button look='plain' text='添加后续事项' disabled={promises.length >= MOST_PROMISES} onPress={recording.addPromise} />
      <AttachmentsField
        id='photoIds'
        label='现场照片'
        help='可以不添加。请勿拍到无关的人和保密的内容。'
        error={mistakes.photoIds ?? mistakes.attachments}
        most={mostPhotos}
        files={files}
        problem={problem}
        onAdd={add}
        onRemove={remove}
        onRetry={retry}
        onOpen={open}
      />
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {`${failure.message}填写的内容已存在本机。`}
        </Notice>
      )}
      {failure?.code === 'conflict' ? <Button look='plain' text='刷新' onPress={() => void onRefresh()} /> : null}
      <Buttons>
        <Button text='保存记录' busy={busy} onPress={() => void save()} />
        {record === null ? null : <Button look='quiet' text='放弃修改' disabled={busy} onPress={onLeave} />}
      </Buttons>
    </View>
  );
}
