import { Button } from '../../components/controls/button';
import type { BookingView } from '../../contract/booking/booking';
import { useSubscribe } from '../../hooks/use-subscribe';
import { cancelWords, type BookingMoves } from './use-moves';

interface ActionsProps {
  readonly booking: BookingView;
  readonly moves: BookingMoves;
}

/** What the holder may do now, for the bar at the foot of the page. */
export function BookingActions({ booking: { state, moves: possible }, moves: { busy, accept, cancel } }: ActionsProps) {
  return (
    <>
      {possible.includes('cancel') ? <Button look='plain' text={cancelWords(state)} disabled={busy} onPress={() => void cancel()} /> : null}
      {possible.includes('accept') ? <AcceptButton busy={busy} onPress={() => void accept()} /> : null}
    </>
  );
}

/** Whoever comes wants the reminder: the tap at which WeChat can be asked to bring it. */
function AcceptButton({ busy, onPress }: { busy: boolean; onPress: () => void }) {
  const { askFor } = useSubscribe();
  return (
    <Button
      text='确认参加'
      busy={busy}
      onPress={() => {
        askFor(['booking']);
        onPress();
      }}
    />
  );
}
