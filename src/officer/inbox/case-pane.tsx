import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Empty } from '../../components/empty';
import type { RequestView } from '../../contract/request/request';
import { Loaded } from '../../frame/loaded';
import { useRead, type Read } from '../../hooks/use-read';
import { Case } from '../shared/case/case';
import { hasMoves, MoveBar } from '../shared/case/moves/move-bar';
import { useDesk } from '../shared/case/use-desk';
import styles from './case-pane.module.scss';

const paneAnchor = 'case-pane';

/** The chosen case beside the list; on a desktop alone. */
export function CasePane({ id }: { id: string | undefined }) {
  return (
    <View id={paneAnchor} className={styles.pane} aria-label='申请详情' {...{ role: 'region', tabIndex: -1 }}>
      {id === undefined ? <Empty icon='inbox' title='还没有选择申请' text='从左边的列表里选一份，在这里办理。' /> : <Chosen key={id} id={id} />}
    </View>
  );
}

function Chosen({ id }: { id: string }) {
  const read = useRead('request.get', { id });
  // Whoever works by the keyboard goes on in the case that was opened.
  useEffect(() => document.getElementById(paneAnchor)?.focus(), []);
  return (
    <Loaded read={read} rows={5}>
      {(request) => <Shown request={request} replace={read.replace} />}
    </Loaded>
  );
}

function Shown({ request, replace }: { request: RequestView; replace: Read<RequestView>['replace'] }) {
  const desk = useDesk(replace);
  return (
    <>
      <Case request={request} desk={desk} />
      {hasMoves({ request, desk }) ? (
        <View className={styles.bar}>
          <MoveBar request={request} desk={desk} />
        </View>
      ) : null}
    </>
  );
}
