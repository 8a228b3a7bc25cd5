import type { EventRow as Event } from '../../contract/booking/event';
import { availabilityLabels, type Availability } from '../../domain/booking/availability';
import { eventTime } from '../../domain/booking/event-time';
import { bookingStateLabels } from '../../domain/booking/state';
import { chinaDate } from '../../domain/china-time';
import { DatedRow } from './dated-row';
import { Tag, type Hue } from '../tag';

const availabilityHues = {
  'not-open': 'blue',
  open: 'ok',
  'waiting-list': 'gold',
  full: 'grey',
  closed: 'grey',
  over: 'grey',
  cancelled: 'seal',
} as const satisfies Record<Availability, Hue>;

/** What somebody finds at an event: one's own booking first, else whether there are places. */
export function EventTag({ event: { own, availability } }: { event: Pick<Event, 'own' | 'availability'> }) {
  if (own === null || availability === 'cancelled' || availability === 'over') return <Tag text={availabilityLabels[availability]} hue={availabilityHues[availability]} />;
  return <Tag text={bookingStateLabels[own.state]} hue={own.state === 'booked' ? 'ok' : 'gold'} />;
}

/** How many places are left, where that matters still. */
export const placesWords = ({ availability, placesLeft, capacity, waitingCount }: Pick<Event, 'availability' | 'placesLeft' | 'capacity' | 'waitingCount'>): string => {
  if (availability === 'open') return `余 ${placesLeft} 个，共 ${capacity} 个名额`;
  return waitingCount > 0 && availability !== 'over' && availability !== 'cancelled' ? `共 ${capacity} 个名额，${waitingCount} 人候补` : `共 ${capacity} 个名额`;
};

/** One event in a list. */
export function EventRow({ event, onOpen }: { event: Event; onOpen: (id: string) => void }) {
  return (
    <DatedRow
      date={chinaDate(event.startsAt)}
      title={event.title}
      details={[eventTime(event), event.address]}
      tags={<EventTag event={event} />}
      note={placesWords(event)}
      onPress={() => onOpen(event.id)}
    />
  );
}
