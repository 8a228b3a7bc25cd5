import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { RequestView } from '../../contract/request/request';
import { formatReceiptNumber } from '../../domain/request/receipt-number';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead, type Read } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';
import { StatusCard, StatusTimeline } from '../shared/status';
import { Colleagues } from './colleagues';
import styles from './index.module.scss';
import { Messages } from './messages/messages';
import { Conclusion } from './moves/conclusion';
import { Survey } from './moves/survey';
import { useMoves, type Moves } from './moves/use-moves';
import { RequestDetails } from './request-details';
import { VisitCard } from './visit-card';

export default function RequestPage() {
  const { id = '', filed } = useParameters();
  const request = useRead('request.get', { id });
  useReturn(() => void request.reload());
  usePullToRefresh(request.reload);

  if (request.state.status === 'ready') {
    return <Shown view={request.state.data} request={request} justFiled={filed === 'now'} />;
  }
  return (
    <Page title='我的申请'>
      <Loaded read={request}>{() => null}</Loaded>
    </Page>
  );
}

interface ShownProps {
  readonly view: RequestView;
  readonly request: Read<RequestView>;
  readonly justFiled: boolean;
}

function Shown({ view, request, justFiled }: ShownProps) {
  const moves = useMoves(view, request);
  useMessagesRead(view);
  const { survey, visit, mergedInto } = view;
  const mayAct = view.moves.includes('complete') || view.moves.includes('withdraw');
  return (
    <Page title='我的申请' actions={mayAct ? <Actions view={view} moves={moves} /> : undefined}>
      {justFiled && view.state === 'submitted' && view.timeline.length === 1 ? <Filed view={view} /> : null}
      {moves.failure === null ? null : (
        <View className={styles.notice}>
          <Notice tone='wrong' alert>
            {moves.failure.message}
          </Notice>
        </View>
      )}
      <StatusCard status={view} />
      {mergedInto === null ? null : (
        <View className={styles.notice}>
          <Notice tone='info'>{`这份申请与您的另一份申请内容相近，已并入 ${formatReceiptNumber(mergedInto)} 一起办理。`}</Notice>
        </View>
      )}
      {view.moves.includes('confirm') ? <Conclusion request={view} moves={moves} /> : null}
      {survey === null ? null : <Survey id={view.id} round={survey.round} onAnswered={request.replace} />}
      {visit === null ? null : <VisitCard request={view} visit={visit} onChange={request.reload} />}
      <StatusTimeline status={view} />
      <Messages request={view} onSaid={request.replace} />
      <RequestDetails request={view} />
      <Colleagues request={view} onChange={request.reload} />
    </Page>
  );
}

/** What the page shows is no news any more. Nothing is said when it fails: the list goes on calling it news. */
function useMessagesRead({ id, version, messages: { length } }: RequestView): void {
  useEffect(() => {
    void call('message.read', { requestId: id });
  }, [id, version, length]);
}

function Filed({ view }: { view: RequestView }) {
  return (
    <View className={styles.notice}>
      <Notice tone='good' alert>
        {view.anonymous
          ? '申请已提交，请记下受理编号。匿名申请没有留下电话，进度在“我的申请”里查看。'
          : '申请已提交，请记下受理编号。用编号和联系电话后四位，随时可以查到办理进度。'}
      </Notice>
    </View>
  );
}

function Actions({ view, moves }: { view: RequestView; moves: Moves }) {
  return (
    <>
      {view.moves.includes('withdraw') ? <Button look='plain' text='撤回申请' busy={moves.busy === 'withdraw'} onPress={() => void moves.withdraw()} /> : null}
      {view.moves.includes('complete') ? <Button text='去补充' onPress={() => open('/service/form/index', { request: view.id })} /> : null}
    </>
  );
}
