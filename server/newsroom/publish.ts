import type { Transaction } from 'kysely';
import type { ManuscriptCheck } from '../../src/contract/newsroom/manuscript';
import { chinaDate } from '../../src/domain/china-time';
import type { ManuscriptActor } from '../../src/domain/manuscript/state';
import { pictureIdsIn } from '../article/picture-reference';
import type { Campaign } from '../campaign/schema';
import type { StoredManuscript } from '../storage/newsroom/manuscript-store';
import { keepPictures } from '../storage/newsroom/picture-store';
import type { Database } from '../storage/tables';
import { changeManuscript } from './change-manuscript';
import { checkContent, faultsOf } from './check-content';
import { putBeforeThePublic } from './public-article';
import type { Faults } from './references';

/** A content as it is to be published at a time, and what stands in the way; null when nothing does. The pictures that it shows stay until the transaction ends. */
export async function checkForPublic(trx: Transaction<Database>, campaign: Campaign, { content }: StoredManuscript, at: Date): Promise<{ readonly check: ManuscriptCheck; readonly faults: Faults | null }> {
  await keepPictures(trx, [...pictureIdsIn(content.markdown), ...(content.cover && 'pictureId' in content.cover ? [content.cover.pictureId] : [])]);
  const check = await checkContent(trx, campaign, content);
  const early = content.happenedOn !== null && content.happenedOn > chinaDate(at);
  // What was in order when it was approved may have lost a page or a picture that it names.
  const faults = { ...faultsOf(check), ...(early && { happenedOn: '日期晚于发布的那一天，请核对。' }) };
  return { check, faults: Object.keys(faults).length === 0 ? null : faults };
}

export interface Publication {
  readonly change: 'publish' | 'fall-due';
  readonly actors: readonly ManuscriptActor[];
  readonly personId: string | null;
  readonly check: ManuscriptCheck;
  readonly pinnedUntil: Date | null;
  readonly now: Date;
}

/** What nothing stands in the way of becomes what the public reads; it counts as nobody's unfinished work any more. */
export async function publish(trx: Transaction<Database>, manuscript: StoredManuscript, { change, actors, personId, check: { blocks }, pinnedUntil, now }: Publication): Promise<StoredManuscript> {
  const { version } = manuscript;
  await putBeforeThePublic(trx, manuscript, { blocks, pinnedUntil, now });
  return changeManuscript(trx, manuscript, { change, actors, personId, at: now, set: { publishedVersion: version, writtenFrom: version } });
}
