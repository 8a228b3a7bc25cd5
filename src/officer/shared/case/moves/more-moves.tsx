import { View } from '@tarojs/components';
import { Pressable } from '../../../../components/controls/pressable';
import { Heading } from '../../../../components/heading';
import { Notice } from '../../../../components/notice';
import type { RequestView } from '../../../../contract/request/request';
import { transitions, type RequestState } from '../../../../domain/request/state';
import type { Desk } from '../use-desk';
import { moveForms, movesAtHand, moveTitle } from './move-forms';
import styles from './more-moves.module.scss';

const passedOnFrom: readonly RequestState[] = transitions.transfer.from;

/** Everything that can be done beside the next step, with what comes of it. */
export function MoreMoves({ request, desk }: { request: RequestView; desk: Desk }) {
  return (
    <View className={styles.more}>
      <Heading text='更多操作' />
      {movesAtHand(request).others.map((move) => (
        <Pressable
          key={move}
          className={styles.move}
          onPress={() => {
            desk.show(move);
          }}
        >
          <View className={styles.title}>{moveTitle(move, request)}</View>
          <View className={styles.explain}>{moveForms[move].explain}</View>
        </Pressable>
      ))}
      {request.office?.needsDispatcher === true && passedOnFrom.includes(request.state) ? <Notice tone='info'>已经转办过两次。确需再转，请联系调度人员决定由谁办理。</Notice> : null}
    </View>
  );
}
