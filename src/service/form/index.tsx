import { useState } from 'react';
import { Empty } from '../../components/empty';
import type { RequestForm } from '../../contract/request/form';
import type { RequestView } from '../../contract/request/request';
import { Loaded } from '../../frame/loaded';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead, type Read } from '../../hooks/use-read';
import { backTo, open } from '../../platform/navigation';
import { readDraft } from '../../platform/request/draft';
import { emptyFilling, type Filling } from '../../platform/request/filling';
import { RequestFormPage } from './request-form';
import { startWith } from './state/restore';

export default function FormPage() {
  const { kind, subject, request } = useParameters();
  if (request !== undefined) return <ReturnedRequest id={request} />;
  return kind === undefined ? <NoKind /> : <NewRequest kindId={kind} subject={subject} />;
}

function NewRequest({ kindId, subject }: { kindId: string; subject: string | undefined }) {
  const form = useRead('request.form', { kindId });
  if (form.state.status !== 'ready') return <Coming read={form} />;
  const { data } = form.state;
  const field = data.fields.find(({ type }) => type === 'subject');
  const values = field === undefined || subject === undefined ? {} : { [field.id]: subject };
  return data.open ? <Filled form={data} returned={null} filling={{ ...emptyFilling, values }} /> : <Closed form={data} />;
}

/** A request that the office sent back: the same form, filled in, with what is missing above it. */
function ReturnedRequest({ id }: { id: string }) {
  const request = useRead('request.get', { id });
  if (request.state.status !== 'ready') return <Coming read={request} />;
  const { data } = request.state;
  return data.moves.includes('complete') ? <ReturnedForm request={data} /> : <NothingToComplete id={id} />;
}

function ReturnedForm({ request }: { request: RequestView }) {
  const form = useRead('request.form', { kindId: request.kindId });
  if (form.state.status !== 'ready') return <Coming read={form} />;
  const { values, creditCodeDoubtful, anonymous } = request;
  return <Filled form={form.state.data} returned={request} filling={{ values: values ?? {}, creditCodeConfirmed: creditCodeDoubtful, anonymous, attachments: [] }} />;
}

interface FilledProps {
  readonly form: RequestForm;
  readonly returned: RequestView | null;
  /** What it starts with where no draft was kept. */
  readonly filling: Filling;
}

function Filled({ form, returned, filling }: FilledProps) {
  const begin = () => startWith(readDraft(returned?.id ?? form.kindId), filling, form);
  // A form started over is a new one, with fields that start anew.
  const [{ round, start }, setBeginning] = useState(() => ({ round: 0, start: begin() }));
  return (
    <RequestFormPage
      key={round}
      form={form}
      returned={returned}
      start={start}
      onStartOver={() => setBeginning({ round: round + 1, start: begin() })}
    />
  );
}

const TITLE = '填写申请';

function Coming<Data>({ read }: { read: Read<Data> }) {
  return (
    <Page title={TITLE}>
      <Loaded read={read} rows={6}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function NoKind() {
  return (
    <Page title={TITLE}>
      <Empty icon='service' title='请先选择要申请的事项' text='“服务”里列出了可以申请的全部事项。' action={{ text: '去选择', onPress: () => open('/pages/service/index') }} />
    </Page>
  );
}

function Closed({ form }: { form: RequestForm }) {
  return (
    <Page title={form.title}>
      <Empty
        icon='clock'
        title='现在不受理新的申请'
        text={form.closedReason ?? '请留意活动的受理时间。'}
        action={{ text: '查办理进度', onPress: () => open('/service/lookup/index') }}
      />
    </Page>
  );
}

function NothingToComplete({ id }: { id: string }) {
  return (
    <Page title={TITLE}>
      <Empty
        icon='check'
        title='这份申请不需要补充'
        text='它的办理情况可能刚刚有了变化。'
        action={{ text: '看办理进度', onPress: () => backTo('/service/request/index', { id }) }}
      />
    </Page>
  );
}
