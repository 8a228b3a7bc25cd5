import { activityIds } from '../support/samples/activity-ids';
import { decideAppeal, fileAppeal, reason } from '../support/samples/sample-appeal';
import { startAttempt, takeContest } from '../support/samples/sample-contest';
import { addEvent, book, bookers } from '../support/samples/sample-event';
import { draftBy } from '../support/samples/sample-manuscript';
import { tell } from '../support/samples/sample-message';
import { acceptedEssay, submitEssay } from '../support/samples/sample-essay';
import { fileRequest } from '../support/samples/sample-request';
import { acceptedRequest, addExpert, profileOf, samplePlan, scheduledRequest } from '../support/samples/sample-visit';
import { addResults } from '../support/samples/sample-results';
import { run } from '../support/running-app';
import { dataOf, startTestServer, type TestServer } from '../support/server';
import { mainPackageBytes, openPackage, subPackageBytes } from './host/app-package';
import { firstScreen, largestSetData } from './host/budgets';
import { engines } from './host/engines';
import { DEFAULT_DIST } from './host/launch';

jest.setTimeout(60_000);

const KB = 1024;

/** `as` a persona, or as a guest by the token: attempts at the contest are few for each person. */
type Query = (server: TestServer) => Promise<{ query?: string; as?: string; token?: string }>;

let booked: string | null = null;

/** A request for which the demo's expert is expected, the same for every page. */
async function bookedVisit(server: TestServer): Promise<string> {
  booked ??= (await scheduledRequest(server, (await profileOf(await server.as('expert'))).id)).id;
  return booked;
}

