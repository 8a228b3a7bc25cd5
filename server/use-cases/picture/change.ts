import type { Transaction } from 'kysely';
import { officesInSight } from '../../newsroom/desk';
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

export const removePicture: UseCase<'picture.remove'> = async (context, { id, version }) => {
  const { db, caller } = context;
  const picture = await ownPicture(db, caller, id, version);
  if (picture instanceof Refusal) return picture;
  const uses = await findPictureUses(db, picture, officesInSight(context));
  if (uses.length > 0) return refuse('conflict', wordsOf(uses));
  await deletePicture(db, id);
  return { id };
};

/** @param uses titles; null for what the caller may not see */
function wordsOf(uses: readonly (string | null)[]): string {
  const titles = uses.filter((title) => title !== null);
  if (titles.length === 0) return '还有其他单位的稿件在用这张图片，请先请他们从稿件里拿掉。';
  const named = titles.slice(0, NAMED).map((title) => `《${title || '没有标题的稿件'}》`);
  return `这张图片正用在${named.join('、')}${titles.length > NAMED ? '等文章' : ''}里，${titles.length < uses.length ? '还有其他单位的稿件在用，' : ''}请先从文章里拿掉。`;
}
