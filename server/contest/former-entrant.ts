import type { Kysely, Transaction } from 'kysely';
import { keyedHash } from '../../src/domain/contest/chance';
import { adoptEntrant, listRunningEntrants, markEntrant } from '../storage/contest/former-entrant-store';
import { listIdentities, type KeptIdentity } from '../storage/stores/person-store';
import type { Database } from '../storage/tables';

// Attempts are counted by entrant. An entrant of a deleted person belongs to nobody; a mark that only the same identity
// finds again keeps the limits in force, until the contest has closed.

/** Leads back to nobody without the seed, which is secret as long as the mark is kept. */
const identityHash = (seed: string, { provider, subject }: KeptIdentity): string => keyedHash(seed, JSON.stringify(['identity', provider, subject]));

/** Marks what is about to be parted from a person in contests that can still be taken; a guest, who has no identity, leaves no mark. */
export async function markFormerEntrants(trx: Transaction<Database>, personId: string, now: Date): Promise<void> {
  const [identity] = await listIdentities(trx, personId);
  if (!identity) return;
  for (const { id, seed } of await listRunningEntrants(trx, personId, now)) await markEntrant(trx, id, identityHash(seed, identity));
}

/** Gives a person without an entrant the one they had before they were deleted. False when there is none. */
export async function adoptFormerEntrant(db: Kysely<Database>, contestId: string, personId: string, seed: string): Promise<boolean> {
  const identities = await listIdentities(db, personId);
  return identities.length > 0 && adoptEntrant(db, contestId, personId, identities.map((identity) => identityHash(seed, identity)));
}
