import type { DirectoryPage } from '../../../src/contract/activity/directory';
import type { Campaign } from '../../campaign/schema';
import { refuse, Refusal } from '../../refusal';
import { findActivity } from '../../storage/activity/activity-store';
import type { ActivityContent } from '../../storage/stores/content-store';
import { countListings, listListings } from '../../storage/activity/listing-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { articleRow } from '../article/article-view';
import { pageStart } from '../page-start';

type Counts = Awaited<ReturnType<typeof countListings>>;

const total = (counts: Counts): number => counts.reduce((sum, { count }) => sum + count, 0);

function directoryView(activity: ActivityContent, { areas, mapNote }: Campaign, counts: Counts): DirectoryPage['directory'] {
  const sections = new Map<string, number>();
  for (const { section, count } of counts) if (section !== null) sections.set(section, (sections.get(section) ?? 0) + count);
  const inArea = areas.map(({ id, name, tile }) => ({ id, name, tile, count: total(counts.filter(({ areaId }) => areaId === id)) }));
  const totalCount = total(counts);
  const coming = activity.ways.flatMap((way) => (way.kind === 'articles' && way.of === 'listing' ? [way.coming] : []))[0] ?? null;
  return {
    activityId: activity.id,
    title: activity.title,
    areas: inArea,
    mapNote: mapNote ?? null,
    sections: [...sections].map(([name, count]) => ({ name, count })),
    totalCount,
    coming: totalCount > 0 ? null : coming,
  };
}

export const listingList: UseCase<'listing.list'> = async ({ db, campaign, pictureLink }, { cursor, ...input }) => {
  const after = pageStart(cursorKinds.rankedDateAndContentId, cursor);
  if (after instanceof Refusal) return after;
  const filter = { ...input, campaignId: campaign.id };
  const activity = await findActivity(db, campaign.id, input.activityId);
  if (!activity) return refuse('not_found', '没有找到这项活动的名录，请从活动列表中选择。');
  const areaName = (areaId: string | null): string | null => campaign.areas.find(({ id }) => id === areaId)?.name ?? null;
  const [{ rows, nextCursor }, counts] = await Promise.all([
    listListings(db, filter, campaign.areas.map(({ id }) => id), after),
    after ? null : countListings(db, filter),
  ]);
  return {
    listings: rows.map((row) => ({ ...articleRow(campaign, row, pictureLink), areaId: row.areaId, areaName: areaName(row.areaId) })),
    nextCursor,
    directory: counts && directoryView(activity, campaign, counts),
  };
};
