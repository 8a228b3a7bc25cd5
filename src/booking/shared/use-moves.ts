import type { BookingView } from '../../contract/booking/booking';
import { useChange } from '../../hooks/use-change';
import type { CallError } from '../../platform/call';
import { confirm } from '../../platform/notify';

export interface BookingMoves {
  readonly busy: boolean;
  readonly failure: CallError | null;
  readonly accept: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}

const questions = {
  waiting: { title: '退出候补', text: '退出后不再排队；再次候补要从最后排起。', yes: '退出候补' },
  offered: { title: '放弃名额', text: '放弃后，名额不再为您保留。', yes: '放弃名额' },
  booked: { title: '取消预约', text: '取消后入场凭证失效，名额不再为您保留；再次预约时不一定还有名额。', yes: '取消预约' },
} as const;

export const cancelWords = (state: BookingView['state']): string => (state === 'waiting' || state === 'offered' ? questions[state] : questions.booked).yes;

/**
 * What the holder does with a booking.
 *
 * @param onRefused what is shown may be out of date; told why
 */
export function useMoves({ id, state }: Pick<BookingView, 'id' | 'state'>, onChange: (booking: BookingView) => void, onRefused: (failure: CallError) => void): BookingMoves {
  const acceptance = useChange('booking.accept');
  const cancellation = useChange('booking.cancel');
  const change = async ({ send }: Pick<typeof acceptance, 'send'>) => {
    const result = await send({ id });
    if (result.ok) onChange(result.data);
    else if (result.error.code !== 'offline') onRefused(result.error);
  };
  return {
    busy: acceptance.busy || cancellation.busy,
    failure: acceptance.error ?? cancellation.error,
    accept: async () => {
      cancellation.clearError();
      await change(acceptance);
    },
    cancel: async () => {
      acceptance.clearError();
      if (await confirm(state === 'waiting' || state === 'offered' ? questions[state] : questions.booked)) await change(cancellation);
    },
  };
}
