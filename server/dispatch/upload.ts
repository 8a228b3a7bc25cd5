import { randomUUID } from 'node:crypto';
import type { AttachmentView } from '../../src/contract/attachment';
import type { Reply } from '../../src/contract/errors';
import { attachmentView } from '../attachment/attachments';
import { receiveFile, uploadRefusal, type SentFile } from '../attachment/receive';
import type { FileStore } from '../files/file-store';
import { authorise } from '../identity/caller';
import { refuse, Refusal } from '../refusal';
import { databaseFailure } from './database-failure';
import type { World } from './dispatch';
import { errorReply, refusalReply } from './error-reply';
import { isIdempotencyKey } from './run-once';

/** An upload, as an entry hands it over. */
export interface UploadCall {
  readonly token: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** Asked for once it is known that this caller may upload. */
  readonly readFile: () => Promise<SentFile | Refusal>;
}

/** Answers an upload. Never throws. */
export type TakeUpload = (call: UploadCall) => Promise<Reply<AttachmentView>>;

export type UploadWorld = Pick<World, 'db' | 'campaign' | 'clock' | 'personas' | 'fileLink' | 'logFailure'> & {
  /** Null where there is nowhere to keep files. */
  readonly files: FileStore | null;
};

/** The way in for bytes, which do not fit into a call: the same checks in the same order, one effect for each key. */
export const createUpload =
  (world: UploadWorld): TakeUpload =>
  async (call) => {
    try {
      const answer = await answerTo(world, call);
      return answer instanceof Refusal ? refusalReply(answer) : { ok: true, data: answer };
    } catch (error) {
      world.logFailure('an upload failed', error);
      return errorReply(databaseFailure(error) === 'other' ? 'internal' : 'unavailable');
    }
  };

async function answerTo({ db, campaign, clock, personas, files, fileLink, logFailure }: UploadWorld, { token, idempotencyKey, readFile }: UploadCall): Promise<AttachmentView | Refusal> {
  const now = clock.now();
  const source = { db, campaignId: campaign.id, now, newId: randomUUID, personas };
  const caller = await authorise(source, 'person', { action: '', input: null, token });
  if (caller instanceof Refusal) return caller;
  if (!caller.person) return refuse('not_signed_in');
  if (!isIdempotencyKey(idempotencyKey)) return refuse('key_required');
  if (files === null) return refuse('unavailable', '这里还不能上传文件，请先用文字说明；需要的材料可以在专家上门时出示。');
  const personId = caller.person.id;
  const refusal = await uploadRefusal(db, personId, now);
  if (refusal !== null) return refusal;
  const sent = await readFile();
  if (sent instanceof Refusal) return sent;
  const kept = await receiveFile({ db, files, logFailure }, { campaignId: campaign.id, personId, key: idempotencyKey, now, newId: randomUUID }, sent);
  return kept instanceof Refusal ? kept : attachmentView(kept, (id) => fileLink(id, now));
}
