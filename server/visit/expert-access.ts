import type { Kysely } from 'kysely';
import type { Campaign } from '../campaign/schema';
import { refuse, Refusal } from '../refusal';
import { findExpert, findExpertOfPerson, type StoredExpert } from '../storage/visit/expert-store';
import type { Database } from '../storage/tables';
import type { SignedInCaller } from '../use-case';

interface Asking {
  readonly db: Kysely<Database>;
  readonly caller: SignedInCaller;
  readonly campaign: Campaign;
}

export const refuseUnknownExpert = (): Refusal => refuse('not_found', '没有找到这位专家。');

/** The profile that the caller holds as an expert. */
export const ownExpert = async ({ db, caller, campaign }: Asking): Promise<StoredExpert | undefined> =>
  caller.roles.includes('expert') ? findExpertOfPerson(db, campaign.id, caller.person.id) : undefined;

/** The expert with this id, for the offices and the expert; the caller's own profile without an id. */
export async function visibleExpert(context: Asking, id: string | undefined): Promise<StoredExpert | Refusal> {
  const { db, caller, campaign } = context;
  const own = await ownExpert(context);
  if (id === undefined) return own ?? refuse('not_found', '还没有您的专家档案，请联系调度人员。');
  if (id === own?.id) return own;
  const expert = caller.roles.some((role) => role === 'officer' || role === 'dispatcher') ? await findExpert(db, campaign.id, id) : undefined;
  return expert ?? refuseUnknownExpert();
}
