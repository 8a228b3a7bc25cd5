import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { Button, ShareButton } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { RequestView } from '../../contract/request/request';
import { chinaDate, monthDay } from '../../domain/china-time';
import { useChange } from '../../hooks/use-change';
import { isH5 } from '../../platform/environment';
import { address, backTo } from '../../platform/navigation';
import { confirm, notify } from '../../platform/notify';
import { copyLink } from '../../platform/sharing';
import styles from './index.module.scss';

interface Invitation {
  readonly token: string;
  readonly expiresAt: string;
}

/** Colleagues of the firm who see how it goes: the owner lets them in, they may leave. */
export function Colleagues({ request, onChange }: { request: RequestView; onChange: () => Promise<void> }) {
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  // Without an invitation the card leads to the directory: a case is nobody's business but theirs.
  useShareAppMessage(() =>
    invitation === null
      ? { title: '企业服务', path: '/pages/service/index' }
      : { title: `请一起跟进“${request.title}”的办理进度`, path: address('/service/follow/index', { token: invitation.token }) },
  );
  const { id, actors, followerCount } = request;
  if (followerCount === null) return actors.includes('follower') ? <Following id={id} /> : null;
  return <Invitations id={id} count={followerCount} invitation={invitation} onInvited={setInvitation} onChange={onChange} />;
}

interface InvitationsProps {
  readonly id: string;
  readonly count: number;
  /** The last one made. */
  readonly invitation: Invitation | null;
  readonly onInvited: (invitation: Invitation | null) => void;
  readonly onChange: () => Promise<void>;
}

function Invitations({ id, count, invitation, onInvited, onChange }: InvitationsProps) {
  const invite = useChange('request.invite');
  const end = useChange('request.unfollow');
  const failure = invite.error ?? end.error;

  const ask = async () => {
    const result = await invite.send({ id });
    if (!result.ok) return;
    const { token, expiresAt } = result.data;
    // An answer that was lost on its way is not given twice.
    if (token === null) notify('没有收到邀请，请再点一次');
    else onInvited({ token, expiresAt });
  };

  const endAll = async () => {
    if (!(await confirm({ title: '结束同事的跟进', text: '已经加入的同事不能再看到这份申请，没有用过的邀请也随之失效。', yes: '结束' }))) return;
    const result = await end.send({ id, all: true });
    if (!result.ok) return;
    onInvited(null);
    await onChange();
  };

  return (
    <>
      <Heading text='让同事一起看进度' />
      <View className={styles.remark}>
        {count === 0 ? '同事可以看到进度、留言和材料，不能撤回或确认办结。' : `已有 ${count} 位同事在跟进。他们可以看到进度、留言和材料，不能撤回或确认办结。`}
      </View>
      {invitation === null ? null : (
        <Notice tone='good' alert>
          {`邀请已生成，请在 ${monthDay(chinaDate(invitation.expiresAt))}前发给一位同事，只能使用一次。`}
        </Notice>
      )}
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {failure.message}
        </Notice>
      )}
      <Buttons>
        {invitation === null ? null : <Send token={invitation.token} />}
        <Button
          look={invitation === null ? 'plain' : 'quiet'}
          text={invitation === null ? '邀请一位同事' : '再邀请一位'}
          busy={invite.busy}
          onPress={() => void ask()}
        />
        {count === 0 ? null : <Button look='quiet' text='结束同事的跟进' busy={end.busy} onPress={() => void endAll()} />}
      </Buttons>
    </>
  );
}

function Send({ token }: { token: string }) {
  return isH5 ? (
    <Button look='plain' text='复制邀请链接' onPress={() => void copyLink(address('/service/follow/index', { token }))} />
  ) : (
    <ShareButton text='发给同事' />
  );
}

function Following({ id }: { id: string }) {
  const { busy, error, send } = useChange('request.unfollow');
  const leave = async () => {
    if (!(await confirm({ title: '不再跟进这份申请', text: '之后看不到它的进度，需要时请同事重新邀请。', yes: '不再跟进' }))) return;
    const result = await send({ id });
    if (result.ok) backTo('/service/requests/index');
  };
  return (
    <>
      <Heading text='一起跟进' />
      <View className={styles.remark}>您受同事邀请一起跟进这份申请，可以看进度、留言；补充、撤回和确认办结由提交申请的同事操作。</View>
      {error === null ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      <Buttons>
        <Button look='quiet' text='不再跟进' busy={busy} onPress={() => void leave()} />
      </Buttons>
    </>
  );
}
