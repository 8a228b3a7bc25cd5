import { Button } from '../../../components/controls/button';
import type { Entry } from '../../../contract/contest/contest';
import { useChange } from '../../../hooks/use-change';
import { confirm, notify } from '../../../platform/notify';

interface HideNameProps {
  readonly entry: Entry;
  readonly onEntered: (entry: Entry) => void;
}

/** Takes one's name off the boards: all that can still be changed when the contest has closed. */
export function HideName({ entry: { enterprise, officeId }, onEntered }: HideNameProps) {
  const { busy, send } = useChange('contest.enter');
  const hide = async () => {
    const yes = await confirm({ title: '改为匿名', text: '榜单和中奖名单上不再显示您的姓名。竞赛已经结束，改为匿名后不能再改回来。', yes: '改为匿名' });
    if (!yes) return;
    const result = await send({ nameChoice: 'anonymous', name: null, enterprise, officeId });
    if (result.ok) onEntered(result.data.entry);
    else notify(`没有保存。${result.error.message}`);
  };
  return <Button look='quiet' text='改为匿名' busy={busy} onPress={() => void hide()} />;
}
