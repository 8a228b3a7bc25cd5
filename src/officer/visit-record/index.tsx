import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Notice } from '../../components/notice';
import type { RequestView } from '../../contract/request/request';
import type { VisitBrief } from '../../contract/visit/visit';
import { transitions, type RequestActor } from '../../domain/request/state';
import { slotWords } from '../../domain/visit-plan/reason-words';
import { Loaded } from '../../frame/loaded';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { dropRecordDraft, readRecordDraft } from '../../platform/request/record-draft';
import { Facts } from '../shared/case/facts';
import { Visit } from '../shared/case/visit';
import { Workspace } from '../../frame/workspace/workspace';
import { RecordForm } from './record-form';

/** What the expert takes along to a visit, and writes down there. */
export default function VisitRecordPage() {
  const { request: id = '' } = useParameters();
  const read = useRead('request.get', { id });
  return (
    <Workspace title='上门记录'>
      <Loaded read={read} rows={6}>
        {(request) => <VisitRecord request={request} reload={read.reload} onChange={read.replace} />}
      </Loaded>
    </Workspace>
  );
}

interface VisitRecordProps {
  readonly request: RequestView;
  readonly reload: () => Promise<void>;
  readonly onChange: (request: RequestView) => void;
}

function VisitRecord({ request, reload, onChange }: VisitRecordProps) {
  const { visit } = request;
  return (
    <>
      {visit === null ? <Notice tone='info'>这份申请现在没有约定的上门。</Notice> : <Visit request={request} visit={visit} onChange={(changed) => onChange({ ...request, visit: changed })} />}
      {visit !== null && mayWrite(request, visit) ? <Writing request={request} visit={visit} reload={reload} /> : null}
      <Facts request={request} />
    </>
  );
}

const writers: readonly RequestActor[] = transitions.visit.by;

const mayWrite = ({ state, actors }: RequestView, { record }: VisitBrief): boolean =>
  (state === 'scheduled' || state === 'visited' || state === 'concluded') &&
  (record?.confirmedAt ?? null) === null &&
  actors.some((actor) => writers.includes(actor));

/** What was kept on this device is gone on with; a record that was saved is opened only to mend it. */
function Writing({ request, visit, reload }: { request: RequestView; visit: VisitBrief; reload: () => Promise<void> }) {
  const [isOpen, setOpen] = useState(() => visit.record === null || readRecordDraft(request.id) !== null);
  const [saved, setSaved] = useState(false);
  const finish = async () => {
    setOpen(false);
    setSaved(true);
    await reload();
  };
  if (isOpen) {
    return (
      <RecordForm
        request={request}
        record={visit.record}
        when={slotWords(visit)}
        onSaved={() => void finish()}
        onRefresh={reload}
        onLeave={() => {
          dropRecordDraft(request.id);
          setOpen(false);
        }}
      />
    );
  }
  return (
    <>
      {saved ? (
        <Notice tone='good' alert>
          记录已保存，企业会收到提醒并确认。确认之前都可以修改。
        </Notice>
      ) : null}
      {visit.record === null ? null : (
        <Button
          look='plain'
          text='修改记录'
          onPress={() => {
            setSaved(false);
            setOpen(true);
          }}
        />
      )}
    </>
  );
}
