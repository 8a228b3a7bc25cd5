import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { EventTag, placesWords } from '../../components/rows/event-row';
import { Facts } from '../../components/facts';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { EventView } from '../../contract/booking/event';
import { eventTime } from '../../domain/booking/event-time';
import { monthDayTime } from '../../domain/china-time';
import { useChange } from '../../hooks/use-change';
import { open } from '../../platform/navigation';
import { CancelPanel } from './cancel-panel';
import { ExportButton } from './export-button';
import styles from './index.module.scss';
import { Poster } from './poster';

interface OverviewProps {
  readonly event: EventView;
  readonly onEdit: () => void;
  readonly onCancelled: (event: EventView) => void;
  /** Somebody else has changed it. */
  readonly onConflict: () => void;
}

/** What it is, and what the office does with it. */
export function Overview({ event, onEdit, onCancelled, onConflict }: OverviewProps) {
  const [cancelling, setCancelling] = useState(false);
  const { id, title, availability, cancellationNote, changeable } = event;
  const ended = availability === 'over' || availability === 'cancelled';
  return (
    <>
      <HeadingText level={2} className={styles.title}>
        {title}
      </HeadingText>
      <EventTag event={{ ...event, own: null }} />
      {cancellationNote === null ? null : <Notice tone='wrong'>{`已取消：${cancellationNote}`}</Notice>}
      {changeable || ended ? null : <Notice tone='info'>这一场已经开始，不能再修改或取消；仍可以签到、导出名单。</Notice>}
      <Facts facts={factsOf(event)} />
      <Buttons>
        {availability === 'cancelled' ? null : <Button text='去签到' onPress={() => open('/newsroom/check-in/index', { id })} />}
        {!changeable ? null : <Button look='plain' text='修改场次' onPress={onEdit} />}
        <ExportButton eventId={id} />
        <Button look='quiet' text='看公开页面' onPress={() => open('/booking/event/index', { id })} />
        {!changeable || cancelling ? null : <Button look='danger' text='取消这一场' onPress={() => setCancelling(true)} />}
      </Buttons>
      {changeable && cancelling ? <Cancellation event={event} onCancelled={onCancelled} onConflict={onConflict} onLeave={() => setCancelling(false)} /> : null}
      {ended ? null : <Poster id={id} title={title} />}
    </>
  );
}

interface CancellationProps extends Pick<OverviewProps, 'event' | 'onCancelled' | 'onConflict'> {
  readonly onLeave: () => void;
}

/** Of the event with its bookings. */
function Cancellation({ event: { id, version, title }, onCancelled, onConflict, onLeave }: CancellationProps) {
  const { busy, error, send } = useChange('event.cancel');
  const cancel = async (note: string) => {
    const result = await send({ id, version, note });
    if (result.ok) onCancelled(result.data);
    else if (result.error.code === 'conflict') onConflict();
  };
  return (
    <CancelPanel
      id='note'
      text='取消这一场'
      help='会通知每一位预约和候补的人，也显示在公开页面上。'
      question={`“${title}”的预约和候补将全部取消，并把原因通知每一位，不能恢复。`}
      busy={busy}
      error={error}
      onCancel={(note) => void cancel(note)}
      onLeave={onLeave}
    />
  );
}

const factsOf = (event: EventView): readonly { label: string; text: string }[] =>
  [
    { label: '所属活动', text: event.activity.shortTitle },
    { label: '主办单位', text: event.officeName },
    { label: '时间', text: eventTime(event) },
    { label: '地点', text: event.address },
    { label: '预约时间', text: `${monthDayTime(event.bookingOpensAt)} 至 ${monthDayTime(event.bookingClosesAt)}` },
    { label: '名额', text: placesWords(event) },
    { label: '候补', text: event.waitingLimit === 0 ? '不设候补' : `最多 ${event.waitingLimit} 人，空位最长保留 ${event.offerHours} 小时` },
    { label: '面向人群', text: event.audience ?? '没有填写' },
    { label: '参加须知', text: event.bring ?? '没有填写' },
  ];
