import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { DateField } from '../../../components/form/date-field';
import { TextField } from '../../../components/form/text-field';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import { confirm, notify } from '../../../platform/notify';
import type { Desk } from '../use-desk';
import styles from './flow.module.scss';
import { MoveFailure, Overtaken } from './move-failure';
import { endOf } from './publish';
import { useMove } from './use-move';

export function Unschedule({ desk }: { desk: Desk }) {
  const move = useMove('manuscript.unschedule', desk);
  if (!desk.view.may.includes('unschedule')) return <Overtaken move={move} />;
  return (
    <View className={styles.move}>
      <MoveFailure move={move} />
      <Buttons>
        <Button look='plain' text='取消定时发布' busy={move.busy} onPress={() => void move.make({})} />
      </Buttons>
    </View>
  );
}

/** Above the others for a while, or no longer. */
export function Pin({ desk }: { desk: Desk }) {
  const move = useMove('manuscript.pin', desk);
  const [mistake, setMistake] = useState<string>();
  if (!desk.view.may.includes('pin')) return <Overtaken move={move} />;
  const { pinUntil: until } = desk.entered;
  const isPinned = (desk.view.public?.pinnedUntil ?? null) !== null;
  const pin = async () => {
    setMistake(until === '' ? '请选择置顶到哪一天。' : undefined);
    if (until === '' || !(await move.make({ pinnedUntil: endOf(until) }))) return;
    desk.enter({ pinUntil: '' });
    notify('已置顶');
  };
  return (
    <View className={styles.move}>
      <Heading text='置顶' />
      {desk.view.revision === 0 ? <Notice tone='info'>这篇内容来自活动资料。置顶后归编辑部管理，活动资料以后的更正不会再更新到这里。</Notice> : null}
      <DateField id='pinUntil' label='置顶到哪一天' chosen={until} error={mistake ?? move.error?.fields?.pinnedUntil} onChoose={(pinUntil) => { desk.enter({ pinUntil }); }} />
      <MoveFailure move={move} fields={['pinnedUntil']} />
      <Buttons>
        <Button look='plain' text='置顶' busy={move.busy} onPress={() => void pin()} />
        {isPinned ? <Button look='plain' text='取消置顶' disabled={move.busy} onPress={() => void move.make({ pinnedUntil: null })} /> : null}
      </Buttons>
    </View>
  );
}

const MOST_REASON = 100;

/** Takes the article from the public, with the reason that its page then shows. */
export function Withdraw({ desk }: { desk: Desk }) {
  const move = useMove('manuscript.withdraw', desk);
  if (!desk.view.may.includes('withdraw')) return <Overtaken move={move} />;
  const { reason } = desk.entered;
  const withdraw = async () => {
    const yes = await confirm({ title: '撤下这篇内容', text: '公众马上看不到正文，原来的链接显示撤下的时间和原因。', yes: '撤下' });
    if (!yes || !(await move.make({ note: reason }))) return;
    desk.enter({ reason: '' });
    notify('已撤下');
  };
  return (
    <View className={styles.move}>
      <Heading text='撤下' />
      <TextField
        id='withdrawal'
        label='撤下的原因'
        help='公众在原来的链接里能看到，5 到 100 个字。'
        initial={reason}
        countTo={MOST_REASON}
        error={move.error?.fields?.note}
        onInput={(text) => {
          desk.enter({ reason: text });
        }}
      />
      <MoveFailure move={move} fields={['note']} />
      <Buttons>
        <Button look='danger' text='撤下' busy={move.busy} onPress={() => void withdraw()} />
      </Buttons>
    </View>
  );
}
