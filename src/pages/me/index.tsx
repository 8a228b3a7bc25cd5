import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { LinkList } from '../../components/controls/link-list';
import type { MeView } from '../../contract/person';
import { inChina } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useRead } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { open } from '../../platform/navigation';
import { Personas } from './personas';
import styles from './index.module.scss';

export default function MePage() {
  const read = useRead('person.me', {});
  const reload = () => void read.reload();
  useReturn(reload);
  return (
    <Page tab='/pages/me/index' title='我的'>
      <Loaded read={read}>{(me) => <Me me={me} onChange={reload} />}</Loaded>
    </Page>
  );
}

const contestLink = {
  icon: 'contest',
  title: '竞赛管理',
  text: '申诉、提醒和题目统计',
  onPress: () => {
    open('/officer/contest/index');
  },
} as const;

function Me({ me, onChange }: { me: MeView; onChange: () => void }) {
  const waiting = me.offices.reduce((sum, office) => sum + office.waitingCount, 0);
  return (
    <>
      <View className={styles.who}>
        <View className={styles.portrait}>
          <Icon name='me' />
        </View>
        <View>
          <View className={styles.label}>{me.person?.label ?? '访客'}</View>
          <View className={styles.detail}>
            {me.offices.length === 0 ? '看资讯、查进度都不用登录' : me.offices.map(({ name }) => name).join('、')}
          </View>
        </View>
      </View>
      {me.offices.length === 0 ? null : (
        <>
          <Heading text='工作' />
          <LinkList
            links={[
              {
                icon: 'inbox',
                title: '待办申请',
                text: waiting === 0 ? '没有等待受理的申请' : `${waiting} 份等待受理`,
                count: waiting,
                onPress: () => {
                  open('/officer/inbox/index');
                },
              },
              ...(me.managesContest ? [contestLink] : []),
            ]}
          />
        </>
      )}
      <Heading text='我的内容' />
      <LinkList
        links={[
          {
            icon: 'document',
            title: '我的申请',
            count: me.requestCount,
            onPress: () => {
              open('/service/requests/index');
            },
          },
          {
            icon: 'search',
            title: '凭编号查进度',
            onPress: () => {
              open('/service/lookup/index');
            },
          },
          {
            icon: 'search',
            title: '证书查验',
            text: '凭编号查验竞赛证书',
            onPress: () => {
              open('/contest/verify/index', {});
            },
          },
          {
            icon: 'book',
            title: '错题本',
            count: me.wrongQuestionCount,
            onPress: () => {
              open('/contest/wrong-questions/index');
            },
          },
          {
            icon: 'shield',
            title: '个人信息',
            text: '保存了什么，导出或删除',
            onPress: () => {
              open('/service/personal-data/index');
            },
          },
        ]}
      />
      {me.personas === null ? null : <Personas personas={me.personas} current={me.person} onChange={onChange} />}
      {me.clock.demo ? (
        <View className={styles.clock}>演示环境，当前按 {inChina(me.clock.now).format('YYYY 年 M 月 D 日 HH:mm')} 显示</View>
      ) : null}
    </>
  );
}
