import type { ArticleDetails, ArticleKind } from '../../../src/contract/article';
import type { LineId } from '../../../src/contract/campaign';
import type { TestServer } from '../../support/server';

interface Published {
  readonly id: string;
  readonly kind?: ArticleKind;
  readonly activityId: string;
  readonly lineId: LineId;
  readonly title?: string;
  readonly happenedOn?: string | null;
  readonly publishedAt?: string;
  readonly details?: Partial<ArticleDetails>;
}

/** Puts an article where the newsroom puts what it publishes. */
export async function publish({ db }: TestServer, { id, kind = 'news', activityId, lineId, title = id, happenedOn = null, publishedAt, details }: Published): Promise<void> {
  const at = publishedAt === undefined ? null : new Date(publishedAt);
  await db
    .insertInto('article')
    .values({
      ...{ id, kind, activityId, lineId, title, happenedOn },
      campaignId: 'tianjin-2017',
      origin: 'newsroom',
      officeId: 'bureau',
      summary: `${title}的摘要`,
      place: null,
      sortOn: happenedOn ?? '2017-08-31',
      cover: 'null',
      blocks: '[]',
      publishedAt: at,
      details: JSON.stringify({ section: null, topicId: null, areaId: null, minutes: null, media: null, ...details }),
    })
    .execute();
}

export const withdraw = async ({ db }: TestServer, id: string): Promise<void> => {
  await db.updateTable('article').set({ withdrawnAt: new Date('2017-09-07T02:00:00Z'), withdrawalNote: '内容有误' }).where('id', '=', id).execute();
};
