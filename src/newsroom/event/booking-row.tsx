import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Tag, type Hue } from '../../components/tag';
import type { EventBookingRow } from '../../contract/booking/office';
import type { BookingState } from '../../domain/booking/state';
import { monthDayTime } from '../../domain/china-time';
import { useChange } from '../../hooks/use-change';
import { notify } from '../../platform/notify';
import { CancelPanel } from './cancel-panel';
import styles from './index.module.scss';

/** What can be filtered by; each row says more exactly how it stands. */
export const stateNames = { waiting: '候补', offered: '待确认', booked: '预约成功', cancelled: '已取消', lapsed: '没有轮到或逾期' } as const satisfies Record<BookingState, string>;
const hues = { waiting: 'gold', offered: 'blue', booked: 'ok', cancelled: 'grey', lapsed: 'grey' } as const satisfies Record<BookingState, Hue>;

interface BookingRowProps {
  readonly booking: EventBookingRow;
  readonly onChanged: () => void;
}

export function BookingRow({ booking, onChanged }: BookingRowProps) {
  const { state, stateLabel, name, phone, firmName, bookedAt, offeredUntil, presentAt, cancellable } = booking;
  const [cancelling, setCancelling] = useState(false);
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
      {cancellable && !cancelling ? <Button look='quiet' text='代为取消' label={`代为取消${name ?? ''}的预约`} onPress={() => setCancelling(true)} /> : null}
      {cancelling ? <Cancellation booking={booking} onChanged={onChanged} onLeave={() => setCancelling(false)} /> : null}
    </View>
  );
}

/** For somebody who has called and cannot come, or whose number somebody else has used. */
function Cancellation({ booking: { id, name }, onChanged, onLeave }: BookingRowProps & { readonly onLeave: () => void }) {
  const { busy, error, send } = useChange('event.cancel-booking');
  const cancel = async (note: string) => {
    const result = await send({ id, note });
    if (result.ok) {
      notify('已取消，并已通知本人');
      onLeave();
    }
    if (result.ok || result.error.code === 'conflict') onChanged();
  };
  return (
    <CancelPanel
      id={`note-${id}`}
      text='取消这个预约'
      help='会通知预约的人。'
      question={`${name === null ? '这个' : `“${name}”的`}预约将取消，名额让给别人，不能恢复。`}
      busy={busy}
      error={error}
      onCancel={(note) => void cancel(note)}
      onLeave={onLeave}
    />
  );
}
