import { Attachments } from '../../components/attachments';
import { AttachmentsField } from '../../components/form/attachments-field';
import type { RequestForm } from '../../contract/request/form';
import { openAttachment } from '../../platform/attachment/open-attachment';
import { FILES } from './state/steps';
import type { RequestFormState } from './state/use-request-form';

interface AttachmentsStepProps {
  readonly asked: NonNullable<RequestForm['attachments']>;
  readonly state: RequestFormState;
}

/** The files that are there already, and those to add. */
export function AttachmentsStep({ asked: { label, help, purpose }, state: { returned, errors, attaching, mostFiles } }: AttachmentsStepProps) {
  const { files, problem, add, remove, retry, open } = attaching;
  return (
    <>
      <Attachments files={returned?.attachments ?? []} onOpen={(file) => void openAttachment(file)} />
      <AttachmentsField
        id={FILES}
        label={label}
        help={help}
        purpose={purpose}
        error={errors[FILES]}
        most={mostFiles}
        files={files}
        problem={problem}
        onAdd={add}
        onRemove={remove}
        onRetry={retry}
        onOpen={open}
      />
    </>
  );
}
