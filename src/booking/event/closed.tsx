import { View } from '@tarojs/components';
import { Notice } from '../../components/notice';
import type { EventView } from '../../contract/booking/event';
import type { Availability } from '../../domain/booking/availability';
import { monthDayTime } from '../../domain/china-time';
import styles from './index.module.scss';

export type ClosedEvent = Pick<EventView, 'bookingOpensAt' | 'cancellationNote'> & { readonly availability: Exclude<Availability, 'open' | 'waiting-list'> };

/** Why nothing can be booked now. */
export function Closed({ event }: { event: ClosedEvent }) {
  return (
    <View className={styles.notice}>
      <Notice tone={event.availability === 'cancelled' ? 'wrong' : 'info'}>{closedWords(event)}</Notice>
    </View>
  );
}

function closedWords({ availability, bookingOpensAt, cancellationNote }: ClosedEvent): string {
  switch (availability) {
    case 'not-open':
      return `${monthDayTime(bookingOpensAt)} 开始预约，请届时再来。`;
    case 'full':
      return '名额已满，候补人数也已满。有人取消后还可能有空位，可以过一段时间再看看。';
    case 'closed':
      return '预约已经截止。';
    case 'cancelled':
      return `这一场已经取消${cancellationNote === null ? '' : `：${cancellationNote}`}`;
    case 'over':
      return '这一场已经结束，感谢关注。';
  }
}
