import { View } from '@tarojs/components';
import { HeadingText } from '../../components/heading';
import { Notice } from '../../components/notice';
import { eventTime } from '../../domain/booking/event-time';
import { monthDayTime } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import { useParameters } from '../../hooks/use-parameters';
import { AttendeeList } from './attendee-list';
import { Door } from './door';
import styles from './index.module.scss';
import { Strays } from './strays';
import { SyncLine } from './sync-line';
import { useCheckIn, type CheckIn } from './use-check-in';

const TITLE = '签到';

/** At the door of one event: by ticket, by list, with a network or without. */
export default function CheckInPage() {
  const { id = '' } = useParameters();
  const { read, checkIn } = useCheckIn(id);
  if (read.state.status === 'error' && read.state.error.code === 'forbidden') return <NotForYou title={TITLE} who='工作人员' />;
  return (
    <Workspace title={TITLE}>
      {checkIn === null ? (
        <Loaded read={read} rows={6}>
          {() => null}
        </Loaded>
      ) : (
        <AtTheDoor checkIn={checkIn} />
      )}
    </Workspace>
  );
}

function AtTheDoor({ checkIn }: { checkIn: CheckIn }) {
  const { list, attendees, strays, fromDevice, queue } = checkIn;
  const { event } = list;
  return (
    <>
      <HeadingText level={2} className={styles.title}>
        {event.title}
      </HeadingText>
      <View className={styles.detail}>{`${eventTime(event)}，${event.address}`}</View>
      <View className={styles.counts}>
        <View className={styles.present}>{`已到 ${attendees.filter(({ present }) => present).length} 人`}</View>
        <View className={styles.detail}>{`预约成功 ${list.rows.length} 人`}</View>
      </View>
      <View className={styles.notices}>
        {fromDevice ? <Notice tone='promise'>{`没有连上服务，名单是 ${monthDayTime(list.takenAt)} 保存在本机的。可以照常签到，网络恢复后自动同步。`}</Notice> : null}
        {checkIn.listKept ? null : <Notice tone='wrong'>本机存储已满或不可用，名单没有保存在本机。没有网络时请不要关闭本页，否则打不开名单。</Notice>}
        <SyncLine queue={queue} onRetry={checkIn.retry} />
        {event.cancelled ? <Notice tone='wrong'>这一场已经取消，不能签到。</Notice> : null}
      </View>
      <View className={styles.split}>
        <View>
          {event.cancelled ? null : <Door checkIn={checkIn} />}
          <Strays strays={strays} onDismiss={checkIn.dismiss} />
        </View>
        <View>
          <AttendeeList checkIn={checkIn} />
        </View>
      </View>
    </>
  );
}
