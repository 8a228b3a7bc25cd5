import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { OfferView, RoleView } from '../../contract/role';
import { monthDayTime } from '../../domain/china-time';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useChange } from '../../hooks/use-change';
import { useRead } from '../../hooks/use-read';
import { open } from '../../platform/navigation';
import { duties, roleWords } from '../shared/role-words';
import styles from './index.module.scss';

const toWork = () => {
  open('/pages/me/index');
};

/** What the invitation offers, and the person's word. */
export function Offer({ token }: { token: string }) {
  const read = useRead('invitation.get', { token });
  const acceptance = useChange('invitation.accept');
  const [accepted, setAccepted] = useState<RoleView | null>(null);
  const accept = async () => {
    const result = await acceptance.send({ token });
    if (result.ok) setAccepted(result.data.holds);
  };
  if (accepted !== null) return <Accepted holds={accepted} />;
  const isReady = read.state.status === 'ready' && read.state.data.standing === 'ready';
  return (
    <Page title='工作邀请' {...(isReady ? { actions: <Button text='接受邀请' busy={acceptance.busy} onPress={() => void accept()} /> } : {})}>
      <Loaded read={read}>{(data) => <Details offer={data} />}</Loaded>
      {acceptance.error === null ? null : (
        <Notice tone='wrong' alert>
          {acceptance.error.message}
        </Notice>
      )}
    </Page>
  );
}

function Details({ offer: { offers, inviteeName, campaignName, expiresAt, standing } }: { offer: OfferView }) {
  return (
    <View className={styles.offer}>
      <View className={styles.label}>{`${inviteeName}，邀请您担任`}</View>
      <View className={styles.role}>{roleWords(offers)}</View>
      <View className={styles.detail}>{`${campaignName}。${duties[offers.role]}`}</View>
      <View className={styles.detail}>{`${monthDayTime(expiresAt)} 前有效，只能由一个人接受。不认识邀请您的人，请不要接受。`}</View>
      {standing === 'held' ? (
        <View className={styles.standing}>
          <Notice tone='good'>您已经担任这个角色，不用再接受；这份邀请可以留给别人。</Notice>
          <Button look='plain' text='去“我的”' onPress={toWork} />
        </View>
      ) : null}
      {standing === 'guest' ? (
        <View className={styles.standing}>
          <Notice tone='promise'>工作角色要绑定微信身份。请在手机上打开微信小程序，进入“我的 → 个人信息 → 接受工作邀请”，粘贴同一个链接。</Notice>
        </View>
      ) : null}
    </View>
  );
}

function Accepted({ holds }: { holds: RoleView }) {
  return (
    <Page title='工作邀请' actions={<Button text='去“我的”' onPress={toWork} />}>
      <View className={styles.introduction}>
        <Notice tone='good' alert>
          {`已接受，您现在是${roleWords(holds)}。工作入口在“我的”里。`}
        </Notice>
      </View>
    </Page>
  );
}
