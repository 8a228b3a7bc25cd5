import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import type { AskedPairing } from '../../contract/pairing';
import { monthDayTime } from '../../domain/china-time';
import { Page } from '../../frame/page';
import { isH5 } from '../../platform/environment';
import { back } from '../../platform/navigation';
import { usePairing, type Pairing } from './use-pairing';
import styles from './index.module.scss';

/** On the phone: the desktop's six digits, scanned or typed, and then the person's word. */
export default function PairingPage() {
  const pairing = usePairing();
  const { step } = pairing;
  if (step.kind === 'asked') return <Asked asked={step.pairing} pairing={pairing} />;
  if (step.kind === 'confirmed') return <Confirmed />;
  return (
    <Page
      title='登录电脑端'
      actions={
        <>
          <Button text='下一步' busy={pairing.busy} onPress={() => void pairing.look()} />
          {isH5 ? null : <Button look='plain' text='扫一扫' disabled={pairing.busy} onPress={() => void pairing.scan()} />}
        </>
      }
    >
      <View className={styles.introduction}>在电脑浏览器里打开本站的“工作人员登录”，屏幕上会显示二维码和六位数字。</View>
      <TextField
        id='code'
        label='六位数字'
        help='电脑屏幕上显示的数字，五分钟内有效。'
        type='digits'
        initial=''
        error={pairing.error?.fields?.code}
        onInput={pairing.type}
        onEnter={() => void pairing.look()}
      />
      <Trouble pairing={pairing} />
    </Page>
  );
}

function Asked({ asked, pairing }: { asked: AskedPairing; pairing: Pairing }) {
  return (
    <Page
      title='登录电脑端'
      actions={
        <>
          <Button text='确认登录' busy={pairing.busy} onPress={() => void pairing.confirm(asked)} />
          <Button look='plain' text='不是我' disabled={pairing.busy} onPress={pairing.turnBack} />
        </>
      }
    >
      <View className={styles.asked}>
        <View className={styles.question}>一台电脑要用您的身份登录</View>
        <View className={styles.detail}>{`${monthDayTime(asked.startedAt)} 发起，登录后 12 小时自动退出。`}</View>
      </View>
      <Notice tone='info'>请确认电脑就在您面前。如果数字是别人发给您的，请不要确认：对方会以您的身份办理业务。</Notice>
      <Trouble pairing={pairing} />
    </Page>
  );
}

function Trouble({ pairing: { error } }: { pairing: Pairing }) {
  return error === null || error.fields?.code !== undefined ? null : (
    <Notice tone='wrong' alert>
      {error.message}
    </Notice>
  );
}

function Confirmed() {
  return (
    <Page title='登录电脑端' actions={<Button text='完成' onPress={back} />}>
      <View className={styles.asked}>
        <Notice tone='good' alert>
          已确认，电脑会在几秒钟内登录。用完请在电脑上退出，公用电脑尤其要留意。
        </Notice>
      </View>
    </Page>
  );
}
