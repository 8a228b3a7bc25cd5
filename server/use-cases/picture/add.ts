import { refuse, Refusal } from '../../refusal';
import { confirmPicture } from '../../article/keep-picture';
import { deleteAttachment, isOwnUnbound } from '../../storage/attachment/attachment-store';
import { findPictureOfUpload, insertPicture } from '../../storage/newsroom/picture-store';
import { addAuditEntry } from '../../storage/role/audit-store';
import type { UseCase } from '../../use-case';
import { pictureView } from './picture-view';

const GONE = '没有找到刚才上传的图片，可能已经过期或用在了别处，请重新上传。';

/**
 * The upload decides which picture it is: called again, or twice at once, there is one. The bytes are written first; what
 * names them, the log's row and the end of the upload are one transaction.
 */
export const addPicture: UseCase<'picture.add'> = async (context, { attachmentId, officeId, alt }) => {
  const { db, campaign, caller, now, newId, writePicture } = context;
  if (!caller.editorOfficeIds.includes(officeId)) return refuse('forbidden', undefined);
  const before = await findPictureOfUpload(db, attachmentId);
  if (before) return caller.editorOfficeIds.includes(before.officeId) ? pictureView(context, before) : refuse('not_found', GONE);
  if (!(await isOwnUnbound(db, caller.person.id, attachmentId))) return refuse('not_found', GONE);
  const written = await writePicture(attachmentId);
  if (written instanceof Refusal) return written;
  return db.transaction().execute(async (trx) => {
    if (!(await deleteAttachment(trx, caller.person.id, attachmentId))) {
      const other = await findPictureOfUpload(trx, attachmentId);
      return other ? pictureView(context, other) : refuse('not_found', GONE);
    }
    // Nothing of this transaction stays when it throws; the bytes are then removed in time.
    if (!(await confirmPicture(trx, written))) throw new Error(`The picture of the upload ${attachmentId} took more than an hour.`);
    const picture = { id: newId(), campaignId: campaign.id, officeId, alt, width: written.width, height: written.height, addedAt: now };
    await insertPicture(trx, { ...picture, attachmentId }, written.sizes);
    await addAuditEntry(trx, { at: now, campaignId: campaign.id, personId: caller.person.id, roles: caller.roles, action: 'picture.add', about: picture.id, key: attachmentId });
    return pictureView(context, { ...picture, version: 1 });
  });
};
