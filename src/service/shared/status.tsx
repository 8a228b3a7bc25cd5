import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import { Pressable } from '../../components/controls/pressable';
import { PromiseNotice } from '../../components/promise';
import { stateHues, Tag } from '../../components/tag';
import { Timeline } from '../../components/timeline';
import type { RequestStatus } from '../../contract/request/request';
import { formatReceiptNumber } from '../../domain/request/receipt-number';
import { copy } from '../../platform/sharing';
import styles from './status.module.scss';

/** What number, what state, who answers by when. */
export function StatusCard({ status }: { status: RequestStatus }) {
  return (
    <View className={styles.card}>
      <View className={styles.caption}>受理编号</View>
      <View className={styles.line}>
        <View className={styles.number}>{formatReceiptNumber(status.receiptNumber)}</View>
        <Pressable label='复制受理编号' className={styles.copy} onPress={() => void copy(status.receiptNumber, '编号已复制')}>
          复制
        </Pressable>
      </View>
      <View className={styles.what}>
        <Tag text={status.stateLabel} hue={stateHues[status.state]} />
        <View className={styles.title}>{status.subject === null ? status.title : `${status.title} · ${status.subject}`}</View>
      </View>
      <View className={styles.promise}>
        <PromiseNotice promise={status.promise} officeName={status.officeName} />
      </View>
    </View>
  );
}

export function StatusTimeline({ status }: { status: RequestStatus }) {
  return (
    <>
      <Heading text='办理进度' />
      <Timeline events={status.timeline} next={status.next} />
    </>
  );
}
