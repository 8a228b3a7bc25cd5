import { randomUUID } from 'node:crypto';
import { changeRequest, type RequestStep } from '../../../server/request/change-request';
import { lockRequest } from '../../../server/storage/request/request-store';
import { isWorkingDayInChina } from '../../../server/working-day-calendar';
import type { ActionName, Input, Output } from '../../../src/contract/actions';
import type { RequestView } from '../../../src/contract/request/request';
import type { RequestState } from '../../../src/domain/request/state';
import { fileRequest } from './sample-request';
import { dataOf, type TestCaller, type TestServer } from '../server';

/** Who has to do with a request of the sample: it is filed by `owner` and with the development zone's office. */
export interface Cast {
  readonly owner: TestCaller;
  readonly colleague: TestCaller;
  readonly zone: TestCaller;
  readonly baodi: TestCaller;
  readonly bureau: TestCaller;
  readonly dispatcher: TestCaller;
  readonly expert: TestCaller;
  readonly otherExpert: TestCaller;
  readonly administrator: TestCaller;
  readonly stranger: TestCaller;
  /** The profiles that the experts hold. */
  readonly expertId: string;
  readonly otherExpertId: string;
}

/** Signs everybody in, anew each time: a session does not outlast the days that a test lets pass. */
export async function castOf(server: TestServer): Promise<Cast> {
  const [expert, otherExpert] = [await server.as('expert'), await server.as('expert-2')];
  return {
    owner: await server.as('firm'),
    colleague: await server.as('citizen'),
    zone: await server.as('officer-development-zone'),
    baodi: await server.as('officer-baodi'),
    bureau: await server.as('officer-bureau'),
    dispatcher: await server.as('dispatcher'),
    expert,
    otherExpert,
    administrator: await server.as('administrator'),
    stranger: await server.as('firm-2'),
    expertId: await expertProfile(server, expert),
    otherExpertId: await expertProfile(server, otherExpert),
  };
}

/** The profile that a person holds. */
async function expertProfile({ db }: TestServer, { person }: TestCaller): Promise<string> {
  const { id } = await db.selectFrom('expert').select('id').where('personId', '=', person.id).executeTakeFirstOrThrow();
  return id;
}

export const at = ({ id, version }: Pick<RequestView, 'id' | 'version'>) => ({ id, version });

export const titlesOf = ({ timeline }: RequestView): string[] => timeline.map(({ title }) => title);

/** A change as the caller, who must be allowed to make it. */
export const done = async <Name extends ActionName>(caller: TestCaller, action: Name, input: Input<Name>): Promise<Output<Name>> => dataOf(await caller.call(action, input));

/** Makes a colleague follow a request. */
export async function letIn(owner: TestCaller, colleague: TestCaller, { id }: Pick<RequestView, 'id'>): Promise<void> {
  const { token } = await done(owner, 'request.invite', { id });
  await done(colleague, 'request.follow', { token: token ?? '' });
}

/** A step as the product makes it, without the action that leads to it. */
export async function step(server: TestServer, { id }: Pick<RequestView, 'id'>, what: RequestStep): Promise<void> {
  const { db, application, clock } = server;
  await db.transaction().execute(async (trx) => {
    const request = await lockRequest(trx, id);
    if (!request) throw new Error('There is no such request.');
    await changeRequest(trx, request, what, { campaign: application.campaign, now: clock.now(), isWorkingDay: isWorkingDayInChina });
  });
}

/** A half-day that is over on the sample's day, so that it can be written about. */
export const visitDay = { date: '2017-09-06', half: 'am' } as const;

async function agreeVisit(server: TestServer, { id }: RequestView, { expertId, zone }: Cast): Promise<void> {
  const { db } = server;
  const visit = await db.selectFrom('visit').select('id').where('expertId', '=', expertId).where('date', '=', visitDay.date).executeTakeFirst();
  const visitId = visit?.id ?? randomUUID();
  if (!visit) await db.insertInto('visit').values({ ...visitDay, id: visitId, campaignId: 'tianjin-2017', expertId, areaId: 'kaifaqu', planId: null }).execute();
  await db.insertInto('visitStop').values({ id: randomUUID(), visitId, requestId: id, state: 'booked' }).execute();
  await step(server, { id }, { change: 'schedule', actors: ['officer'], personId: zone.person.id, detail: visitDay });
}

export const reason = '请补充产品的名称。';
export const reply = '已说明同线同标同质的要求。';

/** A new request of the owner in each state. */
const ways: Record<RequestState, (server: TestServer, cast: Cast) => Promise<RequestView>> = {
  submitted: (_, { owner }) => fileRequest(owner),
  returned: async (server, cast) => done(cast.zone, 'request.return', { ...at(await inState(server, cast, 'submitted')), reason }),
  declined: async (server, cast) => done(cast.zone, 'request.decline', { ...at(await inState(server, cast, 'submitted')), reason }),
  withdrawn: async (server, cast) => done(cast.owner, 'request.withdraw', at(await inState(server, cast, 'submitted'))),
  merged: async (server, cast) => {
    const into = await inState(server, cast, 'submitted');
    return done(cast.zone, 'request.merge', { ...at(await inState(server, cast, 'submitted')), intoId: into.id });
  },
  accepted: async (server, cast) => done(cast.zone, 'request.accept', at(await inState(server, cast, 'submitted'))),
  assigned: async (server, cast) => {
    const request = await inState(server, cast, 'accepted');
    await step(server, request, { change: 'assign', actors: ['officer'], personId: cast.zone.person.id, set: { expertId: cast.expertId } });
    return done(cast.zone, 'request.get', { id: request.id });
  },
  scheduled: async (server, cast) => {
    const request = await inState(server, cast, 'assigned');
    await agreeVisit(server, request, cast);
    return done(cast.zone, 'request.get', { id: request.id });
  },
  visited: async (server, cast) => {
    const request = await inState(server, cast, 'scheduled');
    await server.db.updateTable('visitStop').set({ state: 'done', writtenAt: server.clock.now(), findings: '现场情况良好。', policies: '' }).where('requestId', '=', request.id).execute();
    await step(server, request, { change: 'visit', actors: ['expert'], personId: cast.expert.person.id, detail: visitDay });
    return done(cast.zone, 'request.get', { id: request.id });
  },
  concluded: async (server, cast) => done(cast.zone, 'request.conclude', { ...at(await inState(server, cast, 'accepted')), outcome: 'advised', reply }),
  confirmed: async (server, cast) => done(cast.owner, 'request.confirm', at(await inState(server, cast, 'concluded'))),
  reopened: async (server, cast) => done(cast.owner, 'request.reopen', { ...at(await inState(server, cast, 'concluded')), reason: '标签的问题还没有解决。' }),
};

export const inState = (server: TestServer, cast: Cast, state: RequestState): Promise<RequestView> => ways[state](server, cast);
