import { View } from '@tarojs/components';
import { Attachments } from '../../components/attachments';
import { Heading } from '../../components/heading';
import type { RequestView } from '../../contract/request/request';
import { openAttachment } from '../../platform/attachment/open-attachment';
import styles from './index.module.scss';

/** What was filled in. */
export function RequestDetails({ request: { fields, anonymous, attachments } }: { request: RequestView }) {
  return (
    <>
      <Heading text='申请内容' />
      <View className={styles.details}>
        {fields.map(({ id, label, text }) => (
          <View key={id} className={styles.detail}>
            <View className={styles.name}>{label}</View>
            <View className={styles.value}>{text}</View>
          </View>
        ))}
      </View>
      <Attachments files={attachments} onOpen={(file) => void openAttachment(file)} />
      <View className={styles.remark}>{anonymous ? '这份申请是匿名提交的，办理单位看不到您是谁。' : '联系人和联系电话在办结后按期清除，清除后这里不再显示。'}</View>
    </>
  );
}
