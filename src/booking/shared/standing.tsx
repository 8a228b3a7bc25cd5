import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Notice } from '../../components/notice';
import type { BookingView } from '../../contract/booking/booking';
import { monthDayTime } from '../../domain/china-time';
import type { CallError } from '../../platform/call';
import { scrollToId } from '../../platform/scroll';
import styles from './standing.module.scss';

interface StateWords {
  readonly tone: 'info' | 'promise' | 'good';
  readonly text: string;
}

const MINUTE = 60_000;

/** `3 小时 20 分钟`; what is less than a minute is told as one. */
function leftWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}

function stateWords({ state, presentAt, queuePosition, offeredUntil, offerLeftMs, event }: BookingView): StateWords {
  switch (state) {
    case 'booked':
      if (presentAt !== null) return { tone: 'good', text: `已签到，${monthDayTime(presentAt)}。` };
      return { tone: 'good', text: event.availability === 'over' ? '这一场已经结束。' : '预约成功，入场时请出示入场凭证。' };
    case 'waiting':
      return { tone: 'promise', text: `正在候补${queuePosition === null ? '' : `，排在第 ${queuePosition} 位`}。有空位时依次保留给候补的人，并发消息通知您。` };
    case 'offered':
      return { tone: 'promise', text: `有空位了，为您保留到 ${monthDayTime(offeredUntil ?? event.startsAt)}${offerLeftMs === null ? '' : `，还有 ${leftWords(offerLeftMs)}`}。请在此之前确认，过时不再为您保留。` };
    case 'cancelled':
      return { tone: 'info', text: event.availability === 'cancelled' ? '这一场已经取消，给您带来不便，敬请谅解。手机日历里的日程不会自动删除，请您自行删除。' : '这次预约已经取消。' };
    case 'lapsed':
      return { tone: 'info', text: offeredUntil === null ? '名额已满，这次没有轮到您。' : '没有在保留的时间内确认，名额不再为您保留。' };
  }
}

interface StandingProps {
  readonly booking: BookingView;
  /** Why the last change was not made. */
  readonly failure: CallError | null;
}

const ANCHOR = 'standing';

/** How one's own booking stands, and what to do about it; brought into view when that has changed. */
export function Standing({ booking, failure }: StandingProps) {
  const { tone, text } = stateWords(booking);
  useEffect(() => {
    scrollToId(ANCHOR);
  }, [booking.state]);
  return (
    <View id={ANCHOR} className={styles.standing}>
      <Notice tone={tone} alert>
        {text}
      </Notice>
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {failure.message}
        </Notice>
      )}
    </View>
  );
}
