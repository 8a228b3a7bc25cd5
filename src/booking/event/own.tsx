import type { PropsWithChildren } from 'react';
import { Button } from '../../components/controls/button';
import type { BookingView } from '../../contract/booking/booking';
import type { EventView } from '../../contract/booking/event';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { open } from '../../platform/navigation';
import type { CallError } from '../../platform/call';
import { BookingActions } from '../shared/booking-actions';
import { CalendarButton } from '../shared/calendar-button';
import { Standing } from '../shared/standing';
import { useBooking } from '../shared/use-booking';
import { useMoves } from '../shared/use-moves';

interface OwnProps {
  readonly event: EventView;
  readonly id: string;
  /** As the last change answered. */
  readonly booked: BookingView | null;
  readonly onChange: (booking: BookingView) => void;
  /** The booking may stand no longer; told why. */
  readonly onRefused: (failure: CallError) => void;
}

/** An event at which one has a booking: how it stands comes first. */
export function Own({ event, id, booked, onChange, onRefused, children }: PropsWithChildren<OwnProps>) {
  const read = useBooking(id, booked);
  const { state, reload, replace } = read;
  useReturn(() => void reload());
  usePullToRefresh(reload);
  if (state.status !== 'ready') {
    return (
      <Page title='活动预约'>
        <Loaded read={read} rows={1}>
          {() => null}
        </Loaded>
        {children}
      </Page>
    );
  }
  return (
    <OwnBooking
      event={event}
      booking={state.data}
      onChange={(booking) => {
        replace(booking);
        onChange(booking);
      }}
      onRefused={(failure) => {
        void reload();
        onRefused(failure);
      }}
    >
      {children}
    </OwnBooking>
  );
}

interface OwnBookingProps {
  readonly event: EventView;
  readonly booking: BookingView;
  readonly onChange: (booking: BookingView) => void;
  readonly onRefused: (failure: CallError) => void;
}

function OwnBooking({ event, booking, onChange, onRefused, children }: PropsWithChildren<OwnBookingProps>) {
  const moves = useMoves(booking, onChange, onRefused);
  const { id, state, ticket } = booking;
  const showTicket = ticket === null ? null : <Button text='入场凭证' onPress={() => open('/booking/ticket/index', { id })} />;
  const actions =
    booking.moves.length === 0 && showTicket === null ? undefined : (
      <>
        <BookingActions booking={booking} moves={moves} />
        {showTicket}
      </>
    );
  return (
    <Page title='活动预约' actions={actions}>
      <Standing booking={booking} failure={moves.failure} />
      {state === 'booked' && event.availability !== 'over' ? <CalendarButton event={event} /> : null}
      {children}
    </Page>
  );
}
