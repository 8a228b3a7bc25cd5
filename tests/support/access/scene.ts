import { randomUUID } from 'node:crypto';
import type { RequestView } from '../../../src/contract/request/request';
import type { RequestState } from '../../../src/domain/request/state';
import { castOf, done, inState, letIn, type Cast } from '../samples/request-case';
import { startAttempt, takeContest } from '../samples/sample-contest';
import { addEvent, book } from '../samples/sample-event';
import { submitEssay } from '../samples/sample-essay';
import { fileRequest } from '../samples/sample-request';
import type { TestCaller, TestServer } from '../server';

/** Who calls, and on whose things. */
export interface Scene extends Cast {
  readonly server: TestServer;
  /** A colleague of the firm whom the owner has let into every request, and one whom nobody has. */
  readonly follower: TestCaller;
  readonly sameFirm: TestCaller;
  /** Of 东港局, to which the articles in question belong, and of the bureau. */
  readonly ownEditor: TestCaller;
  readonly bureauEditor: TestCaller;
}

export async function sceneOf(server: TestServer): Promise<Scene> {
  const sameFirm = await server.asGuest();
  await fileRequest(sameFirm);
  return { ...(await castOf(server)), server, follower: await server.asGuest(), sameFirm, ownEditor: await server.as('editor-donggang'), bureauEditor: await server.as('editor') };
}

type At = Pick<RequestView, 'id' | 'version'>;

/** A request of the owner that the follower follows and the expert takes, in a state. */
export async function requestIn(scene: Scene, state: RequestState): Promise<At> {
  const { id, version } = await inState(scene.server, scene, state);
  await letIn(scene.owner, scene.follower, { id });
  await scene.server.db.updateTable('serviceRequest').set({ expertId: scene.expertId }).where('id', '=', id).execute();
  return { id, version };
}

const passed = new WeakMap<TestServer, { attemptId: string; questionId: string }>();

/** The owner's one attempt that was handed in, every answer right; attempts are few. */
export async function passedAttempt({ server, owner }: Scene): Promise<{ attemptId: string; questionId: string }> {
  const before = passed.get(server);
  if (before) return before;
  const { id, questions } = await startAttempt(owner);
  const attempt = { attemptId: await takeContest(server, owner), questionId: questions[0]?.id ?? '' };
  if (attempt.attemptId !== id) throw new Error('Another attempt was taken than the one that was started.');
  passed.set(server, attempt);
  return attempt;
}

export async function invite({ administrator }: Scene): Promise<{ id: string; token: string }> {
  const { id, token } = await done(administrator, 'invitation.make', { role: 'editor', officeId: 'bureau', inviteeName: '示例编辑' });
  return { id, token: token ?? '' };
}

export async function grant(scene: Scene): Promise<string> {
  const { token } = await invite(scene);
  return (await done(await scene.server.asGuest(), 'invitation.accept', { token })).id;
}

export const startPractice = ({ owner }: Scene) => done(owner, 'practice.start', { from: 'topic', topicId: 'quality-basics' });

export async function invitationToFollow({ owner }: Scene): Promise<string> {
  const { id } = await fileRequest(owner);
  return (await done(owner, 'request.invite', { id })).token ?? '';
}

export async function promised(scene: Scene): Promise<{ requestId: string; promiseId: string }> {
  const { id: requestId } = await requestIn(scene, 'visited');
  const { db } = scene.server;
  const stop = await db.selectFrom('visitStop').select('id').where('requestId', '=', requestId).executeTakeFirstOrThrow();
  const promiseId = randomUUID();
  await db.insertInto('visitPromise').values({ id: promiseId, stopId: stop.id, position: 0, text: '寄出标签样稿', by: 'firm', dueOn: '2017-09-20', doneOn: null }).execute();
  return { requestId, promiseId };
}

/** The owner's only one: a person may send in a few. */
export const essayOf = async ({ server, owner }: Scene) => {
  await server.db.deleteFrom('essay').where('personId', '=', owner.person.id).execute();
  return { id: await submitEssay(owner) };
};

export const anEvent = async (server: TestServer) => ({ id: (await addEvent(server)).id });

export const bookingOfOwner = async ({ server, owner }: Scene) => ({ id: (await book(owner, (await addEvent(server)).id)).id });
