import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import type { EssayView } from '../../contract/essay';
import { useChange } from '../../hooks/use-change';
import { confirm, notify } from '../../platform/notify';
import styles from './index.module.scss';

type Decision = 'accept' | 'return' | 'decline' | 'take-down';

const decisions = [
  { id: 'accept', text: '入选展示', look: 'main', done: '已入选，作者会收到通知' },
  { id: 'return', text: '退回修改', look: 'plain', done: '已退回，作者会收到意见' },
  { id: 'decline', text: '不入选', look: 'danger', done: '已记录，作者会收到通知' },
  { id: 'take-down', text: '撤下展示', look: 'danger', done: '已撤下，作者会收到通知' },
] as const;

interface ReviewProps {
  readonly essay: EssayView;
  readonly onChanged: () => void;
}

/** What the reviewer decides, with a word to the author. */
export function Review({ essay: { id, version, moves, mine }, onChanged }: ReviewProps) {
  const note = useRef('');
  const [mistake, setMistake] = useState<string>();
  const { busy, error, send } = useChange('essay.review');
  const possible = decisions.filter((decision) => moves.includes(decision.id));
  if (possible.length === 0) return mine ? <Notice tone='info'>这是您自己的作品，由其他编辑评审。</Notice> : null;

  const decide = async (decision: Decision, text: string, done: string) => {
    const words = note.current.trim();
    const missing = decision !== 'accept' && words === '';
    setMistake(missing ? '请写明理由或修改意见，作者会看到。' : undefined);
    if (missing) return;
    if (decision === 'take-down' && !(await confirm({ title: text, text: '作品将不再展示，作者会看到理由。', yes: '撤下' }))) return;
    const result = await send({ id, version, decision, note: words === '' ? null : words });
    if (result.ok) notify(done);
    else setMistake(result.error.fields?.note);
    if (result.ok || result.error.code === 'conflict') onChanged();
  };

  return (
    <View className={styles.review}>
      <TextField
        id='note'
        label='评审意见'
        help='入选可以不写；退回、不入选和撤下要写明理由，作者会看到。'
        initial=''
        error={mistake}
        multiline
        countTo={300}
        onInput={(value) => {
          note.current = value;
        }}
      />
      {error === null || error.fields !== undefined ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      <Buttons>
        {possible.map(({ id: decision, text, look, done }) => (
          <Button key={decision} look={look} text={text} busy={busy} onPress={() => void decide(decision, text, done)} />
        ))}
      </Buttons>
    </View>
  );
}
