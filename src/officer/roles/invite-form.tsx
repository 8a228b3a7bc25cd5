import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '../../components/controls/button';
import { SelectField } from '../../components/form/select-field';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import type { InvitationPage } from '../../contract/role';
import { invitedRoles, isHeldInOffice, roleNames } from '../../domain/role';
import { useChange } from '../../hooks/use-change';
import { address } from '../../platform/navigation';
import { duties, roleWords } from '../shared/role-words';
import type { MadeInvitation } from '../shared/made-invitation';
import styles from './index.module.scss';

const roleChoices = invitedRoles.map((id) => ({ id, name: roleNames[id] }));

interface InviteFormProps {
  readonly offices: InvitationPage['offices'];
  readonly onMade: (made: MadeInvitation) => void;
}

/** Whom to invite into what. */
export function InviteForm({ offices, onMade }: InviteFormProps) {
  const [role, setRole] = useState<(typeof invitedRoles)[number]>('officer');
  const [office, setOffice] = useState('');
  const inviteeName = useRef('');
  // The field keeps its own text; after an invitation an empty one takes its place.
  const [fieldNumber, setFieldNumber] = useState(0);
  // An answer that was lost on the way had the only copy of the link.
  const [isLinkLost, setLinkLost] = useState(false);
  const { busy, error, send } = useChange('invitation.make');

  const invite = async () => {
    const result = await send({ role, officeId: isHeldInOffice(role) && office !== '' ? office : null, inviteeName: inviteeName.current });
    if (!result.ok) return;
    const { id, token, offers } = result.data;
    setLinkLost(token === null);
    inviteeName.current = '';
    setFieldNumber((number) => number + 1);
    if (token !== null) onMade({ id, inviteeName: result.data.inviteeName, words: roleWords(offers), address: address('/officer/invitation/index', { token }) });
  };

  return (
    <View className={styles.form}>
      <SelectField
        id='role'
        label='角色'
        help={duties[role]}
        choices={roleChoices}
        chosen={role}
        onChoose={(id) => {
          setRole(invitedRoles.find((known) => known === id) ?? role);
        }}
      />
      {isHeldInOffice(role) ? <SelectField id='officeId' label='单位' error={error?.fields?.officeId} choices={offices} chosen={office} onChoose={setOffice} /> : null}
      <TextField
        key={fieldNumber}
        id='inviteeName'
        label='受邀人'
        help='写清姓名，方便以后查看是谁担任。'
        initial=''
        error={error?.fields?.inviteeName}
        onInput={(text) => {
          inviteeName.current = text;
        }}
      />
      {error === null || error.fields !== undefined ? null : (
        <Notice tone='wrong' alert>
          {error.message}
        </Notice>
      )}
      {isLinkLost ? (
        <Notice tone='wrong' alert>
          邀请已生成，但链接没有传回来。请在下面撤回这份邀请，再重新邀请一次。
        </Notice>
      ) : null}
      <Button text='生成邀请' busy={busy} onPress={() => void invite()} />
    </View>
  );
}
