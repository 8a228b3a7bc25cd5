import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import type { RequestView } from '../../contract/request';
import { monthDayWeekday } from '../../domain/china-time';
import styles from './index.module.scss';

const ERASED = '已按期清除';

/** What the firm filled in, for the firm itself. */
export function RequestDetails({ request }: { request: RequestView }) {
  const details = [
    ['想问的方面', request.subject],
    ['具体情况', request.need],
    ['所在区域', request.areaName],
    ['方便的日期', request.preferredDates.map(monthDayWeekday).join('、')],
    ['企业名称', request.firmName],
    ['统一社会信用代码', request.creditCode],
    ['联系人', request.contactName ?? ERASED],
    ['联系电话', request.phone ?? ERASED],
  ] as const;
  return (
    <>
      <Heading text='申请内容' />
      <View className={styles.details}>
        {details.map(([name, value]) => (
          <View key={name} className={styles.detail}>
            <View className={styles.name}>{name}</View>
            <View className={styles.value}>{value}</View>
          </View>
        ))}
      </View>
    </>
  );
}
