import type { RequestView } from '../../contract/request/request';
import { Loaded } from '../../frame/loaded';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { Case } from '../shared/case/case';
import { hasMoves, MoveBar } from '../shared/case/moves/move-bar';
import { useDesk } from '../shared/case/use-desk';
import { Workspace } from '../../frame/workspace/workspace';

const TITLE = '办理申请';

export default function OfficerRequestPage() {
  const { id = '' } = useParameters();
  const read = useRead('request.get', { id });
  if (read.state.status === 'ready') return <Shown request={read.state.data} replace={read.replace} />;
  return (
    <Workspace title={TITLE}>
      <Loaded read={read} rows={5}>
        {() => null}
      </Loaded>
    </Workspace>
  );
}

function Shown({ request, replace }: { request: RequestView; replace: (request: RequestView) => void }) {
  const desk = useDesk(replace);
  return (
    <Workspace title={TITLE} actions={hasMoves({ request, desk }) ? <MoveBar request={request} desk={desk} /> : undefined}>
      <Case request={request} desk={desk} />
    </Workspace>
  );
}
