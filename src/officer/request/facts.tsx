import { View } from '@tarojs/components';
import { makePhoneCall } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import { Pressable } from '../../components/controls/pressable';
import type { RequestView } from '../../contract/request/request';
import { monthDayTime, monthDayWeekday } from '../../domain/china-time';
import styles from './facts.module.scss';

// Erased, or not this office's to see any more: the view does not say which.
const WITHHELD = '不再显示';

/** What the firm wrote. */
export function Facts({ request }: { request: RequestView }) {
  return (
    <>
      <Heading text={request.title} />
      <View className={styles.facts}>
        <Fact label='企业名称'>{request.firmName}</Fact>
        <Fact label='统一社会信用代码'>
          <View className={styles.code}>{request.creditCode}</View>
          {request.creditCodeDoubtful ? <Notice tone='wrong'>校验位不符，企业已确认，请核对营业执照。</Notice> : null}
        </Fact>
        <Fact label='联系人'>{request.contactName ?? WITHHELD}</Fact>
        <Fact label='联系电话'>{request.phone === null ? WITHHELD : <Phone number={request.phone} />}</Fact>
        <Fact label='所在区域'>{request.areaName}</Fact>
        <Fact label='想问的方面'>{request.subject}</Fact>
        <Fact label='具体情况'>
          <View className={styles.need}>{request.need}</View>
        </Fact>
        <Fact label='方便的日期'>{request.preferredDates.map(monthDayWeekday).join('、')}</Fact>
        <Fact label='提交时间'>{monthDayTime(request.submittedAt)}</Fact>
        <Fact label='受理单位'>{request.officeName}</Fact>
      </View>
    </>
  );
}

function Fact({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <View className={styles.fact}>
      <View className={styles.label}>{label}</View>
      <View className={styles.value}>{children}</View>
    </View>
  );
}

function Phone({ number }: { number: string }) {
  return (
    <Pressable
      className={styles.phone}
      onPress={() => {
        // Turning the call down is a failure to WeChat and none to us.
        makePhoneCall({ phoneNumber: number }).catch(() => undefined);
      }}
    >
      {number}
      <View className={styles.dial}>拨打</View>
    </Pressable>
  );
}
