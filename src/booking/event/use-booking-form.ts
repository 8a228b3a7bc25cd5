import { useRef, useState } from 'react';
import * as v from 'valibot';
import { bookingActions, type BookingView } from '../../contract/booking/booking';
import type { FieldErrors } from '../../contract/errors';
import { fieldErrorsOf } from '../../contract/field-errors';
import { useChange } from '../../hooks/use-change';
import { dropBookingForm, keepBookingForm, readBookingForm, type BookingForm } from '../../platform/booking/kept-form';
import type { CallError } from '../../platform/call';
import { prepareSubscriptions } from '../../platform/subscribe';

export interface BookingFormState {
  readonly initial: BookingForm;
  /** What was typed is on this device. */
  readonly kept: boolean;
  readonly mistakes: FieldErrors;
  readonly consent: boolean;
  readonly busy: boolean;
  /** What is not said at a field. */
  readonly failure: CallError | null;
  readonly type: (change: Partial<BookingForm>) => void;
  readonly setConsent: (consent: boolean) => void;
  readonly book: () => Promise<void>;
}

const { input: schema } = bookingActions['booking.book'];

/** Who comes; kept on the device with every keystroke until it is booked. */
export function useBookingForm(eventId: string, onBooked: (booking: BookingView) => void, onRefused: () => void): BookingFormState {
  const [initial] = useState(readBookingForm);
  const typed = useRef(initial);
  const [kept, setKept] = useState(true);
  const [consent, setConsent] = useState(false);
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const { busy, error, send, clearError } = useChange('booking.book');

  return {
    initial,
    kept,
    mistakes,
    consent,
    busy,
    failure: error?.fields === undefined ? error : null,
    type: (change) => {
      typed.current = { ...typed.current, ...change };
      setKept(keepBookingForm(typed.current));
      // Read now, the tap on “book” can ask; read with the page, it would be a second call on the first screen.
      prepareSubscriptions();
    },
    setConsent,
    book: async () => {
      clearError();
      const input = { eventId, ...typed.current, consent };
      const checked = v.safeParse(schema, input);
      setMistakes(checked.success ? {} : fieldErrorsOf(checked.issues));
      if (!checked.success) return;
      const result = await send({ ...input, consent: true });
      if (result.ok) {
        dropBookingForm();
        onBooked(result.data);
      } else {
        setMistakes(result.error.fields ?? {});
        // The last place may have gone meanwhile, or the event.
        if (result.error.fields === undefined && result.error.code !== 'offline') onRefused();
      }
    },
  };
}
