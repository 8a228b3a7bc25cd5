import { View } from '@tarojs/components';
import { makePhoneCall } from '@tarojs/taro';
import { Attachments } from '../../../components/attachments';
import { Pressable } from '../../../components/controls/pressable';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import type { FilledField, RequestView } from '../../../contract/request/request';
import { monthDayTime } from '../../../domain/china-time';
import { openAttachment } from '../../../platform/attachment/open-attachment';
import styles from './facts.module.scss';

/** What was filled in and attached. */
export function Facts({ request }: { request: RequestView }) {
  const { title, fields, attachments, submittedAt, officeName, anonymous, creditCodeDoubtful } = request;
  return (
    <>
      <Heading text={title} />
      {anonymous ? <Notice tone='info'>匿名提交，没有留下姓名和联系方式。进度和答复，对方在自己的申请里能看到。</Notice> : null}
      {creditCodeDoubtful ? <Notice tone='wrong'>统一社会信用代码的校验位不符，企业已确认，请核对营业执照。</Notice> : null}
      <View className={styles.facts}>
        {fields.map((field) => (
          <View key={field.id} className={styles.fact}>
            <View className={styles.label}>{field.label}</View>
            <View className={styles.value}>{field.id === 'phone' ? <Phone field={field} /> : field.text}</View>
          </View>
        ))}
        <View className={styles.fact}>
          <View className={styles.label}>提交时间</View>
          <View className={styles.value}>{monthDayTime(submittedAt)}</View>
        </View>
        <View className={styles.fact}>
          <View className={styles.label}>办理单位</View>
          <View className={styles.value}>{officeName}</View>
        </View>
      </View>
      <Attachments files={attachments} onOpen={(file) => void openAttachment(file)} />
    </>
  );
}

function Phone({ field: { text } }: { field: FilledField }) {
  return (
    <Pressable
      className={styles.phone}
      onPress={() => {
        // Turning the call down is a failure to WeChat and none to us.
        makePhoneCall({ phoneNumber: text }).catch(() => undefined);
      }}
    >
      {text}
      <View className={styles.dial}>拨打</View>
    </Pressable>
  );
}
