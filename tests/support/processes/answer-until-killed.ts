import { openApplication } from '../../../server/application/application';
import { readConfiguration } from '../../../server/application/configuration';
import { openStore } from '../../../server/application/open-store';
import { prepareStore } from '../../../server/application/prepare-store';
import { hashSecret } from '../../../server/secret';
import { logFailureToStderr } from '../../../server/failure-log';
import type { Store } from '../../../server/storage/engine/connection';
import type { AttemptView } from '../../../src/contract/contest/attempt';
import type { DataReply } from '../../../src/contract/errors';

// Opens the configured database and lets a hundred people go on with their attempts, all at once: says what each finds
// (`found <person> <revision> <chosen>`), then saves one answer after another and says each revision once its saving is
// acknowledged (`saved <person> <revision>`), until it is killed.
const PEOPLE = 100;
const now = new Date('2017-09-08T10:00:00+08:00');

const tokenOf = (person: number): string => String(person).padStart(43, 'A');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function admit({ db }: Store): Promise<void> {
  const known = await db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (known) return;
  const people = Array.from({ length: PEOPLE }, (_, person) => ({ id: `00000000-0000-4000-8000-${String(person).padStart(12, '0')}`, token: tokenOf(person) }));
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('person').values(people.map(({ id }) => ({ id, kind: 'wechat', label: '微信用户', createdAt: now }))).execute();
    await trx.insertInto('session').values(people.map(({ id, token }) => ({ tokenHash: hashSecret(token), personId: id, createdAt: now, expiresAt: new Date('2018-01-01T00:00:00Z') }))).execute();
  });
}

async function run(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const store = await openStore(configuration, logFailureToStderr);
  await prepareStore(store, configuration);
  await admit(store);
  const { dispatch } = await openApplication(configuration, { store, logFailure: logFailureToStderr, clock: { demo: true, now: () => now } });

  const call = async <Data>(person: number, action: string, input: unknown): Promise<Data> => {
    const reply = await dispatch({ action, input, token: tokenOf(person) });
    if (!reply.ok) throw new Error(reply.error.message);
    return (reply as DataReply<Data>).data;
  };
  const answer = async (person: number): Promise<void> => {
    const attempt = await call<AttemptView>(person, 'contest.start', { nonce: 'a'.repeat(32) });
    const { questions } = attempt;
    say(`found ${person} ${attempt.revision} ${questions.map(({ chosen }) => chosen.join('+')).join()}`);
    for (let revision = attempt.revision + 1; ; revision += 1) {
      const question = questions[(revision - 1) % questions.length];
      const chosen = [Math.floor((revision - 1) / questions.length) % 2];
      await call(person, 'contest.save', { attemptId: attempt.id, answers: [{ questionId: question?.id, chosen, revision }] });
      say(`saved ${person} ${revision}`);
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, person) => answer(person)));
}

void run();
