import type { Transaction } from 'kysely';
import { refuse, Refusal } from '../../refusal';
import { deletePicture, describePicture, findPictureUses, lockPicture, type StoredPicture } from '../../storage/newsroom/picture-store';
import type { Database } from '../../storage/tables';
import type { SignedInCaller, UseCase } from '../../use-case';
import { pictureView } from './picture-view';

/** A picture of one's own office, as one has seen it. */
async function ownPicture(trx: Transaction<Database>, { editorOfficeIds }: SignedInCaller, id: string, version: number): Promise<StoredPicture | Refusal> {
  const picture = await lockPicture(trx, id);
  if (!picture || !editorOfficeIds.includes(picture.officeId)) return refuse('not_found', '没有找到这张图片，可能已经删除。');
  return picture.version === version ? picture : refuse('conflict');
}

export const describeOwnPicture: UseCase<'picture.describe'> = async (context, { id, alt, version }) => {
  const picture = await ownPicture(context.db, context.caller, id, version);
  if (picture instanceof Refusal) return picture;
  await describePicture(context.db, id, alt);
  return pictureView(context, { ...picture, alt, version: version + 1 });
};

const NAMED = 3;

export const removePicture: UseCase<'picture.remove'> = async ({ db, caller }, { id, version }) => {
  const picture = await ownPicture(db, caller, id, version);
  if (picture instanceof Refusal) return picture;
  const uses = await findPictureUses(db, picture.campaignId, id, NAMED + 1);
  if (uses.length > 0) {
    const titles = uses.slice(0, NAMED).map((title) => `《${title || '没有标题的稿件'}》`);
    return refuse('conflict', `这张图片正用在${titles.join('、')}${uses.length > NAMED ? '等文章' : ''}里，请先从文章里拿掉。`);
  }
  await deletePicture(db, id);
  return { id };
};
