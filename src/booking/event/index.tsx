import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, ShareButton } from '../../components/controls/button';
import { EventTag } from '../../components/rows/event-row';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { BookingView } from '../../contract/booking/booking';
import type { EventView } from '../../contract/booking/event';
import { eventTime } from '../../domain/booking/event-time';
import { standingStates } from '../../domain/booking/state';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { useShare } from '../../hooks/use-share';
import { keepTicket } from '../../platform/booking/kept-ticket';
import type { CallError } from '../../platform/call';
import { address, open } from '../../platform/navigation';
import { copyLink } from '../../platform/sharing';
import { isSinglePage } from '../../platform/single-page';
import { Standing } from '../shared/standing';
import { Closed } from './closed';
import { EventFacts } from './event-facts';
import styles from './index.module.scss';
import { Own } from './own';
import { ToBook } from './to-book';

const TITLE = '活动预约';

export default function EventPage() {
  const { id = '' } = useParameters();
  const event = useRead('event.get', { id });
  const { state, reload, replace } = event;
  useReturn(() => void reload());
  usePullToRefresh(reload);
  const title = state.status === 'ready' ? `${state.data.title}，${eventTime(state.data)}` : TITLE;
  useShare(title, address('/booking/event/index', { id }));

  if (state.status === 'ready') return <Shown event={state.data} onChange={replace} reload={reload} />;
  return (
    <Page title={TITLE}>
      <Loaded read={event}>{() => null}</Loaded>
    </Page>
  );
}

interface ShownProps {
  readonly event: EventView;
  readonly onChange: (event: EventView) => void;
  readonly reload: () => Promise<void>;
}

function Shown({ event, onChange, reload }: ShownProps) {
  /** As the last change answered. */
  const [booking, setBooking] = useState<BookingView | null>(null);
  /** Why the last change was not made; shown here when the booking that it was about stands no longer. */
  const [failure, setFailure] = useState<CallError | null>(null);
  const take = (changed: BookingView) => {
    // The network may be gone before the ticket is read for itself.
    keepTicket(changed);
    setFailure(null);
    setBooking(changed);
    const { id, state } = changed;
    const standing = standingStates.find((one) => one === state);
    onChange({ ...event, own: standing === undefined ? null : { id, state: standing } });
    void reload();
  };
  const { own, availability } = event;
  if (own !== null) {
    return (
      <Own
        key={own.id}
        event={event}
        id={own.id}
        booked={booking?.id === own.id ? booking : null}
        onChange={take}
        onRefused={(why) => {
          setBooking(null);
          setFailure(why);
          void reload();
        }}
      >
        <About event={event} />
      </Own>
    );
  }
  const ended = (
    <>
      {booking === null ? null : <Standing booking={booking} failure={null} />}
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {failure.message}
        </Notice>
      )}
    </>
  );
  if (availability === 'open' || availability === 'waiting-list') {
    return isSinglePage() ? (
      <Page title={TITLE}>
        <About event={event} />
        <View className={styles.notice}>
          <Notice tone='info'>点屏幕下方的“前往小程序”，就可以预约。</Notice>
        </View>
      </Page>
    ) : (
      <ToBook event={event} onBooked={take} onRefused={() => void reload()}>
        {ended}
        <About event={event} />
      </ToBook>
    );
  }
  return (
    <Page title={TITLE}>
      {ended}
      <Closed event={{ ...event, availability }} />
      <About event={event} />
    </Page>
  );
}

function About({ event }: { event: EventView }) {
  const { id, title, activity } = event;
  return (
    <>
      <HeadingText level={2} className={styles.title}>
        {title}
      </HeadingText>
      <EventTag event={event} />
      <EventFacts event={event} />
      {isSinglePage() ? null : (
        <View className={styles.links}>
          <Button look='quiet' text='看所属活动' onPress={() => open('/activities/activity/index', { id: activity.id })} />
          <Button look='quiet' icon='link' text='复制链接' onPress={() => void copyLink(address('/booking/event/index', { id }))} />
        </View>
      )}
      <ShareButton text='转给同事朋友' />
    </>
  );
}
