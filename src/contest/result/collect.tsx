import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { Output } from '../../contract/actions';
import type { ResultQuestion } from '../../contract/contest/attempt';
import { useChange } from '../../hooks/use-change';
import { open } from '../../platform/navigation';
import styles from './collect.module.scss';

/** The notebook shows the answer, so it waits until that is told. */
export const mayCollect = ({ key, voided, earned, points }: ResultQuestion): boolean => key !== null && !voided && earned !== null && earned < points;

const collectedWords = ({ addedCount, total }: Output<'wrong-question.collect'>): string =>
  addedCount === 0 ? `没有要新收进的题，错题本里现有 ${total} 题。` : `新收进 ${addedCount} 题，错题本里现有 ${total} 题，明天起按间隔复习。`;

/** What cost points here, taken into the 错题本 at once. */
export function Collect({ attemptId }: { attemptId: string }) {
  const { busy, error, send } = useChange('wrong-question.collect');
  const [collected, setCollected] = useState<Output<'wrong-question.collect'> | null>(null);
  const collect = async () => {
    const result = await send({ attemptId });
    if (result.ok) setCollected(result.data);
  };

  return (
    <View className={styles.collect}>
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {`没有收进错题本。${error.message}`}
        </Notice>
      )}
      {collected === null ? null : (
        <Notice tone='good' alert>
          {collectedWords(collected)}
        </Notice>
      )}
      <View className={styles.action}>
        {collected === null ? (
          <Button look='plain' icon='book' text='把答错的题收进错题本' busy={busy} onPress={() => void collect()} />
        ) : (
          <Button look='plain' icon='book' text='去错题本' onPress={() => open('/contest/wrong-questions/index')} />
        )}
      </View>
    </View>
  );
}
