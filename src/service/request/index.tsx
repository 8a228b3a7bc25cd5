import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { RequestView } from '../../contract/request';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useChange } from '../../hooks/use-change';
import { useParameters } from '../../hooks/use-parameters';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead, type Read } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { open } from '../../platform/navigation';
import { confirm } from '../../platform/notify';
import { RequestDetails } from './request-details';
import { StatusCard, StatusTimeline } from '../status';
import styles from './index.module.scss';

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
  const withdraw = useChange('request.withdraw');
  const askToWithdraw = async () => {
    const yes = await confirm({
      title: '撤回这份申请',
      text: '撤回后不再办理，需要时可以重新申请。',
      yes: '撤回',
    });
    if (!yes) return;
    const result = await withdraw.send({ id: view.id, version: view.version });
    if (result.ok) request.replace(result.data);
    else if (result.error.code === 'conflict') await request.reload();
  };
  const canComplete = view.moves.includes('complete');
  const canWithdraw = view.moves.includes('withdraw');

  return (
    <Page
      title='我的申请'
      actions={
        canComplete || canWithdraw ? (
          <>
            {canWithdraw ? <Button look='plain' text='撤回申请' busy={withdraw.busy} onPress={() => void askToWithdraw()} /> : null}
            {canComplete ? (
              <Button
                text='去补充'
                onPress={() => {
                  open('/service/expert-visit/index', { request: view.id });
                }}
              />
            ) : null}
          </>
        ) : undefined
      }
    >
      {justFiled && view.state === 'submitted' && view.timeline.length === 1 ? (
        <View className={styles.filed}>
          <Notice tone='good' alert>
            申请已提交，请记下受理编号。用编号和联系电话后四位，随时可以查到办理进度。
          </Notice>
        </View>
      ) : null}
      {withdraw.error === null ? null : (
        <Notice tone='wrong' alert>
          {withdraw.error.message}
        </Notice>
      )}
      <StatusCard status={view} />
      <StatusTimeline status={view} />
      <RequestDetails request={view} />
    </Page>
  );
}
