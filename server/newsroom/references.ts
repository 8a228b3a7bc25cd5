import type { Kysely } from 'kysely';
import { articleKindNames, type ArticleKind } from '../../src/contract/article';
import type { Cover, ManuscriptContent } from '../../src/contract/newsroom/content';
import type { Campaign } from '../campaign/schema';
import { findActivity } from '../storage/activity/activity-store';
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

// News stand in the list of news, and lessons in the course, whatever activity they are about.
const placeNames: Readonly<Partial<Record<ArticleKind, string>>> = { exhibit: '展厅', advisory: '消费提示', listing: '名录' };

/** Why no list would show it: what stands with an activity needs one that has a place for it, and an article about an activity stands in the activity's line. */
export async function placeFaults(db: Kysely<Database>, campaign: Campaign, { kind, activityId, lineId }: ManuscriptContent): Promise<Faults> {
  const activity = activityId === null ? undefined : await findActivity(db, campaign.id, activityId);
  const placeName = placeNames[kind];
  const hasPlace = placeName === undefined || activity?.ways.some((way) => way.kind === 'articles' && way.of === kind) === true;
  return {
    ...(!hasPlace && { activityId: `${articleKindNames[kind]}要放在有${placeName}的活动里，请重新选择活动。` }),
    ...(activity && lineId !== null && activity.lineId !== lineId && { lineId: '类别与所选的活动不一致，请选择活动所属的类别。' }),
  };
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
