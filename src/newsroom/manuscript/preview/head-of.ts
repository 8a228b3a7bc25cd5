import type { ArticleHeadView } from '../../../components/article/head';
import type { ManuscriptContent } from '../../../contract/newsroom/content';
import type { ManuscriptView } from '../../../contract/newsroom/manuscript';
import { chinaDate } from '../../../domain/china-time';

/** What will stand above the body. What is not written yet is named, so that nobody takes it for the article's own words. */
export function headOf({ title, lineId, happenedOn, place, cover, officeId }: ManuscriptContent, { choices, officeName, edited, campaign }: ManuscriptView, coverUrl: string | null): ArticleHeadView {
  return {
    title: title === '' ? '（还没有标题）' : title,
    lineId: lineId ?? 'publicity',
    lineName: choices.lines.find(({ id }) => id === lineId)?.name ?? '（还没有选类别）',
    officeFullName: choices.offices.find(({ id }) => id === officeId)?.name ?? officeName,
    happenedOn,
    month: (happenedOn ?? edited?.at ?? chinaDate(Date.now())).slice(0, 7),
    place,
    cover: cover === null || coverUrl === null ? null : { url: coverUrl, alt: cover.alt },
    organiser: campaign.organiser,
    campaignName: campaign.name,
  };
}
