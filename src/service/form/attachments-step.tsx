import type { RequestFormState } from './use-request-form';

/** Placeholder until the field is there. */
export function AttachmentsStep({ state }: { state: RequestFormState }) {
  return <>{state.form.attachments?.label}</>;
}
