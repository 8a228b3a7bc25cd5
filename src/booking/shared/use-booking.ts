import { useEffect, useState } from 'react';
import type { BookingView } from '../../contract/booking/booking';
import { useRead, type Read } from '../../hooks/use-read';
import { dropTicket, keepTicket, readTicket } from '../../platform/booking/kept-ticket';

export interface ReadBooking extends Read<BookingView> {
  /** The network brought nothing: it is shown as it was last seen. */
  readonly fromDevice: boolean;
}

/**
 * One's own booking. While it is read, and where it cannot be, the ticket that this device keeps stands in.
 *
 * @param booked as the answer to booking has just shown it
 */
export function useBooking(id: string, booked: BookingView | null = null): ReadBooking {
  const [known] = useState(() => booked ?? readTicket(id));
  const { state, reload, replace } = useRead('booking.get', { id });
  useEffect(() => {
    if (state.status === 'ready') keepTicket(state.data);
    if (state.status === 'error' && state.error.code === 'not_found') dropTicket(id);
  }, [id, state]);

  const isUnread = state.status === 'loading' || (state.status === 'error' && state.error.code !== 'not_found');
  if (known !== null && isUnread) return { state: { status: 'ready', data: known }, fromDevice: state.status === 'error', reload, replace };
  return { state, fromDevice: false, reload, replace };
}
