import type { PropsWithChildren } from 'react';
import { Button } from '../../components/controls/button';
import type { BookingView } from '../../contract/booking/booking';
import type { EventView } from '../../contract/booking/event';
import { Page } from '../../frame/page';
import { askToSubscribe } from '../../platform/subscribe';
import { BookingFields } from './booking-form';
import { useBookingForm } from './use-booking-form';

interface ToBookProps {
  readonly event: EventView;
  readonly onBooked: (booking: BookingView) => void;
  /** What is shown may be out of date. */
  readonly onRefused: () => void;
}

/** An event that can be booked, or waited for. */
export function ToBook({ event, onBooked, onRefused, children }: PropsWithChildren<ToBookProps>) {
  const form = useBookingForm(event.id, onBooked, onRefused);
  const book = () => {
    askToSubscribe(['booking']);
    void form.book();
  };
  return (
    <Page title='活动预约' actions={<Button text={event.availability === 'waiting-list' ? '加入候补' : '预约这一场'} busy={form.busy} onPress={book} />}>
      {children}
      <BookingFields event={event} form={form} />
    </Page>
  );
}
