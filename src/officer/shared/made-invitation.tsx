import { View } from '@tarojs/components';
import { Button, ShareButton } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { Notice } from '../../components/notice';
import { copyLink } from '../../platform/sharing';
import styles from './made-invitation.module.scss';

/** An invitation that was made just now: the only moment its link is known. */
export interface MadeInvitation {
  readonly id: string;
  readonly inviteeName: string;
  /** What it invites into. */
  readonly words: string;
  /** The page's address with the token. */
  readonly address: string;
}

export function Made({ made: { inviteeName, words, address } }: { made: MadeInvitation }) {
  return (
    <View className={styles.made}>
      <Notice tone='good' alert>
        {`邀请已生成：请${inviteeName}担任${words}。链接只显示这一次，请现在就发给本人；七天内有效，只能用一次。`}
      </Notice>
      <View className={styles.link}>{address}</View>
      <Buttons>
        <ShareButton text='发给微信好友' />
        <Button look='plain' text='复制链接' onPress={() => void copyLink(address)} />
      </Buttons>
    </View>
  );
}
