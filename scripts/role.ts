import { randomUUID } from 'node:crypto';
import { readConfiguration } from '../server/application/configuration';
import { openStore } from '../server/application/open-store';
import { logFailureToStderr } from '../server/failure-log';
import { hashSecret, newSecret } from '../server/secret';
import type { Store } from '../server/storage/engine/connection';
import { addAuditEntry } from '../server/storage/role/audit-store';
import { insertInvitation } from '../server/storage/role/invitation-store';
import { grantRole, listAllGrants, listOffices, revokeGrant } from '../server/storage/role/role-store';
import { INVITATION_LIFETIME, isHeldInOffice, roles, type HeldRole } from '../src/domain/role';

const USAGE = `npm run role -- list
npm run role -- invite <role> [office id]
npm run role -- grant <person id> <role> [office id]
npm run role -- revoke <person id> <role> [office id]

Roles: ${roles.join(', ')}; officer and editor are held in an office.`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Desk {
  readonly db: Store['db'];
  readonly campaignId: string;
  readonly now: Date;
}

async function run([verb, ...words]: readonly string[]): Promise<string> {
  const configuration = readConfiguration(process.env);
  const store = await openStore(configuration, logFailureToStderr);
  const desk: Desk = { db: store.db, campaignId: configuration.campaignId, now: new Date() };
  try {
    if (verb === 'list') return await list(desk);
    if (verb === 'invite') return await invite(desk, await readRole(desk, words));
    if (verb !== 'grant' && verb !== 'revoke') throw new Error(USAGE);
    const [person = '', ...rest] = words;
    const held = await readRole(desk, rest);
    const personId = await readPerson(desk, person);
    return verb === 'grant' ? await grant(desk, personId, held) : await revoke(desk, personId, held);
  } finally {
    await store.close();
  }
}

async function readRole({ db, campaignId }: Desk, [word, office]: readonly string[]): Promise<HeldRole> {
  const officeId = office ?? null;
  const role = roles.find((known) => known === word);
  if (!role || isHeldInOffice(role) !== (officeId !== null)) throw new Error(USAGE);
  const offices = (await listOffices(db, campaignId)).map(({ id }) => id);
  if (officeId !== null && !offices.includes(officeId)) throw new Error(`No office ${officeId}. There are: ${offices.join(', ')}`);
  return { role, officeId };
}

async function readPerson({ db }: Desk, word: string): Promise<string> {
  const person = UUID.test(word) && (await db.selectFrom('person').select('id').where('id', '=', word).executeTakeFirst());
  if (!person) throw new Error(`No person ${word}. It is the number under 我的 → 个人信息.`);
  return person.id;
}

async function list({ db, campaignId }: Desk): Promise<string> {
  const grants = await listAllGrants(db, campaignId);
  if (grants.length === 0) return 'Nobody has a role yet.';
  return grants.map(({ role, officeId, personId, name, label }) => [role, officeId ?? '-', personId, name ?? label].join('\t')).join('\n');
}

/** What is done here is in the audit log too, as nobody's. */
const audit = ({ db, campaignId, now }: Desk, action: string, about: string): Promise<void> =>
  addAuditEntry(db, { at: now, campaignId, personId: null, roles: [], action, about, key: null });

async function invite(desk: Desk, held: HeldRole): Promise<string> {
  if (held.role === 'expert') throw new Error('Experts are invited from their profiles, in the app.');
  const [id, token] = [randomUUID(), newSecret()];
  const { campaignId, now: madeAt } = desk;
  const expiresAt = new Date(madeAt.getTime() + INVITATION_LIFETIME);
  await desk.db.transaction().execute(async (db) => {
    await insertInvitation(db, { ...held, id, expertId: null, campaignId, tokenHash: hashSecret(token), name: '首次邀请', madeBy: null, madeAt, expiresAt });
    await audit({ ...desk, db }, 'invitation.make', id);
  });
  return `Open this page once, within seven days, in the mini-program or behind # on the H5 site:\n/officer/invitation/index?token=${token}`;
}

const grant = (desk: Desk, personId: string, held: HeldRole): Promise<string> =>
  desk.db.transaction().execute(async (db) => {
    const [id, { campaignId, now: grantedAt }] = [randomUUID(), desk];
    if (!(await grantRole(db, { ...held, id, personId, campaignId, name: null, grantedAt, grantedBy: null }))) return 'This person had the role already.';
    await audit({ ...desk, db }, 'role.grant', id);
    return 'Granted.';
  });

const revoke = (desk: Desk, personId: string, { role, officeId }: HeldRole): Promise<string> =>
  desk.db.transaction().execute(async (db) => {
    const { campaignId } = desk;
    const held = (await listAllGrants(db, campaignId)).find((one) => one.personId === personId && one.role === role && one.officeId === officeId);
    if (!held || !(await revokeGrant(db, { id: held.id, campaignId }))) return 'This person did not have the role.';
    await audit({ ...desk, db }, 'role.revoke', held.id);
    return 'Revoked.';
  });

run(process.argv.slice(2)).then(
  (answer) => {
    console.log(answer);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
