import { useShareAppMessage } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { Tabs } from '../../components/controls/tabs';
import { ForAdministrators } from '../shared/for-administrators';
import type { MadeInvitation } from '../shared/made-invitation';
import { Workspace } from '../../frame/workspace/workspace';
import { Holders } from './holders';
import { Invitations } from './invitations';

const TITLE = '角色与邀请';

const parts = [
  { id: 'holders', text: '担任角色的人' },
  { id: 'invitations', text: '邀请' },
] as const;

type Part = (typeof parts)[number]['id'];

export default function RolesPage() {
  const [part, choosePart] = useState<Part>('holders');
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const [forbidden, setForbidden] = useState(false);
  const forbid = useCallback(() => {
    setForbidden(true);
  }, []);
  // The page's own menu shares too: what was made just now, or else nothing that needs a role.
  useShareAppMessage(() => (made === null ? { title: '质量月', path: '/pages/home/index' } : { title: `邀请您担任${made.words}`, path: made.address }));
  if (forbidden) return <ForAdministrators title={TITLE} />;
  return (
    <Workspace title={TITLE} current='/officer/roles/index'>
      <Tabs label={TITLE} tabs={parts} chosen={part} onChoose={choosePart} />
      {part === 'holders' ? <Holders onForbidden={forbid} /> : <Invitations made={made} onMade={setMade} onForbidden={forbid} />}
    </Workspace>
  );
}
