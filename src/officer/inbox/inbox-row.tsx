import { View } from '@tarojs/components';
import { memo } from 'react';
import { Pressable } from '../../components/controls/pressable';
import { Icon } from '../../components/icon';
import { promiseWords } from '../../components/promise';
import { stateHues, Tag } from '../../components/tag';
import type { RequestRow } from '../../contract/request/request';
import { monthDayTime } from '../../domain/china-time';
import { formatReceiptNumber } from '../../domain/request/receipt-number';
import { stateWords } from '../shared/state-words';
import styles from './inbox-row.module.scss';

interface InboxRowProps {
  readonly request: RequestRow;
  /** For an officer of several offices. */
  readonly withOffice: boolean;
  /** The case beside the list. */
  readonly current: boolean;
  /** Null while nothing is being chosen. */
  readonly selected: boolean | null;
  readonly onPress: (request: RequestRow) => void;
}

const isOverdue = ({ promise }: RequestRow): boolean => promise.kind === 'running' && promise.workingDaysLeft < 0;

/** Choosing changes no more than classes and attributes: WeChat would be sent every row whose nodes change. */
export const InboxRow = memo(function InboxRow({ request, withOffice, current, selected, onPress }: InboxRowProps) {
  const promise = promiseWords(request.promise);
  const detail = [formatReceiptNumber(request.receiptNumber), `${monthDayTime(request.submittedAt)} 提交`, ...(withOffice ? [request.officeName] : [])];
  return (
    <Pressable
      role={selected === null ? 'link' : 'checkbox'}
      checked={selected ?? false}
      current={current}
      className={`${styles.row} ${isOverdue(request) ? styles.overdue : ''} ${current ? styles.current : ''} ${selected === true ? styles.selected : ''}`}
      onPress={() => {
        onPress(request);
      }}
    >
      <View className={styles.firm}>{request.firmName}</View>
      <View className={styles.subject}>{`${request.title}${request.subject === null ? '' : ` · ${request.subject}`}`}</View>
      <View className={styles.marks}>
        <Tag text={stateWords(request)} hue={stateHues[request.state]} />
        {isOverdue(request) ? <Tag text='已逾期' hue='seal' /> : null}
        {request.unanswered ? <Tag text='企业有新留言' hue='gold' /> : null}
      </View>
      {promise === null ? null : (
        <View className={`${styles.due} ${styles[promise.tone]}`}>
          <Icon name={promise.tone === 'wrong' ? 'warning' : 'clock'} small />
          <View className={styles.dueText}>{promise.text}</View>
        </View>
      )}
      <View className={styles.detail}>{detail.join(' · ')}</View>
    </Pressable>
  );
});
