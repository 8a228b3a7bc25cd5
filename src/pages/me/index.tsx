import { View } from '@tarojs/components';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { LinkList, type Link } from '../../components/controls/link-list';
import type { MeView } from '../../contract/person';
import { inChina } from '../../domain/china-time';
import { roleNames } from '../../domain/role';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useRead } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { isH5 } from '../../platform/environment';
import { open } from '../../platform/navigation';
import { Personas } from './personas';
import { SignOut } from './sign-out';
import { workLinks } from './work-links';
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

const staffSignIn: Link = {
  icon: 'link',
  title: '工作人员登录',
  text: '用微信小程序确认，登录这台电脑',
  onPress: () => {
    open('/officer/sign-in/index');
  },
};

/** What stands below the name: the offices, or else the roles, or else that none is needed. */
function detailOf({ offices, roles }: MeView): string {
  if (offices.length > 0) return offices.map(({ name }) => name).join('、');
  return roles.length > 0 ? roles.map((role) => roleNames[role]).join('、') : '看资讯、查进度都不用登录';
}

function Me({ me, onChange }: { me: MeView; onChange: () => void }) {
  const work = workLinks(me);
  return (
    <>
      <View className={styles.who}>
        <View className={styles.portrait}>
          <Icon name='me' />
        </View>
        <View>
          <View className={styles.label}>{me.person?.label ?? '访客'}</View>
          <View className={styles.detail}>{detailOf(me)}</View>
        </View>
      </View>
      {work.length === 0 ? null : (
        <>
          <Heading text='工作' />
          <LinkList links={work} />
        </>
      )}
      <Heading text='我的内容' />
      <LinkList
        links={[
          {
            icon: 'inbox',
            title: '消息',
            text: me.unreadCount === 0 ? '没有未读消息' : `${me.unreadCount} 条未读`,
            count: me.unreadCount,
            onPress: () => {
              open('/service/messages/index');
            },
          },
          {
            icon: 'document',
            title: '我的申请',
            count: me.requestCount,
            onPress: () => {
              open('/service/requests/index');
            },
          },
          {
            icon: 'clock',
            title: '我的预约',
            onPress: () => {
              open('/booking/mine/index');
            },
          },
          {
            icon: 'offline',
            title: '我的收藏',
            text: '没有网络也能看的文章',
            onPress: () => {
              open('/reading/saved/index');
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
          ...(isH5 && me.roles.length === 0 ? [staffSignIn] : []),
        ]}
      />
      {isH5 && me.person?.kind === 'wechat' ? <SignOut onSignedOut={onChange} /> : null}
      {me.personas === null ? null : <Personas personas={me.personas} current={me.person} onChange={onChange} />}
      {me.clock.demo ? (
        <View className={styles.clock}>演示环境，当前按 {inChina(me.clock.now).format('YYYY 年 M 月 D 日 HH:mm')} 显示</View>
      ) : null}
    </>
  );
}
