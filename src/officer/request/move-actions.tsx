import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import type { RequestMove } from '../../contract/request/request';
import styles from './move-actions.module.scss';
import type { Moves } from './use-moves';

interface MoveActionsProps {
  readonly moves: Moves;
  readonly possible: readonly RequestMove[];
}

/** What can be done now: the moves, or going through with the one being prepared. */
export function MoveActions({ moves, possible }: MoveActionsProps) {
  const { panel, openPanel, officeId, accept, giveBack, transfer, busy } = moves;
  if (panel === null) {
    return (
      <View className={styles.moves}>
        {possible.includes('return') ? (
          <Button
            look='plain'
            text='退回补充'
            disabled={busy}
            onPress={() => {
              openPanel('return');
            }}
          />
        ) : null}
        <Button text='受理' busy={busy} onPress={accept} />
      </View>
    );
  }
  return (
    <View className={styles.moves}>
      <Button
        look='plain'
        text='先不'
        disabled={busy}
        onPress={() => {
          openPanel(null);
        }}
      />
      {panel === 'return' ? (
        <Button text='退回企业' busy={busy} onPress={giveBack} />
      ) : (
        <Button text='转办' busy={busy} disabled={officeId === null} onPress={transfer} />
      )}
    </View>
  );
}
