import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import { QrCode } from '../../components/qr-code';
import type { StartedPairing } from '../../contract/pairing';
import { pairingText } from '../../domain/pairing-code';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useRead } from '../../hooks/use-read';
import { useConfirmation } from './use-confirmation';
import styles from './index.module.scss';

/** On a desktop: six digits to confirm in the mini-program. Built for H5 alone; in WeChat nobody needs it. */
export default function SignInPage() {
  const read = useRead('pairing.start', {});
  return (
    <Page title='工作人员登录'>
      <Loaded read={read}>{(pairing) => <Waiting key={pairing.id} pairing={pairing} onRenew={() => void read.reload()} />}</Loaded>
    </Page>
  );
}

function Waiting({ pairing, onRenew }: { pairing: StartedPairing; onRenew: () => void }) {
  const state = useConfirmation(pairing);
  if (state === 'expired') {
    return (
      <View className={styles.expired}>
        <Notice tone='info' alert>
          这组数字已经失效，请重新获取。
        </Notice>
        <Button text='重新获取' onPress={onRenew} />
      </View>
    );
  }
  const { code } = pairing;
  return (
    <View className={styles.panel}>
      <QrCode text={pairingText(code)} label='登录二维码' />
      <View className={styles.words}>
        <View className={styles.label}>登录数字</View>
        <View className={styles.code} id='pairing-code'>{`${code.slice(0, 3)} ${code.slice(3)}`}</View>
        <View className={styles.steps}>
          <View>1. 在手机上打开本小程序，进入“我的 → 登录电脑端”。</View>
          <View>2. 扫这里的二维码，或输入六位数字。</View>
          <View>3. 在手机上确认，这里会自动登录。</View>
        </View>
        <View className={styles.note}>数字五分钟内有效，只能用一次；登录后 12 小时自动退出。请不要把数字告诉别人。</View>
        {state === 'offline' ? <Notice tone='wrong'>网络不太好，正在重新连接。</Notice> : null}
      </View>
    </View>
  );
}
