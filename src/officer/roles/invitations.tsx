import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Button } from '../../components/controls/button';
import { Empty } from '../../components/empty';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { InvitationPage, InvitationView } from '../../contract/role';
import { monthDayTime } from '../../domain/china-time';
import { PagedList } from '../../frame/paged-list';
import { useChange } from '../../hooks/use-change';
import { call } from '../../platform/call';
import { confirm } from '../../platform/notify';
import { roleWords } from '../shared/role-words';
import { Made, type MadeInvitation } from '../shared/made-invitation';
import { useGuardedPages, type GuardedProps } from '../../hooks/use-guarded-pages';
import { InviteForm } from './invite-form';
import styles from './index.module.scss';

interface InvitationsProps extends GuardedProps {
  readonly made: MadeInvitation | null;
  readonly onMade: (made: MadeInvitation | null) => void;
}

/** Inviting, and the invitations that nobody has accepted yet. */
export function Invitations({ made, onMade, onForbidden }: InvitationsProps) {
  const [offices, setOffices] = useState<InvitationPage['offices'] | null>(null);
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('invitation.list', { cursor });
    if (!result.ok) return result;
    setOffices(result.data.offices);
    return { ok: true, data: { rows: result.data.invitations, nextCursor: result.data.nextCursor } } as const;
  }, []);
  const pages = useGuardedPages(fetchPage, onForbidden);
  const revocation = useChange('invitation.revoke');

  const revoke = async ({ id, inviteeName }: InvitationView) => {
    if (!(await confirm({ title: `撤回给${inviteeName}的邀请`, text: '撤回后链接立即失效。', yes: '撤回' }))) return;
    await revocation.send({ id });
    if (made?.id === id) onMade(null);
    await pages.reload();
  };

  return (
    <>
      {made === null ? null : <Made made={made} />}
      {offices === null ? null : (
        <InviteForm
          offices={offices}
          onMade={(invitation) => {
            onMade(invitation);
            void pages.reload();
          }}
        />
      )}
      <Heading text='等待接受' />
      {revocation.error === null ? null : (
        <Notice tone='wrong' alert>
          {revocation.error.message}
        </Notice>
      )}
      <PagedList pages={pages} empty={<Empty icon='inbox' title='没有等待接受的邀请' text='发出的邀请在对方接受前显示在这里，可以撤回。' />}>
        {(invitations) => (
          <View className={styles.rows}>
            {invitations.map((invitation) => (
              <Waiting key={invitation.id} invitation={invitation} disabled={revocation.busy} onRevoke={() => void revoke(invitation)} />
            ))}
          </View>
        )}
      </PagedList>
    </>
  );
}

function Waiting({ invitation: { inviteeName, offers, expiresAt }, disabled, onRevoke }: { invitation: InvitationView; disabled: boolean; onRevoke: () => void }) {
  return (
    <View className={styles.row}>
      <View className={styles.words}>
        <View className={styles.name}>{inviteeName}</View>
        <View className={styles.detail}>{`${roleWords(offers)}，${monthDayTime(expiresAt)} 前有效`}</View>
      </View>
      <View className={styles.action}>
        <Button look='quiet' text='撤回' disabled={disabled} onPress={onRevoke} />
      </View>
    </View>
  );
}
