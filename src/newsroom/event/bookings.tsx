import { View } from '@tarojs/components';
import { useCallback, useRef, useState } from 'react';
import { Button } from '../../components/controls/button';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { TextField } from '../../components/form/text-field';
import { LONGEST_BOOKING_SEARCH, type EventCounts } from '../../contract/booking/office';
import { bookingStates, type BookingState } from '../../domain/booking/state';
import { PagedList } from '../../frame/paged-list';
import { usePages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { BookingRow, stateNames } from './booking-row';
import styles from './index.module.scss';

const choices = bookingStates.map((id) => ({ id, name: stateNames[id] }));

/** Who booked and who waits, in the order in which they came. */
export function Bookings({ eventId }: { eventId: string }) {
  const [state, chooseState] = useState<BookingState>();
  const [words, setWords] = useState('');
  const [counts, setCounts] = useState<EventCounts | null>(null);
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('event.bookings', { id: eventId, state, words, cursor });
      if (!result.ok) return result;
      setCounts(result.data.counts);
      return { ok: true, data: { rows: result.data.bookings, nextCursor: result.data.nextCursor } } as const;
    },
    [eventId, state, words],
  );
  const pages = usePages(fetchPage);
  useReturn(() => void pages.reload());
  usePullToRefresh(pages.reload);
  return (
    <>
      <View className={styles.summary}>{counts === null ? '' : `预约成功 ${counts.booked} 人，待确认 ${counts.offered} 人，候补 ${counts.waiting} 人，已到 ${counts.present} 人`}</View>
      <Search onSearch={setWords} />
      <ChoiceRow label='状态' all='全部' choices={choices} chosen={state} onChoose={(id) => chooseState(bookingStates.find((one) => one === id))} />
      <PagedList pages={pages} empty={<Empty icon='inbox' title='没有预约' text={emptyWords(state, words)} />}>
        {(bookings) => (
          <View className={styles.rows}>
            {bookings.map((booking) => (
              <BookingRow key={booking.id} booking={booking} onChanged={() => void pages.reload()} />
            ))}
          </View>
        )}
      </PagedList>
    </>
  );
}

function emptyWords(state: BookingState | undefined, words: string): string {
  if (words !== '') return `没有找到“${words}”，可以换一个姓名或号码试试。`;
  return state === undefined ? '有人预约后显示在这里。' : '没有这种状态的预约。';
}

function Search({ onSearch }: { onSearch: (words: string) => void }) {
  const typed = useRef('');
  const search = () => {
    onSearch(typed.current.trim());
  };
  return (
    <View className={styles.search}>
      <View className={styles.field}>
        <TextField
          id='words'
          label='按姓名或电话查找'
          initial=''
          maxLength={LONGEST_BOOKING_SEARCH}
          onInput={(text) => {
            typed.current = text;
          }}
          onEnter={search}
        />
      </View>
      <View className={styles.go}>
        <Button look='plain' text='查找' onPress={search} />
      </View>
    </View>
  );
}
