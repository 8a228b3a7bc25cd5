import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { Tag, type Hue } from '../../components/tag';
import type { EventBookingRow, EventCounts } from '../../contract/booking/office';
import { bookingStates, type BookingState } from '../../domain/booking/state';
import { monthDayTime } from '../../domain/china-time';
import { PagedList } from '../../frame/paged-list';
import { usePages } from '../../hooks/use-pages';
import { call } from '../../platform/call';
import styles from './index.module.scss';

/** What can be filtered by; each row says more exactly how it stands. */
const stateNames = { waiting: '候补', offered: '待确认', booked: '预约成功', cancelled: '已取消', lapsed: '没有轮到或逾期' } as const satisfies Record<BookingState, string>;
const hues = { waiting: 'gold', offered: 'blue', booked: 'ok', cancelled: 'grey', lapsed: 'grey' } as const satisfies Record<BookingState, Hue>;
const choices = bookingStates.map((id) => ({ id, name: stateNames[id] }));

/** Who booked and who waits, in the order in which they came. */
export function Bookings({ eventId }: { eventId: string }) {
  const [state, chooseState] = useState<BookingState>();
  const [counts, setCounts] = useState<EventCounts | null>(null);
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('event.bookings', { id: eventId, state, cursor });
      if (!result.ok) return result;
      setCounts(result.data.counts);
      return { ok: true, data: { rows: result.data.bookings, nextCursor: result.data.nextCursor } } as const;
    },
    [eventId, state],
  );
  const pages = usePages(fetchPage);
  return (
    <>
      <View className={styles.summary}>{counts === null ? '' : `预约成功 ${counts.booked} 人，待确认 ${counts.offered} 人，候补 ${counts.waiting} 人，已到 ${counts.present} 人`}</View>
      <ChoiceRow label='状态' all='全部' choices={choices} chosen={state} onChoose={(id) => chooseState(bookingStates.find((one) => one === id))} />
      <PagedList pages={pages} empty={<Empty icon='inbox' title='没有预约' text={state === undefined ? '有人预约后显示在这里。' : '没有这种状态的预约。'} />}>
        {(bookings) => (
          <View className={styles.rows}>
            {bookings.map((booking) => (
              <Row key={booking.id} booking={booking} />
            ))}
          </View>
        )}
      </PagedList>
    </>
  );
}

function Row({ booking: { state, stateLabel, name, phone, firmName, bookedAt, offeredUntil, presentAt } }: { booking: EventBookingRow }) {
  const times = [`${monthDayTime(bookedAt)} 提交`, ...(offeredUntil === null ? [] : [`名额保留到 ${monthDayTime(offeredUntil)}`]), ...(presentAt === null ? [] : [`${monthDayTime(presentAt)} 签到`])];
  return (
    <View className={styles.row}>
      <View className={styles.head}>
        <View className={styles.name}>{name ?? '个人信息已清除'}</View>
        <Tag text={stateLabel} hue={hues[state]} />
        {presentAt === null ? null : <Tag text='已到' hue='brand' />}
      </View>
      <View className={styles.detail}>{[phone, firmName].filter((text) => text !== null).join(' · ')}</View>
      <View className={styles.detail}>{times.join('，')}</View>
    </View>
  );
}
