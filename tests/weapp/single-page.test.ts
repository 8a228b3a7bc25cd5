import { run } from '../support/running-app';
import { acceptedEssay } from '../support/samples/sample-essay';
import { addEvent } from '../support/samples/sample-event';
import type { TestServer } from '../support/server';
import { engines } from './host/engines';

jest.setTimeout(60_000);

const MOMENTS = 1154;

/** Where Moments may lead, with words of the page. */
const openings: Readonly<Record<string, { open: (server: TestServer) => Promise<string>; words: string }>> = {
  'an article': { open: () => Promise.resolve('pages/article/index?id=nanjiang-ship-hall'), words: '所属活动' },
  'a lesson': { open: () => Promise.resolve('activities/lesson/index?id=lesson-2-three-sames'), words: '字号' },
  'an activity': { open: () => Promise.resolve('activities/activity/index?id=micro-class'), words: '怎样参加' },
  'an essay': { open: async (server) => `activities/essay/index?id=${await acceptedEssay(await server.asGuest(), await server.as('editor'))}`, words: '赞赏' },
  'an event': { open: async (server) => `booking/event/index?id=${(await addEvent(server)).id}`, words: '点屏幕下方的“前往小程序”' },
};

describe.each(engines)('opened alone in Moments in the compiled mini-program, drawn by $name', (engine) => {
  it.each(Object.entries(openings))('%s is there without anybody signed in, and leads nowhere', async (_, { open, words }) => {
    const { app } = await run({ engine, scene: MOMENTS }, async (server) => ({ path: await open(server) }));
    await app.advance(20_000);
    expect(app.page().text()).toContain(words);
    expect(app.page().all({ role: 'link' })).toEqual([]);
    for (const text of ['复制链接', '发到群里', '收藏（离线可看）', '预约这一场', '重试']) expect(app.page().has(text)).toBe(false);
    expect(app.calls('login')).toEqual([]);
    for (const { options } of app.calls('request')) expect(options).not.toHaveProperty('header.Authorization');
    expect(app.page().has('切换到关怀版')).toBe(true);
  });

  it('is an ordinary page again once the mini-program itself is opened', async () => {
    const { app } = await run({ engine, scene: 1155, path: 'pages/article/index?id=nanjiang-ship-hall' });
    expect(app.page().has('复制链接')).toBe(true);
    expect(app.page().has('收藏（离线可看）')).toBe(true);
    expect(app.page().all({ role: 'link' }).length).toBeGreaterThan(0);
  });
});
