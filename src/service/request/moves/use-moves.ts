import type { RequestView } from '../../../contract/request/request';
import { useChange } from '../../../hooks/use-change';
import type { Read } from '../../../hooks/use-read';
import type { CallError, CallResult } from '../../../platform/call';
import { confirm } from '../../../platform/notify';

export interface Moves {
  /** What is under way. */
  readonly busy: 'withdraw' | 'confirm' | 'reopen' | null;
  /** What was refused last; a mistake in a field is shown there instead. */
  readonly failure: CallError | null;
  readonly withdraw: () => Promise<void>;
  readonly confirm: () => Promise<void>;
  /** Brings back what is wrong with the reason. */
  readonly reopen: (reason: string) => Promise<string | undefined>;
}

/** What the owner does with the request as it is shown; when somebody was quicker, it is read again. */
export function useMoves({ id, version }: RequestView, request: Pick<Read<RequestView>, 'reload' | 'replace'>): Moves {
  const withdraw = useChange('request.withdraw');
  const agree = useChange('request.confirm');
  const reopen = useChange('request.reopen');
  const at = { id, version };

  const show = async (result: CallResult<RequestView>) => {
    if (result.ok) request.replace(result.data);
    else if (result.error.code === 'conflict') await request.reload();
  };
  const failures = [withdraw.error, agree.error, reopen.error];
  return {
    busy: withdraw.busy ? 'withdraw' : agree.busy ? 'confirm' : reopen.busy ? 'reopen' : null,
    failure: failures.find((error) => error !== null && error.fields === undefined) ?? null,
    withdraw: async () => {
      const yes = await confirm({ title: '撤回这份申请', text: '撤回后不再办理，已约定的上门随之取消。需要时可以重新申请。', yes: '撤回' });
      if (yes) await show(await withdraw.send(at));
    },
    confirm: async () => show(await agree.send(at)),
    reopen: async (reason) => {
      const result = await reopen.send({ ...at, reason });
      await show(result);
      return result.ok ? undefined : result.error.fields?.reason;
    },
  };
}