/** How each page is opened with something to show; a page without its row fails the suite. */
const openings: Readonly<Record<string, Query>> = {
  'pages/home/index': () => Promise.resolve({}),
  'pages/news/index': () => Promise.resolve({}),
  'pages/contest/index': () => Promise.resolve({}),
  'pages/service/index': () => Promise.resolve({}),
  'pages/me/index': () => Promise.resolve({}),
  'pages/article/index': () => Promise.resolve({ query: 'id=baodi-wechat-group' }),
  'pages/activities/index': () => Promise.resolve({ query: 'line=service&number=12' }),
  'contest/practice/index': () => Promise.resolve({ query: 'topic=quality-basics', as: 'citizen' }),
  'contest/wrong-questions/index': () => Promise.resolve({ as: 'citizen' }),
  'contest/lobby/index': () => Promise.resolve({ as: 'citizen' }),
  'contest/attempt/index': async (server) => {
    const guest = await server.asGuest();
    return { query: `id=${(await startAttempt(guest)).id}`, token: guest.token };
  },
  'contest/result/index': async (server) => {
    const guest = await server.asGuest();
    return { query: `id=${await takeContest(server, guest, { right: 12, seconds: 60 })}`, token: guest.token };
  },
  'contest/board/index': async (server) => {
    await addResults(server, Array.from({ length: 25 }, (_, index) => ({ score: 100 - index, usedMs: 300_000 + index })));
    return {};
  },
  'contest/fairness/index': () => Promise.resolve({}),
  'contest/certificate/index': async (server) => {
    const guest = await server.asGuest();
    await takeContest(server, guest, { seconds: 60 });
    dataOf(await guest.call('certificate.issue', { holderName: '示例姓名' }));
    return { token: guest.token };
  },
  'contest/verify/index': () => Promise.resolve({}),
  'contest/errata/index': async (server) => {
    const guest = await server.asGuest();
    const attempt = await startAttempt(guest);
    const questionId = attempt.questions[0]?.id ?? '';
    await takeContest(server, guest, { seconds: 60 });
    await fileAppeal(guest, attempt.id, questionId);
    await decideAppeal(server, questionId, { kind: 'void' });
    return {};
  },
  'activities/activity/index': () => Promise.resolve({ query: 'id=micro-class' }),
  'activities/articles/index': () => Promise.resolve({ query: 'activity=hot-consumer-goods&kind=advisory' }),
  'activities/lessons/index': () => Promise.resolve({ as: 'citizen' }),
  'activities/lesson/index': () => Promise.resolve({ query: 'id=lesson-2-three-sames', as: 'citizen' }),
  'activities/exhibition/index': () => Promise.resolve({ query: 'activity=achievement-exhibition' }),
  'activities/directory/index': () => Promise.resolve({ query: 'activity=demonstration-zones' }),
  'activities/checklist/index': () => Promise.resolve({ query: 'id=genuine-goods-self-check' }),
  'activities/board/index': () => Promise.resolve({ as: 'officer-bureau' }),
  'activities/essays/index': async (server) => {
    await acceptedEssay(await server.asGuest(), await server.as('editor'));
    return {};
  },
  'activities/essay/index': async (server) => ({ query: `id=${await acceptedEssay(await server.asGuest(), await server.as('editor'))}`, as: 'citizen' }),
  'activities/essay-form/index': () => Promise.resolve({ as: 'citizen' }),
  'newsroom/manuscripts/index': async (server) => {
    const author = await server.as('editor-donggang');
    for (let count = 0; count < 6; count += 1) await draftBy(author);
    return { as: 'editor-donggang' };
  },
  'newsroom/manuscript/index': async (server) => ({ query: `id=${(await draftBy(await server.as('editor-donggang'))).id}`, as: 'editor-donggang' }),
  'newsroom/pictures/index': () => Promise.resolve({ as: 'editor-donggang' }),
  'newsroom/essays/index': async (server) => {
    await submitEssay(await server.asGuest());
    return { as: 'editor' };
  },
  'newsroom/essay/index': async (server) => ({ query: `id=${await submitEssay(await server.asGuest())}`, as: 'editor' }),
  'booking/event/index': async (server) => ({ query: `id=${(await addEvent(server)).id}`, as: 'citizen' }),
  'booking/ticket/index': async (server) => {
    const guest = await server.asGuest();
    return { query: `id=${(await book(guest, (await addEvent(server)).id)).id}`, token: guest.token };
  },
  'booking/mine/index': async (server) => {
    const guest = await server.asGuest();
    for (let count = 0; count < 12; count += 1) await book(guest, (await addEvent(server)).id);
    return { token: guest.token };
  },
  'newsroom/events/index': async (server) => {
    for (let count = 0; count < 12; count += 1) await addEvent(server);
    return { as: 'officer-development-zone' };
  },
  'newsroom/event/index': async (server) => ({ query: `id=${(await addEvent(server)).id}`, as: 'officer-development-zone' }),
  'newsroom/check-in/index': async (server) => {
    const { id } = await addEvent(server, { capacity: 30 });
    await bookers(server, id, 25);
    return { query: `id=${id}`, as: 'officer-development-zone' };
  },
  'reading/search/index': () => Promise.resolve({ query: 'words=%E8%B4%A8%E9%87%8F' }),
  'reading/saved/index': () => Promise.resolve({}),
  'service/form/index': () => Promise.resolve({ query: 'kind=expert-visit' }),
  'service/request/index': async (server) => ({ query: `id=${(await fileRequest(await server.as('firm'))).id}&filed=now`, as: 'firm' }),
  'service/requests/index': async (server) => {
    await fileRequest(await server.as('firm'));
    return { as: 'firm' };
  },
  'service/follow/index': async (server) => {
    const firm = await server.as('firm');
    const { token } = dataOf(await firm.call('request.invite', { id: (await fileRequest(firm)).id }));
    return { query: `token=${token ?? ''}`, as: 'firm-2' };
  },
  'service/lookup/index': () => Promise.resolve({}),
  'service/messages/index': async (server) => {
    const guest = await server.asGuest();
    for (let message = 0; message < 12; message += 1) await tell(server.db, guest.person, { route: '/service/requests/index' });
    return { token: guest.token };
  },
  'service/personal-data/index': () => Promise.resolve({ as: 'firm' }),
  'officer/inbox/index': async (server) => {
    const firm = await server.as('firm');
    for (let count = 0; count < 12; count += 1) await fileRequest(firm, { values: { areaId: 'baodi' } });
    return { as: 'officer-baodi' };
  },
  'officer/dashboard/index': async (server) => {
    await fileRequest(await server.as('firm'));
    return { as: 'dispatcher' };
  },
  'officer/request/index': async (server) => ({
    query: `id=${(await fileRequest(await server.as('firm'), { values: { areaId: 'baodi' } })).id}`,
    as: 'officer-baodi',
  }),
  'officer/visits/index': async (server) => {
    await bookedVisit(server);
    return { as: 'expert' };
  },
  'officer/visit-record/index': async (server) => ({ query: `request=${await bookedVisit(server)}`, as: 'expert' }),
  'officer/calendar/index': async (server) => {
    await bookedVisit(server);
    return { as: 'expert' };
  },
  'officer/experts/index': async (server) => {
    for (let count = 0; count < 6; count += 1) await addExpert(server);
    return { as: 'dispatcher' };
  },
  'officer/plan/index': async (server) => {
    await addExpert(server);
    for (let count = 0; count < 6; count += 1) await acceptedRequest(server);
    dataOf(await (await server.as('dispatcher')).call('plan.propose', samplePlan()));
    return { as: 'dispatcher' };
  },
  'officer/contest/index': async (server) => {
    for (let count = 0; count < 3; count += 1) {
      const guest = await server.asGuest();
      const attempt = await startAttempt(guest);
      await takeContest(server, guest, { seconds: 60 });
      // One of them may have been voided for the page of errata; an appeal against it is refused.
      for (const { id } of attempt.questions.slice(0, 4)) await guest.call('appeal.submit', { attemptId: attempt.id, questionId: id, reason });
    }
    return { as: 'officer-bureau' };
  },
  'officer/roles/index': () => Promise.resolve({ as: 'administrator' }),
  'officer/audit/index': async (server) => {
    const citizen = await server.as('citizen');
    for (let count = 0; count < 12; count += 1) dataOf(await citizen.call('practice.start', { from: 'topic', topicId: 'quality-basics' }));
    return { as: 'administrator' };
  },
  'officer/invitation/index': async (server) => {
    const administrator = await server.as('administrator');
    const { token } = dataOf(await administrator.call('invitation.make', { role: 'officer', officeId: 'baodi', inviteeName: '张示例' }));
    return { query: `token=${token ?? ''}`, as: 'citizen' };
  },
  'officer/pairing/index': () => Promise.resolve({ as: 'officer-baodi' }),
};

