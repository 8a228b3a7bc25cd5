import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Button } from '../../components/controls/button';
import { ChoiceRow } from '../../components/controls/choice-row';
import { Empty } from '../../components/empty';
import { Notice } from '../../components/notice';
import type { GrantView } from '../../contract/role';
import { monthDayTime } from '../../domain/china-time';
import { roleNames, roles, type Role } from '../../domain/role';
import { PagedList } from '../../frame/paged-list';
import { useChange } from '../../hooks/use-change';
import { call } from '../../platform/call';
import { confirm } from '../../platform/notify';
import { roleWords } from '../shared/role-words';
import { useGuardedPages, type GuardedProps } from '../../hooks/use-guarded-pages';
import styles from './index.module.scss';

const choices = roles.map((id) => ({ id, name: roleNames[id] }));

/** Who holds what, and taking it back. */
export function Holders({ onForbidden }: GuardedProps) {
  const [role, chooseRole] = useState<Role | undefined>(undefined);
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('role.list', { role, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.grants, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [role],
  );
  const pages = useGuardedPages(fetchPage, onForbidden);
  const revocation = useChange('role.revoke');

  const revoke = async ({ id, holds, holderName, mine }: GrantView) => {
    const yes = await confirm({
      title: `收回${mine ? '您自己' : holderName}的角色`,
      text: `收回“${roleWords(holds)}”后立即生效，${mine ? '您' : '对方'}不能再办理这个角色的工作。需要恢复时，重新邀请即可。`,
      yes: '收回',
    });
    if (!yes) return;
    await revocation.send({ id });
    // A refusal means that the list is out of date as well.
    await pages.reload();
  };

  return (
    <>
      <ChoiceRow label='角色' all='全部' choices={choices} chosen={role} onChoose={(id) => { chooseRole(roles.find((known) => known === id)); }} />
      {revocation.error === null ? null : (
        <Notice tone='wrong' alert>
          {revocation.error.message}
        </Notice>
      )}
      <PagedList pages={pages} empty={<Empty icon='me' title='还没有人担任' text='在“邀请”里请同事担任，对方接受后会显示在这里。' />}>
        {(grants) => (
          <View className={styles.rows}>
            {grants.map((grant) => (
              <Holder key={grant.id} grant={grant} disabled={revocation.busy} onRevoke={() => void revoke(grant)} />
            ))}
          </View>
        )}
      </PagedList>
    </>
  );
}

function Holder({ grant: { holderName, holds, mine, grantedAt }, disabled, onRevoke }: { grant: GrantView; disabled: boolean; onRevoke: () => void }) {
  return (
    <View className={styles.row}>
      <View className={styles.words}>
        <View className={styles.name}>{mine ? `${holderName}（您自己）` : holderName}</View>
        <View className={styles.detail}>{`${roleWords(holds)}，${monthDayTime(grantedAt)} 起`}</View>
      </View>
      <View className={styles.action}>
        <Button look='quiet' text='收回' disabled={disabled} onPress={onRevoke} />
      </View>
    </View>
  );
}
