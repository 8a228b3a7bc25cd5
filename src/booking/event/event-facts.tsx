import { placesWords } from '../../components/rows/event-row';
import { Facts } from '../../components/facts';
import type { EventView } from '../../contract/booking/event';
import { eventTime } from '../../domain/booking/event-time';
import { monthDayTime } from '../../domain/china-time';

/** What, when, where and for whom. */
export function EventFacts({ event }: { event: EventView }) {
  const { activity, address, audience, bring, officeName, bookingOpensAt, bookingClosesAt } = event;
  return (
    <Facts
      facts={[
        { label: '时间', text: eventTime(event) },
        { label: '地点', text: address },
        { label: '面向人群', text: audience },
        { label: '名额', text: placesWords(event) },
        { label: '预约时间', text: `${monthDayTime(bookingOpensAt)} 至 ${monthDayTime(bookingClosesAt)}` },
        { label: '参加须知', text: bring },
        { label: '主办单位', text: officeName },
        { label: '所属活动', text: activity.shortTitle },
      ]}
    />
  );
}
