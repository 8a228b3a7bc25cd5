import { useState } from 'react';
import { Empty, Failure, Skeleton } from '../../components/empty';
import type { RequestForm, RequestView } from '../../contract/request';
import { Page } from '../../frame/page';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import { open } from '../../platform/navigation';
import { emptyValues, type FormValues } from '../../platform/draft';
import { VisitForm } from './visit-form';

const TITLE = '请专家上门';

export default function ExpertVisitPage() {
  const { subject, request } = useParameters();
  return request === undefined ? <NewRequest subject={subject ?? ''} /> : <ReturnedRequest id={request} />;
}

function NewRequest({ subject }: { subject: string }) {
  const { state, reload } = useRead('request.form', {});
  // A form started over is a new one, with fields that start empty.
  const [round, setRound] = useState(0);
  if (state.status === 'loading') return <Waiting />;
  if (state.status === 'error') return <Broken error={state.error} onRetry={reload} />;
  const form = state.data;
  if (!form.open) return <Closed form={form} />;
  return (
    <VisitForm
      key={round}
      form={form}
      returned={null}
      start={{ ...emptyValues, subjectId: subject }}
      onStartOver={() => {
        setRound(round + 1);
      }}
    />
  );
}

/** A request that the office sent back: the same form, filled in, with what is missing above it. */
function ReturnedRequest({ id }: { id: string }) {
  const form = useRead('request.form', {});
  const request = useRead('request.get', { id });
  if (form.state.status === 'error') return <Broken error={form.state.error} onRetry={form.reload} />;
  if (request.state.status === 'error') return <Broken error={request.state.error} onRetry={request.reload} />;
  if (form.state.status === 'loading' || request.state.status === 'loading') return <Waiting />;
  const returned = request.state.data;
  if (!returned.moves.includes('complete')) return <NothingToComplete id={id} />;
  return <VisitForm form={form.state.data} returned={returned} start={filledIn(returned)} />;
}

const filledIn = (request: RequestView): FormValues => ({
  firmName: request.firmName,
  creditCode: request.creditCode,
  creditCodeConfirmed: request.creditCodeDoubtful,
  contactName: request.contactName ?? '',
  phone: request.phone ?? '',
  areaId: request.areaId,
  subjectId: request.subjectId,
  need: request.need,
  preferredDates: request.preferredDates,
});

function Waiting() {
  return (
    <Page title={TITLE}>
      <Skeleton rows={6} />
    </Page>
  );
}

function Broken({ error, onRetry }: { error: Parameters<typeof Failure>[0]['error']; onRetry: () => Promise<void> }) {
  return (
    <Page title={TITLE}>
      <Failure error={error} onRetry={() => void onRetry()} />
    </Page>
  );
}

function Closed({ form }: { form: RequestForm }) {
  return (
    <Page title={TITLE}>
      <Empty
        icon='clock'
        title='现在不受理新的申请'
        text={form.closedReason ?? '请留意活动的受理时间。'}
        action={{
          text: '查办理进度',
          onPress: () => {
            open('/service/lookup/index');
          },
        }}
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
        action={{
          text: '看办理进度',
          onPress: () => {
            open('/service/request/index', { id });
          },
        }}
      />
    </Page>
  );
}
