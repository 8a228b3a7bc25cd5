import { View } from '@tarojs/components';
import type { EventRow as Event } from '../contract/booking/event';
import { availabilityLabels, type Availability } from '../domain/booking/availability';
import { eventTime } from '../domain/booking/event-time';
import { bookingStateLabels } from '../domain/booking/state';
import { chinaDate } from '../domain/china-time';
import { Pressable } from './controls/pressable';
import styles from './event-row.module.scss';
import { Tag, type Hue } from './tag';

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
  const date = chinaDate(event.startsAt);
  return (
    <Pressable role='link' className={styles.row} onPress={() => onOpen(event.id)}>
      <View className={styles.date}>
        <View className={styles.day}>{Number(date.slice(8))}</View>
        <View className={styles.month}>{`${Number(date.slice(5, 7))} 月`}</View>
      </View>
      <View className={styles.words}>
        <View className={styles.title}>{event.title}</View>
        <View className={styles.detail}>{eventTime(event)}</View>
        <View className={styles.detail}>{event.address}</View>
        <View className={styles.meta}>
          <EventTag event={event} />
          <View className={styles.places}>{placesWords(event)}</View>
        </View>
      </View>
    </Pressable>
  );
}
