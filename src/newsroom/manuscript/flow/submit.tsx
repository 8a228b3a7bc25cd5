import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import { notify } from '../../../platform/notify';
import type { Desk } from '../use-desk';
import styles from './flow.module.scss';
import { MoveFailure, Overtaken } from './move-failure';
import { useMove } from './use-move';

/** Handing the manuscript to another person. `mustCount`: what is known to stand in the way. */
export function Submit({ desk, mustCount, onShowPoints }: { desk: Desk; mustCount: number; onShowPoints: () => void }) {
  const move = useMove('manuscript.submit', desk);
  if (!desk.view.may.includes('submit')) return <Overtaken move={move} />;
  const submit = async () => {
    if (await move.make({})) notify('已提交，等另一位编辑审核');
  };
  return (
    <View className={styles.move}>
      <Heading text='提交审核' />
      <View className={styles.explain}>由另一位编辑审核，通过后才能发布。审核期间修改稿件，需要重新提交。</View>
      {mustCount === 0 ? null : <Notice tone='promise'>{`还有 ${mustCount} 处必须修改。`}</Notice>}
      <MoveFailure move={move} />
      <Buttons>
        <Button text='提交审核' busy={move.busy} onPress={() => void submit()} />
        {mustCount === 0 ? null : <Button look='plain' text='查看问题' onPress={onShowPoints} />}
      </Buttons>
    </View>
  );
}
