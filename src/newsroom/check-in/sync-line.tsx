import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { QueueState } from '../../platform/booking/check-in-queue';

/** How many marks are on this device alone, and what is being done about it. */
export function SyncLine({ queue: { status, error, marks, kept }, onRetry }: { queue: QueueState; onRetry: () => void }) {
  const waiting = marks.filter(({ refusal }) => refusal === null).length;
  if (waiting === 0) return null;
  const words = { settled: '', sending: '正在同步', waiting: '网络恢复后自动同步', stopped: error?.message ?? '' }[status];
  return (
    <>
      <Notice tone={status === 'stopped' ? 'wrong' : 'promise'} alert>
        {`待同步 ${waiting} 条。${words}${kept ? '' : '。本机存储已满或不可用，同步前请不要关闭本页'}`}
      </Notice>
      {status === 'waiting' || status === 'stopped' ? <Button look='quiet' text='现在同步' onPress={onRetry} /> : null}
    </>
  );
}
