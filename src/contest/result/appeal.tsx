import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import * as v from 'valibot';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import { attemptActions, type AppealView, type ResultQuestion } from '../../contract/contest/attempt';
import { useChange } from '../../hooks/use-change';
import styles from './appeal.module.scss';

const stateWords = {
  open: '申诉已收到，工作人员正在核对这道题。',
  kept: '经核对，这道题维持原来的答案。',
  upheld: '申诉成立，这道题已经更正，受影响的答卷重新计分。',
} as const satisfies Record<AppealView['state'], string>;

const tones = { open: 'promise', kept: 'info', upheld: 'good' } as const;

interface AppealProps {
  readonly attemptId: string;
  readonly question: ResultQuestion;
  readonly mayAppeal: boolean;
  readonly onAppealed: (appeal: AppealView) => void;
}

/** The caller's appeal on a question: how it stands, or the way to file one. */
export function Appeal({ attemptId, question: { id, appeal }, mayAppeal, onAppealed }: AppealProps) {
  const [writing, setWriting] = useState(false);
  if (appeal !== null) return <Filed appeal={appeal} />;
  if (!mayAppeal) return null;
  if (!writing) {
    return (
      <View className={styles.offer}>
        <Button look='quiet' text='对这道题有异议' onPress={() => setWriting(true)} />
      </View>
    );
  }
  return <AppealForm attemptId={attemptId} questionId={id} onCancel={() => setWriting(false)} onAppealed={onAppealed} />;
}

function Filed({ appeal: { state, reason, reply } }: { appeal: AppealView }) {
  return (
    <>
      <Notice tone={tones[state]}>{stateWords[state]}</Notice>
      <View className={styles.told}>{`我的申诉：${reason}`}</View>
      {reply === null ? null : <View className={styles.told}>{`答复：${reply}`}</View>}
    </>
  );
}

interface AppealFormProps {
  readonly attemptId: string;
  readonly questionId: string;
  readonly onCancel: () => void;
  readonly onAppealed: (appeal: AppealView) => void;
}

function AppealForm({ attemptId, questionId, onCancel, onAppealed }: AppealFormProps) {
  const reason = useRef('');
  const [mistake, setMistake] = useState<string>();
  const { busy, error, send } = useChange('appeal.submit');

  const submit = async () => {
    const input = { attemptId, questionId, reason: reason.current };
    const checked = v.safeParse(attemptActions['appeal.submit'].input, input);
    setMistake(checked.success ? undefined : checked.issues[0].message);
    if (!checked.success) return;
    const result = await send(input);
    if (result.ok) onAppealed(result.data);
    else setMistake(result.error.fields?.reason);
  };

  return (
    <View className={styles.form}>
      <TextField
        id={`reason-${questionId}`}
        label='申诉理由'
        help='请写明题干、选项或答案哪里不妥，最好说明依据。10 到 300 个字。'
        purpose='供工作人员核对题目，不公开您的姓名。'
        multiline
        initial=''
        error={mistake}
        onInput={(text) => {
          reason.current = text;
        }}
      />
      {error === null || error.fields !== undefined ? null : (
        <Notice tone='wrong' alert>
          {`没有提交。${error.message}`}
        </Notice>
      )}
      <Buttons>
        <Button look='plain' text='取消' onPress={onCancel} />
        <Button text='提交申诉' busy={busy} onPress={() => void submit()} />
      </Buttons>
    </View>
  );
}
