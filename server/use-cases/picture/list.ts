import { refuse, Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { listPictures } from '../../storage/newsroom/picture-store';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { pictureView } from './picture-view';

export const listPicturePage: UseCase<'picture.list'> = async (context, { officeId, cursor }) => {
  const { db, campaign, caller } = context;
  if (officeId !== undefined && !caller.editorOfficeIds.includes(officeId)) return refuse('forbidden');
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listPictures(db, campaign.id, officeId === undefined ? caller.editorOfficeIds : [officeId], after);
  return { pictures: rows.map((row) => pictureView(context, row)), nextCursor };
};
