import type { Kysely } from 'kysely';
import type { ArticleKind } from '../../../src/contract/article';
import { chinaDate } from '../../../src/domain/china-time';
import type { Campaign } from '../../campaign/schema';
import { countArticles, countEvents, countGallery } from '../../storage/activity/evidence-store';
import type { Database } from '../../storage/tables';

export interface FactsContext {
  readonly db: Kysely<Database>;
  readonly campaign: Campaign;
  readonly now: Date;
}

/** What there is of an activity besides its content. */
export interface Facts {
  readonly articles: Readonly<Partial<Record<ArticleKind, number>>>;
  readonly eventsToCome: number;
  readonly essaysInGallery: number;
  readonly evidenceCount: number;
  readonly lastHappenedOn: string | null;
}

const latest = (days: readonly (string | null)[]): string | null => days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

const sum = (counts: readonly { readonly count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);

/** The facts of every activity, or of one, for looking up by id. */
export async function readFacts({ db, campaign, now }: FactsContext, activityId: string | null = null): Promise<(id: string) => Facts> {
  const callsForEssays = campaign.essayCall !== null && (activityId === null || campaign.essayCall.activityId === activityId);
  const within = { campaignId: campaign.id, activityId };
  const [articles, events, gallery] = await Promise.all([
    countArticles(db, within, chinaDate(now)),
    countEvents(db, within, now),
    callsForEssays ? countGallery(db, campaign.id) : 0,
  ]);
  return (id) => {
    const own = articles.filter((count) => count.activityId === id);
    const event = events.find((count) => count.activityId === id);
    return {
      articles: Object.fromEntries(own.map(({ kind, count }) => [kind, count])),
      eventsToCome: event?.toCome ?? 0,
      essaysInGallery: campaign.essayCall?.activityId === id ? gallery : 0,
      evidenceCount: sum(own) + (event?.begun ?? 0),
      lastHappenedOn: latest([...own.map(({ lastOn }) => lastOn), event?.lastOn ?? null]),
    };
  };
}
