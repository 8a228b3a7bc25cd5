import type { Kysely } from 'kysely';
import type { Cover, ManuscriptContent } from '../../src/contract/newsroom/content';
import type { Campaign } from '../campaign/schema';
import { findActivityLine, hasTopic } from '../storage/newsroom/choice-store';
import { findPictureSizes } from '../storage/newsroom/picture-store';
import { everHadCover } from '../storage/newsroom/version-store';
import type { Database } from '../storage/tables';

/** What went wrong, by the content's field. */
export type Faults = Readonly<Record<string, string>>;

/** What the content names and does not exist. */
export async function brokenReferences(db: Kysely<Database>, campaign: Campaign, { activityId, details: { topicId, areaId } }: ManuscriptContent): Promise<Faults> {
  return {
    ...(activityId !== null && (await findActivityLine(db, campaign.id, activityId)) === undefined && { activityId: '没有这项活动，请重新选择。' }),
    ...(topicId !== null && !(await hasTopic(db, campaign.id, topicId)) && { 'details.topicId': '没有这个专题，请重新选择。' }),
    ...(areaId !== null && !campaign.areas.some(({ id }) => id === areaId) && { 'details.areaId': '没有这个区，请重新选择。' }),
  };
}

/** An article about an activity stands in the activity's line. */
export async function lineFault(db: Kysely<Database>, campaign: Campaign, { activityId, lineId }: ManuscriptContent): Promise<Faults> {
  const line = activityId === null ? undefined : await findActivityLine(db, campaign.id, activityId);
  return line === undefined || lineId === null || line === lineId ? {} : { lineId: '类别与所选的活动不一致，请选择活动所属的类别。' };
}

/** A picture of the library that is there no more. */
export async function pictureFault(db: Kysely<Database>, campaign: Campaign, { cover }: ManuscriptContent): Promise<Faults> {
  if (cover === null || 'file' in cover) return {};
  const [size] = await findPictureSizes(db, campaign.id, [cover.pictureId]);
  return size ? {} : { cover: '没有这张图片，请从图片库里选择。' };
}

/** A file of the campaign's folder can be the cover where the folder has put it, and nowhere else. */
export async function coverFault(db: Kysely<Database>, manuscriptId: string, cover: Cover | null, former: Cover | null): Promise<Faults> {
  if (cover === null || !('file' in cover)) return {};
  const known = (former !== null && 'file' in former && former.file === cover.file) || (await everHadCover(db, manuscriptId, cover.file));
  return known ? {} : { cover: '没有这张图片，请从图片库里选择。' };
}