/** Pages that ask for something else than once when they open. A lesson's text does not wait for how far one is in it. A firm's case notes that its news were read; its first screen does not wait for that. */
const REQUESTS: Readonly<Record<string, number>> = { 'activities/lesson/index': 2, 'service/request/index': 2, 'officer/pairing/index': 0, 'reading/saved/index': 0, 'service/lookup/index': 0, 'contest/verify/index': 0, 'service/personal-data/index': 2 };

const { pages, config } = openPackage(DEFAULT_DIST);

it('has an opening for every page of the package', () => {
  expect(Object.keys(openings).sort()).toEqual([...pages].sort());
});

it('keeps the main package, with everything a share card opens, within 512 KB', () => {
  expect(mainPackageBytes(DEFAULT_DIST)).toBeLessThanOrEqual(512 * KB);
  for (const bytes of Object.values(subPackageBytes(DEFAULT_DIST))) expect(bytes).toBeLessThanOrEqual(256 * KB);
});

it('declares what WeChat needs to follow the dark mode', () => {
  expect(config).toMatchObject({ darkmode: true, themeLocation: 'theme.json' });
});

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.close();
});

describe.each(engines)('every page over $name', (engine) => {
  it.each(Object.entries(openings))('%s opens quietly and within its budget', async (route, opening) => {
    const { app } = await run({ engine, server }, async () => {
      const { query, as, token = as && (await server.as(as)).token } = await opening(server);
      const storage = token === undefined ? {} : { session: token };
      return { path: query === undefined ? route : `${route}?${query}`, storage };
    });
    expect(app.page().route).toBe(route);
    const { requests, setDatas, nodes } = firstScreen(app);
    expect({ requests, setDatas: Math.min(setDatas, 2) }).toEqual({ requests: REQUESTS[route] ?? 1, setDatas });
    expect(largestSetData(app)).toBeLessThanOrEqual(50 * KB);
    expect(nodes).toBeLessThanOrEqual(500);
    expect(app.page().depth()).toBeLessThanOrEqual(20);
    expect(app.page().has('切换到关怀版')).toBe(true);
  });

  it.each(activityIds)('the page of %s says what it is and how to take part', async (id) => {
    const { app } = await run({ engine, server, path: `activities/activity/index?id=${id}` });
    expect(app.page().has('怎样参加')).toBe(true);
    expect(app.page().has('最近动态')).toBe(true);
    expect(largestSetData(app)).toBeLessThanOrEqual(50 * KB);
    expect(firstScreen(app).nodes).toBeLessThanOrEqual(500);
  });

  it.each(pages)('%s says what to do when the network is gone', async (route) => {
    const { app } = await run({ engine, server, offline: true, path: `${route}?id=00000000-0000-4000-8000-000000000000&request=00000000-0000-4000-8000-000000000000&kind=expert-visit&token=${'A'.repeat(43)}` });
    if (REQUESTS[route] !== 0) expect(app.page().has('重试')).toBe(true);
  });

  it('answers and turns a question within a few kilobytes', async () => {
    const { app } = await run({ engine, server }, async () => ({
      path: 'contest/practice/index?topic=imported-food',
      storage: { session: (await server.as('citizen')).token },
    }));
    const cost = async (act: () => Promise<void>): Promise<number> => {
      const before = app.setDatas().length;
      await act();
      return app.setDatas().slice(before).reduce((sum, { bytes }) => sum + bytes, 0);
    };
    for (let position = 1; position < 10; position += 1) {
      const [option] = [...app.page().all({ role: 'radio' }), ...app.page().all({ role: 'checkbox' })];
      if (!option) throw new Error('The question has no options.');
      expect(await cost(() => app.page().tap(option))).toBeLessThanOrEqual(KB);
      expect(await cost(() => app.page().tap('提交答案'))).toBeLessThanOrEqual(3 * KB);
      expect(await cost(() => app.page().tap('下一题'))).toBeLessThanOrEqual(5 * KB);
    }
  });
});
