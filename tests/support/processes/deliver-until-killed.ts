import { openApplication } from '../../../server/application/application';
import { readConfiguration } from '../../../server/application/configuration';
import { openStore } from '../../../server/application/open-store';
import { prepareStore } from '../../../server/application/prepare-store';
import { logFailureToStderr } from '../../../server/failure-log';
import { notify } from '../../../server/messages/notify';
import type { Store } from '../../../server/storage/engine/connection';
import { addGrants } from '../../../server/storage/message/subscription-store';
import { insertPerson } from '../../../server/storage/stores/identity-store';
import { sampleNotice, sampleNow } from '../samples/sample-message';

// Opens the configured database, tells PEOPLE people something that each has allowed once, unless that was done before,
// and delivers again and again until it is killed. Says what each run did.
const people = Number(process.env.PEOPLE);

async function tellEverybody({ db }: Store): Promise<void> {
  if (await db.selectFrom('message').select('id').limit(1).executeTakeFirst()) return;
  await db.transaction().execute(async (trx) => {
    for (let number = 0; number < people; number += 1) {
      const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
      await insertPerson(trx, { id, kind: 'wechat', label: '微信用户' }, sampleNow);
      await trx.insertInto('identity').values({ provider: 'wechat', subject: `openid-${number}`, personId: id }).execute();
      await addGrants(trx, id, ['result'], sampleNow);
      await notify(trx, { ...sampleNotice, personId: id });
    }
  });
}

async function run(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const store = await openStore(configuration, logFailureToStderr);
  await prepareStore(store, configuration);
  await tellEverybody(store);
  const application = await openApplication(configuration, { store, logFailure: logFailureToStderr });
  for (;;) {
    process.stdout.write(`delivered ${JSON.stringify(await application.deliverMessages())}\n`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

void run();
