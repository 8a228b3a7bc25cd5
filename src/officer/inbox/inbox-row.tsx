import { View } from '@tarojs/components';
import { Icon } from '../../components/icon';
import { Pressable } from '../../components/controls/pressable';
import { promiseWords } from '../../components/promise';
import type { RequestRow } from '../../contract/request/request';
import { monthDayTime } from '../../domain/china-time';
import { formatReceiptNumber } from '../../domain/request/receipt-number';
import styles from './inbox-row.module.scss';

interface InboxRowProps {
  readonly request: RequestRow;
  /** For an officer of several offices. */
  readonly withOffice: boolean;
  readonly onOpen: (id: string) => void;
}

export function InboxRow({ request, withOffice, onOpen }: InboxRowProps) {
  const promise = promiseWords(request.promise);
  return (
    <Pressable
      role='link'
      className={styles.row}
      onPress={() => {
        onOpen(request.id);
      }}
    >
      <View className={styles.what}>
        <View className={styles.firm}>{request.firmName}</View>
        <View className={styles.subject}>{request.subject}</View>
      </View>
      {promise === null ? null : (
        <View className={`${styles.due} ${styles[promise.tone]}`}>
          <Icon name={promise.tone === 'wrong' ? 'warning' : 'clock'} small />
          <View className={styles.dueText}>{promise.text}</View>
        </View>
      )}
      <View className={styles.detail}>
        <View>{formatReceiptNumber(request.receiptNumber)}</View>
        <View>{monthDayTime(request.submittedAt)} 提交</View>
        {withOffice ? <View>{request.officeName}</View> : null}
      </View>
    </Pressable>
  );
}
