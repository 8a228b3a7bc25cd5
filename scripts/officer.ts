import { readConfiguration } from '../server/application/configuration';
import { logFailureToStderr } from '../server/failure-log';
import { openStore } from '../server/application/open-store';
import { grantRole, listOffices, listRoles, revokeRole } from '../server/storage/stores/officer-store';
import type { Store } from '../server/storage/engine/connection';

const USAGE = `npm run officer -- list
npm run officer -- grant <person id> <office id>
npm run officer -- revoke <person id> <office id>`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function run([verb, personId, officeId]: readonly string[]): Promise<string> {
  const configuration = readConfiguration(process.env);
  const store = await openStore(configuration, logFailureToStderr);
  try {
    if (verb === 'list') return await list(store, configuration.campaignId);
    if ((verb !== 'grant' && verb !== 'revoke') || !personId || !officeId) throw new Error(USAGE);
    const role = { personId, campaignId: configuration.campaignId, officeId };
    await mustExist(store, role);
    if (verb === 'grant') return (await grantRole(store.db, role, new Date())) ? 'Granted.' : 'This person had the role already.';
    return (await revokeRole(store.db, role)) ? 'Revoked.' : 'This person did not have the role.';
  } finally {
    await store.close();
  }
}

async function list({ db }: Store, campaignId: string): Promise<string> {
  const roles = await listRoles(db, campaignId);
  return roles.length === 0 ? 'No officers yet.' : roles.map(({ personId, label, officeId }) => `${officeId}\t${personId}\t${label}`).join('\n');
}

async function mustExist({ db }: Store, { personId, campaignId, officeId }: { personId: string; campaignId: string; officeId: string }): Promise<void> {
  const offices = (await listOffices(db, campaignId)).map(({ id }) => id);
  if (!offices.includes(officeId)) throw new Error(`No office ${officeId}. There are: ${offices.join(', ')}`);
  const person = UUID.test(personId) && (await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst());
  if (!person) throw new Error(`No person ${personId}. It is the id in that person's answer to person.me.`);
}

run(process.argv.slice(2)).then(
  (answer) => {
    console.log(answer);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
