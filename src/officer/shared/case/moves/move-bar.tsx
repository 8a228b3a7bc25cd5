import { View } from '@tarojs/components';
import { Button } from '../../../../components/controls/button';
import type { RequestView } from '../../../../contract/request/request';
import type { Desk } from '../use-desk';
import { movesAtHand, moveTitle } from './move-forms';
import styles from './move-bar.module.scss';

interface MoveBarProps {
  readonly request: RequestView;
  readonly desk: Desk;
}

/** Whether there is anything to be done, or something is being prepared that may be given up. */
export const hasMoves = ({ request, desk }: MoveBarProps): boolean => {
  const { next, others } = movesAtHand(request);
  return desk.panel !== null || next !== null || others.length > 0;
};

/** The step that is expected next, and the way to all others. */
export function MoveBar({ request, desk: { panel, show } }: MoveBarProps) {
  const { next, others } = movesAtHand(request);
  if (panel !== null) {
    return (
      <View className={styles.moves}>
        <Button look='plain' text='先不' onPress={() => show(null)} />
      </View>
    );
  }
  return (
    <View className={styles.moves}>
      {others.length === 0 ? null : <Button look='plain' text='更多操作' onPress={() => show('more')} />}
      {next === null ? null : <Button text={moveTitle(next, request)} onPress={() => show(next)} />}
    </View>
  );
}
