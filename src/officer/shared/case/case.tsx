import { View } from '@tarojs/components';
import { Notice } from '../../../components/notice';
import { PromiseNotice } from '../../../components/promise';
import { stateHues, Tag } from '../../../components/tag';
import type { RequestView } from '../../../contract/request/request';
import { formatReceiptNumber } from '../../../domain/request/receipt-number';
import { stateWords } from '../state-words';
import styles from './case.module.scss';
import { Facts } from './facts';
import { Log } from './log/log';
import { MoreMoves } from './moves/more-moves';
import { MovePanel } from './moves/move-panel';
import { Similar } from './similar';
import { outcomeAnchor, panelAnchor, type Desk } from './use-desk';
import { Visit } from './visit';

interface CaseProps {
  readonly request: RequestView;
  readonly desk: Desk;
}

/**
 * All of a case at the office's desk, on a page of its own or beside the list. What comes and goes has boxes of its
 * own, so that WeChat is not sent the whole case again.
 */
export function Case({ request, desk }: CaseProps) {
  const { panel } = desk;
  return (
    <View>
      <Head request={request} />
      <View id={outcomeAnchor}>
        {desk.done === null ? null : (
          <Notice tone='good' alert>
            {desk.done}
          </Notice>
        )}
        <Similar request={request} desk={desk} />
      </View>
      <View className={styles.columns}>
        <View className={styles.column}>
          <View id={panelAnchor}>
            {panel === 'more' ? <MoreMoves request={request} desk={desk} /> : null}
            {panel === null || panel === 'more' ? null : <MovePanel key={panel} move={panel} request={request} desk={desk} />}
          </View>
          <Facts request={request} />
          {request.visit === null ? null : <Visit request={request} visit={request.visit} onChange={(visit) => desk.update({ ...request, visit })} />}
        </View>
        <View className={styles.column}>
          <Log request={request} onSaid={desk.update} />
        </View>
      </View>
    </View>
  );
}

function Head({ request }: { request: RequestView }) {
  const { receiptNumber, state, promise, officeName, mergedInto } = request;
  return (
    <View className={styles.head}>
      <View className={styles.headLine}>
        <View className={styles.number}>{formatReceiptNumber(receiptNumber)}</View>
        <Tag text={stateWords(request)} hue={stateHues[state]} />
      </View>
      <PromiseNotice promise={promise} officeName={officeName} />
      {mergedInto === null ? null : <Notice tone='info'>{`已并入 ${formatReceiptNumber(mergedInto)} 一起办理。`}</Notice>}
    </View>
  );
}
