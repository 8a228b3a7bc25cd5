import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Empty } from '../../components/empty';
import { Notice } from '../../components/notice';
import type { Output } from '../../contract/actions';
import type { ExpertRow } from '../../contract/visit/expert';
import { Loaded } from '../../frame/loaded';
import { useChange } from '../../hooks/use-change';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import { address } from '../../platform/navigation';
import { scrollToId } from '../../platform/scroll';
import { Made, type MadeInvitation } from '../shared/made-invitation';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { roleWords } from '../shared/role-words';
import { Workspace } from '../../frame/workspace/workspace';
import { ExpertCard } from './expert-card';
import { ExpertForm } from './expert-form';
import styles from './index.module.scss';

const TITLE = '专家';
const AT_ONCE = 30;
const topAnchor = 'experts-top';

export default function ExpertsPage() {
  const read = useRead('expert.list', {});
  const [made, setMade] = useState<MadeInvitation | null>(null);
  usePullToRefresh(read.reload);
  useShareAppMessage(() => (made === null ? { title: '质量月', path: '/pages/home/index' } : { title: `邀请您担任${made.words}`, path: made.address }));
  if (read.state.status === 'error' && read.state.error.code === 'forbidden') return <NotForYou title={TITLE} who='调度人员' />;
  return (
    <Workspace title={TITLE} current='/officer/experts/index'>
      <Loaded read={read}>{(data) => <Experts data={data} made={made} onMade={setMade} reload={read.reload} />}</Loaded>
    </Workspace>
  );
}

interface ExpertsProps {
  readonly data: Output<'expert.list'>;
  readonly made: MadeInvitation | null;
  readonly onMade: (made: MadeInvitation | null) => void;
  readonly reload: () => Promise<void>;
}

function Experts({ data: { experts, choices }, made, onMade, reload }: ExpertsProps) {
  /** The profile in the form; `new` for one to add. */
  const [edited, edit] = useState<ExpertRow | 'new' | null>(null);
  const [shown, show] = useState(AT_ONCE);
  const [isLinkLost, setLinkLost] = useState(false);
  const invitation = useChange('expert.invite');

  const invite = async ({ id, name }: ExpertRow) => {
    const result = await invitation.send({ id });
    scrollToId(topAnchor);
    if (!result.ok) return;
    const { token, offers } = result.data;
    setLinkLost(token === null);
    onMade(token === null ? null : { id: result.data.id, inviteeName: name, words: roleWords(offers), address: address('/officer/invitation/index', { token }) });
  };
  const startEditing = (expert: ExpertRow | 'new') => {
    edit(expert);
    scrollToId(topAnchor);
  };
  const finish = () => {
    edit(null);
    void reload();
  };

  return (
    <>
      <View id={topAnchor}>
        {made === null ? null : <Made made={made} />}
        {isLinkLost ? (
          <Notice tone='wrong' alert>
            邀请已生成，但链接没有传回来。请重新邀请一次；没有用上的邀请，管理员可以撤回。
          </Notice>
        ) : null}
        {invitation.error === null ? null : (
          <Notice tone='wrong' alert>
            {invitation.error.message}
          </Notice>
        )}
        {edited === null ? (
          <Button look='plain' text='添加专家' onPress={() => startEditing('new')} />
        ) : (
          <ExpertForm key={edited === 'new' ? 'new' : edited.id} expert={edited === 'new' ? null : edited} choices={choices} onSaved={finish} onLeave={() => edit(null)} />
        )}
      </View>
      {experts.length === 0 ? <Empty icon='me' title='还没有专家' text='添加专家档案，再邀请本人使用。' /> : null}
      <View className={styles.cards}>
        {experts.slice(0, shown).map((expert) => (
          <ExpertCard key={expert.id} expert={expert} busy={invitation.busy} onEdit={() => startEditing(expert)} onInvite={() => void invite(expert)} />
        ))}
      </View>
      {experts.length > shown ? <Button look='quiet' text={`显示更多，还有 ${experts.length - shown} 位`} onPress={() => show(shown + AT_ONCE)} /> : null}
    </>
  );
}
