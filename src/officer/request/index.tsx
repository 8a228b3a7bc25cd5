import { View } from '@tarojs/components';
import { pageScrollTo } from '@tarojs/taro';
import { useEffect } from 'react';
import { Button } from '../../components/controls/button';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { PromiseNotice } from '../../components/promise';
import { stateHues, Tag } from '../../components/tag';
import { Timeline } from '../../components/timeline';
import type { RequestView } from '../../contract/request/request';
import { formatReceiptNumber } from '../../domain/request/receipt-number';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { Facts } from './facts';
import styles from './index.module.scss';
import { MoveActions } from './move-actions';
import { ReturnPanel } from './return-panel';
import { TransferPanel } from './transfer-panel';
import { useMoves, type Moves } from './use-moves';

const panelAnchor = 'panel';
const outcomeAnchor = 'outcome';

export default function OfficerRequestPage() {
  const { id = '' } = useParameters();
  const read = useRead('request.get', { id });
  if (read.state.status === 'ready') return <Case request={read.state.data} replace={read.replace} />;
  return (
    <Page title='办理申请' width='wide'>
      <Loaded read={read} rows={5}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Case({ request, replace }: { request: RequestView; replace: (request: RequestView) => void }) {
  const moves = useMoves(request, replace);
  const { panel, done, error } = moves;
  useEffect(() => {
    if (panel !== null) void pageScrollTo({ selector: `#${panelAnchor}`, offsetTop: -64 });
  }, [panel]);
  useEffect(() => {
    if (done !== null) void pageScrollTo({ scrollTop: 0 });
    else if (error !== null) void pageScrollTo({ selector: `#${outcomeAnchor}`, offsetTop: -64 });
  }, [done, error]);

  const actions = request.moves.includes('accept') || panel !== null ? <MoveActions moves={moves} possible={request.moves} /> : undefined;
  return (
    <Page title='办理申请' width='wide' actions={actions}>
      <View className={styles.head}>
        <View className={styles.headLine}>
          <View className={styles.label}>受理编号</View>
          <Tag text={request.stateLabel} hue={stateHues[request.state]} />
        </View>
        <View className={styles.number}>{formatReceiptNumber(request.receiptNumber)}</View>
        <PromiseNotice promise={request.promise} officeName={request.officeName} />
      </View>
      {panel === null ? <Outcome moves={moves} /> : null}
      <View className={styles.columns}>
        <View className={styles.column}>
          <Facts request={request} />
          <View id={panelAnchor}>
            {panel === 'return' ? <ReturnPanel moves={moves} /> : null}
            {panel === 'transfer' ? <TransferPanel moves={moves} offices={request.transferTo} /> : null}
            {panel === null ? null : <Outcome moves={moves} />}
          </View>
          {request.moves.includes('transfer') && panel === null ? (
            <View className={styles.transfer}>
              <Button
                look='quiet'
                text='不归本单位办理，转办'
                onPress={() => {
                  moves.openPanel('transfer');
                }}
              />
            </View>
          ) : null}
        </View>
        <View className={styles.column}>
          <Heading text='办理进度' />
          <Timeline events={request.timeline} next={request.next} />
        </View>
      </View>
    </Page>
  );
}

/** How the last move ended. */
function Outcome({ moves: { done, error, refresh } }: { moves: Moves }) {
  if (error === null) {
    return done === null ? null : (
      <View className={styles.outcome}>
        <Notice tone='good' alert>
          {done}
        </Notice>
      </View>
    );
  }
  return (
    <View id={outcomeAnchor} className={styles.outcome}>
      <Notice tone='wrong' alert>
        {error.message}
        {error.code === 'conflict' ? '您写的内容还在。' : ''}
      </Notice>
      {error.code === 'conflict' ? <Button look='plain' text='刷新' onPress={refresh} /> : null}
    </View>
  );
}
