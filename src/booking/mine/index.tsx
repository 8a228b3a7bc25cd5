import { useCallback, useState } from 'react';
import { Empty } from '../../components/empty';
import { Heading } from '../../components/heading';
import { CardRow } from '../../components/rows/card-row';
import { Tag, type Hue } from '../../components/tag';
import type { BookingRow } from '../../contract/booking/booking';
import { eventTime } from '../../domain/booking/event-time';
import { bookingStateLabel, standingStates } from '../../domain/booking/state';
import { monthDayTime } from '../../domain/china-time';
import { Page } from '../../frame/page';
import { PagedList } from '../../frame/paged-list';
import { usePages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { dropTicket, keptTickets } from '../../platform/booking/kept-ticket';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';

const hasTicket = ({ state, event }: BookingRow): boolean => state === 'booked' && event.availability !== 'over';

const isToCome = ({ state, event: { availability } }: BookingRow): boolean => standingStates.some((one) => one === state) && availability !== 'over' && availability !== 'cancelled';

/** What one goes to, the next first; then the rest as the server has it, the latest first. */
const inOrder = (bookings: readonly BookingRow[]): readonly BookingRow[] => [
  ...bookings.filter(isToCome).sort((one, other) => (one.event.startsAt < other.event.startsAt ? -1 : 1)),
  ...bookings.filter((booking) => !isToCome(booking)),
];

/** What is to come first; where the network brings nothing, the tickets of this device. */
export default function MinePage() {
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('booking.mine', { cursor });
    if (!result.ok) return result;
    const { bookings, nextCursor } = result.data;
    for (const booking of bookings) if (!hasTicket(booking)) dropTicket(booking.id);
    return { ok: true, data: { rows: bookings, nextCursor } } as const;
  }, []);
  const pages = usePages(fetchPage);
  useReturn(() => void pages.reload());
  usePullToRefresh(pages.reload);
  return (
    <Page title='我的预约'>
      {pages.state.status === 'error' ? <OnThisDevice /> : null}
      <PagedList pages={pages} empty={<NoBookings />}>
        {(bookings) => inOrder(bookings).map((booking) => <Row key={booking.id} booking={booking} />)}
      </PagedList>
    </Page>
  );
}

function NoBookings() {
  return <Empty icon='clock' title='还没有预约' text='实验室开放日等活动公布场次后可以预约，预约后在这里看凭证。' action={{ text: '看有哪些活动', onPress: () => open('/pages/activities/index', {}) }} />;
}

function OnThisDevice() {
  const [tickets] = useState(keptTickets);
  if (tickets.length === 0) return null;
  return (
    <>
      <Heading text='本机保存的入场凭证' />
      {tickets.map((booking) => (
        <Row key={booking.id} booking={booking} />
      ))}
    </>
  );
}

const hues = { booked: 'ok', waiting: 'gold', offered: 'gold', cancelled: 'grey', lapsed: 'grey' } as const satisfies Record<BookingRow['state'], Hue>;

function Row({ booking: { id, event, state, offeredUntil } }: { booking: BookingRow }) {
  const over = state === 'booked' && event.availability === 'over';
  return (
    <CardRow
      title={event.title}
      tags={<Tag text={over ? '已结束' : bookingStateLabel({ state, offeredUntil })} hue={over ? 'grey' : hues[state]} />}
      details={[eventTime(event), event.address]}
      due={state !== 'offered' || offeredUntil === null ? null : `请在 ${monthDayTime(offeredUntil)} 前确认`}
      onPress={() => open('/booking/ticket/index', { id })}
    />
  );
}
