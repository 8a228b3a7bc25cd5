import type { Kysely } from 'kysely';
import type { WhoMayCall } from '../../src/contract/action';
import type { PersonView } from '../../src/contract/session';
import { roles, type HeldRole, type Role } from '../../src/domain/role';
import type { Call, PlatformIdentity } from '../dispatch/call';
import { refuse, Refusal } from '../refusal';
import { hashSecret, looksLikeSecret } from '../secret';
import { findOrMakePerson, findPersonByIdentity } from '../storage/stores/identity-store';
import { findHeldRoles } from '../storage/role/role-store';
import { findPersonBySession } from '../storage/stores/session-store';
import type { Database } from '../storage/tables';
import type { Caller, Persona } from '../use-case';

export interface CallerSource {
  readonly db: Kysely<Database>;
  readonly campaignId: string;
  readonly now: Date;
  readonly newId: () => string;
  /** Null outside the demo. */
  readonly personas: readonly Persona[] | null;
}

export const nobody: Caller = { person: null, officeIds: [], editorOfficeIds: [], roles: [] };

/**
 * Who is calling, and whether this caller may. A token that is unknown or has expired is refused even where nobody
 * needs to be signed in: the client should renew it rather than silently lose who it is.
 */
export async function authorise(source: CallerSource, who: WhoMayCall, { token, platformIdentity }: Call): Promise<Caller | Refusal> {
  if (platformIdentity) {
    const person = who === 'anyone' ? await findPersonByIdentity(source.db, platformIdentity) : await personOf(source, platformIdentity);
    return permit(who, person ? await callerOf(source, person) : nobody);
  }
  if (token === undefined) return permit(who, nobody);
  const found = looksLikeSecret(token) ? await findPersonBySession(source.db, hashSecret(token), source.campaignId, source.now) : undefined;
  // A demo's token on a database that went into production opens nothing.
  if (!found || (found.person.kind === 'demo' && source.personas === null)) return refuse('session_expired');
  return permit(who, callerWith(found.person, found.held));
}

function permit(who: WhoMayCall, caller: Caller): Caller | Refusal {
  if (who === 'anyone') return caller;
  if (!caller.person) return refuse('not_signed_in');
  if (who === 'person') return caller;
  const mayCall = who === 'staff' ? caller.roles.length > 0 : caller.roles.includes(who);
  return mayCall ? caller : refuse('forbidden');
}

const callerOf = async ({ db, campaignId }: CallerSource, person: PersonView): Promise<Caller> => callerWith(person, await findHeldRoles(db, person.id, campaignId));

function callerWith(person: PersonView, held: readonly HeldRole[]): Caller {
  const officesOf = (wanted: Role) => held.flatMap(({ role, officeId }) => (role === wanted && officeId !== null ? [officeId] : []));
  return {
    person,
    officeIds: officesOf('officer'),
    editorOfficeIds: officesOf('editor'),
    roles: roles.filter((wanted) => held.some(({ role }) => role === wanted)),
  };
}

/** The person behind an identity that the platform vouches for; made when it is needed for the first time. */
export async function personOf({ db, now, newId }: CallerSource, identity: PlatformIdentity): Promise<PersonView> {
  const known = await findPersonByIdentity(db, identity);
  if (known) return known;
  const newPerson: PersonView = { id: newId(), kind: 'wechat', label: '微信用户' };
  return db.transaction().execute((trx) => findOrMakePerson(trx, identity, newPerson, now));
}
