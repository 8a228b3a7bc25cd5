import type { Campaign } from '../campaign/schema';
import type { Caller } from '../use-case';

/** The offices whose requests the caller may list: all of them for a dispatcher; of those one, where one is named. */
export function officesOf({ caller, campaign }: { readonly caller: Caller; readonly campaign: Campaign }, officeId?: string): readonly string[] {
  const all = caller.roles.includes('dispatcher') ? campaign.offices.map(({ id }) => id) : caller.officeIds;
  return officeId === undefined ? all : all.filter((id) => id === officeId);
}
