import type { Kysely, Transaction } from 'kysely';
import type { AttachmentView } from '../../src/contract/attachment';
import { refuse, type Refusal } from '../refusal';
import type { AttachmentPlace } from '../storage/tables/attachment';
import { countAt, listOfRequest, lockUnbound, placeAttachment, type StoredAttachment } from '../storage/attachment/attachment-store';
import type { Database } from '../storage/tables';
import type { Capabilities } from '../use-case';

export interface Binding {
  readonly personId: string;
  readonly requestId: string;
  readonly place: AttachmentPlace;
  /** The message's or the visit's id; left out for the request itself. */
  readonly placeId?: string;
  /** In the order in which they are to be shown. */
  readonly ids: readonly string[];
  /** How many there may be at this place, those of before included. */
  readonly most: number;
}

/**
 * Attaches uploads to a request, one of its messages or a visit's record. Each must be the person's own and attached to
 * nothing yet; of two that attach the same at once, one is refused. Whoever calls has checked that the person may
 * write there, and rolls back on a refusal.
 */
export async function bindAttachments(trx: Transaction<Database>, { personId, requestId, place, placeId, ids, most }: Binding): Promise<Refusal | undefined> {
  if (ids.length === 0) return undefined;
  const at = { requestId, place, placeId: placeId ?? null };
  const before = await countAt(trx, at);
  if (before + ids.length > most) return refused(`附件最多 ${most} 个。`);
  const unbound = await lockUnbound(trx, personId, ids);
  if (new Set(ids).size !== ids.length || !ids.every((id) => unbound.has(id))) return refused('有附件已经过期或已经用过，请删除后重新上传。');
  for (const [index, id] of ids.entries()) await placeAttachment(trx, id, at, before + index);
  return undefined;
}

const refused = (message: string): Refusal => refuse('invalid_input', undefined, { attachments: message });

export const attachmentView = ({ id, name, mediaType, byteLength }: StoredAttachment, fileLink: Capabilities['fileLink']): AttachmentView => ({
  ...{ id, name, mediaType, byteLength },
  url: fileLink(id),
});

/** What is attached at a place, in its order; `placeId` is the message's or the visit's id. */
export type AttachmentsAt = (place: AttachmentPlace, placeId?: string) => readonly AttachmentView[];

/** All that is attached to a request, by place. For callers who may see the request: each link opens its file for whoever holds it. */
export async function attachmentViews(db: Kysely<Database>, requestId: string, fileLink: Capabilities['fileLink']): Promise<AttachmentsAt> {
  const all = await listOfRequest(db, requestId);
  return (place, placeId) => all.filter((one) => one.place === place && one.placeId === (placeId ?? null)).map((one) => attachmentView(one, fileLink));
}
