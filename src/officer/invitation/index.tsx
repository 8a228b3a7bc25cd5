import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '../../components/controls/button';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { Offer } from './offer';
import { readInvitationToken } from './read-token';
import styles from './index.module.scss';

/** Opened by the invitation's link or share card; without one, the link can be pasted. */
export default function InvitationPage() {
  const { token: given = '' } = useParameters();
  const [token, setToken] = useState(() => readInvitationToken(given));
  return token === null ? <PasteLink onToken={setToken} /> : <Offer token={token} />;
}

function PasteLink({ onToken }: { onToken: (token: string) => void }) {
  const pasted = useRef('');
  const [wrong, setWrong] = useState(false);
  const go = () => {
    const token = readInvitationToken(pasted.current);
    setWrong(token === null);
    if (token !== null) onToken(token);
  };
  return (
    <Page title='工作邀请' actions={<Button text='下一步' onPress={go} />}>
      <View className={styles.introduction}>
        <Notice tone='info'>管理员邀请您担任工作角色时，会给您一个链接。把链接粘贴到这里，就能看到邀请的内容。</Notice>
      </View>
      <TextField
        id='link'
        label='邀请链接'
        help='请完整复制；链接七天内有效，只能用一次。'
        initial=''
        error={wrong ? '这里没有完整的邀请链接，请重新复制。' : undefined}
        onInput={(text) => {
          pasted.current = text;
        }}
        onEnter={go}
      />
    </Page>
  );
}
