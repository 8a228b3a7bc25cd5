import { open } from '../../platform/navigation';

/** Opens a kind of request's form, on the subject if there is one. */
export function openRequestForm({ kindId, subjectId }: { readonly kindId: string; readonly subjectId: string | null }): void {
  open('/service/form/index', { kind: kindId, ...(subjectId !== null && { subject: subjectId }) });
}
