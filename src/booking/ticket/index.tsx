import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Facts } from '../../components/facts';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import { QrCode } from '../../components/qr-code';
import type { BookingView } from '../../contract/booking/booking';
import { eventTime } from '../../domain/booking/event-time';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { open } from '../../platform/navigation';
import { BookingActions } from '../shared/booking-actions';
import { CalendarButton } from '../shared/calendar-button';
import { Standing } from '../shared/standing';
import { useBooking, type ReadBooking } from '../shared/use-booking';
import { useMoves } from '../shared/use-moves';
import styles from './index.module.scss';

const TITLE = '我的预约';

/** One's own booking with its ticket, which needs no network once it was seen. */
export default function TicketPage() {
  const { id = '' } = useParameters();
  const read = useBooking(id);
  useReturn(() => void read.reload());
  usePullToRefresh(read.reload);
  if (read.state.status === 'ready') return <Shown booking={read.state.data} read={read} />;
  return (
    <Page title={TITLE}>
      <Loaded read={read}>{() => null}</Loaded>
    </Page>
  );
}

function Shown({ booking, read: { fromDevice, reload, replace } }: { booking: BookingView; read: ReadBooking }) {
  const moves = useMoves(booking, replace, () => void reload());
  const { event, ticket, state, name, firmName } = booking;
  return (
    <Page title={TITLE} actions={booking.moves.length === 0 ? undefined : <BookingActions booking={booking} moves={moves} />}>
      {fromDevice ? (
        <View className={styles.notice}>
          <Notice tone='promise' alert>
            没有连上服务。这是保存在本机的凭证，可以照常出示。
          </Notice>
        </View>
      ) : null}
      <Standing booking={booking} failure={moves.failure} />
      {ticket === null ? null : (
        <View className={styles.ticket}>
          <QrCode text={ticket.qrText} label='入场凭证二维码' />
          <View className={styles.code}>{ticket.code}</View>
          <View className={styles.help}>入场时出示二维码，或报出凭证号；可以截屏备用</View>
        </View>
      )}
      <HeadingText level={2} className={styles.title}>
        {event.title}
      </HeadingText>
      <Facts
        facts={[
          { label: '时间', text: eventTime(event) },
          { label: '地点', text: event.address },
          { label: '预约人', text: firmName === null ? name : [name, firmName].filter((text) => text !== null).join('，') },
          { label: '主办单位', text: event.officeName },
        ]}
      />
      {state === 'booked' && event.availability !== 'over' ? <CalendarButton event={event} /> : null}
      <View className={styles.links}>
        <Button look='quiet' text='看场次详情' onPress={() => open('/booking/event/index', { id: event.id })} />
      </View>
    </Page>
  );
}
