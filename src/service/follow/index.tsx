import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Empty } from '../../components/empty';
import { Notice } from '../../components/notice';
import type { FollowOffer } from '../../contract/request/case';
import { formatReceiptNumber } from '../../domain/request/receipt-number';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useChange } from '../../hooks/use-change';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { open, replace } from '../../platform/navigation';
import styles from './index.module.scss';

const TITLE = '一起跟进';

/** Where a colleague's invitation leads. */
export default function FollowPage() {
  const { token = '' } = useParameters();
  const offer = useRead('request.follow-offer', { token });
  const { busy, error, send } = useChange('request.follow');
  const follow = async () => {
    const result = await send({ token });
    if (result.ok) replace('/service/request/index', { id: result.data.id });
  };
  const isValid = offer.state.status === 'ready' && offer.state.data.valid;
  return (
    <Page title={TITLE} actions={isValid ? <Button text='一起跟进' busy={busy} onPress={() => void follow()} /> : undefined}>
      <Loaded read={offer}>{(data) => (data.valid ? <Offer offer={data} /> : <Ended />)}</Loaded>
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
    </Page>
  );
}

function Offer({ offer: { title, firmName, receiptNumber } }: { offer: FollowOffer }) {
  return (
    <View className={styles.card}>
      <View>{firmName === null ? '同事邀请您一起跟进这份申请：' : `${firmName}的同事邀请您一起跟进这份申请：`}</View>
      <View className={styles.title}>{title}</View>
      <View className={styles.detail}>{`受理编号 ${formatReceiptNumber(receiptNumber)}`}</View>
      <View className={styles.detail}>跟进后，您可以看到办理进度、申请内容和留言，也可以在里面留言，有新进展会提醒您。随时可以退出。</View>
    </View>
  );
}

function Ended() {
  return (
    <Empty
      icon='clock'
      title='这个邀请已经失效'
      text='邀请 7 天内有效，只能使用一次。请让同事重新邀请。'
      action={{ text: '去“服务”', onPress: () => open('/pages/service/index') }}
    />
  );
}
