import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { Button } from '../../components/controls/button';
import { Heading } from '../../components/heading';
import { LinkList } from '../../components/controls/link-list';
import { Notice } from '../../components/notice';
import type { RequestForm } from '../../contract/request';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useRead } from '../../hooks/use-read';
import { open } from '../../platform/navigation';
import styles from './index.module.scss';

export default function ServicePage() {
  const form = useRead('request.form', {});
  useShareAppMessage(() => ({ title: '请专家上门：企业服务', path: '/pages/service/index' }));
  return (
    <Page tab='/pages/service/index' title='企业服务'>
      <Loaded read={form}>{(data) => <Visit form={data} />}</Loaded>
      <Heading text='已经申请过' />
      <LinkList
        links={[
          {
            icon: 'document',
            title: '我的申请',
            text: '看办到哪一步，补充材料或撤回',
            onPress: () => {
              open('/service/requests/index');
            },
          },
          {
            icon: 'search',
            title: '凭编号查进度',
            text: '用受理编号和联系电话后四位查询，不用登录',
            onPress: () => {
              open('/service/lookup/index');
            },
          },
        ]}
      />
    </Page>
  );
}

function Visit({ form }: { form: RequestForm }) {
  return (
    <View className={styles.card}>
      <View className={styles.title}>{form.title}</View>
      {form.open ? <Steps form={form} /> : <Closed reason={form.closedReason} />}
      <Heading text='可以问这些方面' />
      <View className={styles.subjects}>{form.subjects.map(({ name }) => name).join('、')}</View>
    </View>
  );
}

function Steps({ form }: { form: RequestForm }) {
  return (
    <>
      <View className={styles.introduction}>{form.introduction}</View>
      <View className={styles.steps}>
        {form.whatHappensNext.map((step, index) => (
          <View key={step} className={styles.step}>
            <View className={styles.number}>{index + 1}</View>
            <View className={styles.words}>{step}</View>
          </View>
        ))}
      </View>
      <View className={styles.action}>
        <Button
          text='填写申请'
          onPress={() => {
            open('/service/expert-visit/index', {});
          }}
        />
      </View>
    </>
  );
}

function Closed({ reason }: { reason: string | null }) {
  return (
    <View className={styles.closed}>
      <Notice tone='info'>{reason}</Notice>
    </View>
  );
}
