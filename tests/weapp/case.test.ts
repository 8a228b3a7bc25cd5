import { run } from '../support/running-app';
import { dataOf, type TestServer } from '../support/server';
import { fileRequest, sampleValues } from '../support/samples/sample-request';
import { engines } from './host/engines';
import { nameOf } from './host/find';
import type { HostedApp } from './host/hosted-app';
import { textOf } from './host/tree';

jest.setTimeout(120_000);

/** The same phone in another person's hands. */
async function become(app: HostedApp, persona: string): Promise<void> {
  await app.navigate('/pages/me/index');
  const radio = app.page().all({ role: 'radio' }).find((node) => textOf(node).startsWith(persona));
  if (!radio) throw new Error(`There is no persona ${persona}.`);
  await app.page().tap(radio);
}

async function open(app: HostedApp, persona: string, page: string): Promise<void> {
  await become(app, persona);
  await app.navigate(page);
}

async function choose(app: HostedApp, words: string): Promise<void> {
  const radio = app.page().all({ role: 'radio' }).find((node) => nameOf(node).includes(words));
  if (!radio) throw new Error(`There is no choice ${words}.`);
  await app.page().tap(radio);
}

/** The way a form is filled in has its own test; here the request is simply there. */
const fileFrom = async (server: TestServer): Promise<string> => (await fileRequest(await server.as('firm'), { values: { ...sampleValues, areaId: 'baodi', subjectId: 'quality-management' } })).id;

const conclude = async (app: HostedApp, reply: string): Promise<void> => {
  await choose(app, '已给出意见');
  await app.page().type('答复', reply);
  await app.page().tap('确认办结');
};

describe.each(engines)('a case in the compiled mini-program, drawn by $name', (engine) => {
  it('goes from the office over the dispatcher and the expert to the confirmed end', async () => {
    const { app, server } = await run({ engine });
    const id = await fileFrom(server);
    const desk = `/officer/request/index?id=${id}`;
    await become(app, '专家');

    await open(app, '宝坻局工作人员', desk);
    await app.page().tap('受理');
    await app.page().tap('确认受理');
    expect(app.page().text()).toContain('已受理，企业能在“我的申请”里看到');

    await open(app, '调度人员', desk);
    await app.page().tap('安排专家');
    await choose(app, '示例专家甲');
    await app.page().tap('就安排这位专家');
    await app.page().tap('约定上门');
    await choose(app, '9 月 12 日（周二）上午');
    await app.page().tap('确认上门时间');
    expect(app.page().text()).toContain('已约定上门时间');

    server.clock.set('2017-09-12T11:00:00+08:00');
    await open(app, '专家', '/officer/visits/index');
    await app.page().tap('天津示例食品有限公司');
    await app.page().type('现场情况', '两条生产线记录完整，留样期限没有写明。');
    await app.page().tap('保存记录');

    await open(app, '企业经办人', `/service/request/index?id=${id}`);
    expect(app.page().text()).toContain('两条生产线记录完整，留样期限没有写明。');
    await app.page().tap('确认记录');

    await open(app, '宝坻局工作人员', desk);
    await app.page().tap('办结');
    await conclude(app, '专家已上门说明质量控制的要点，留样期限已补写。');

    await open(app, '企业经办人', `/service/request/index?id=${id}`);
    await app.page().tap('问题解决了，确认办结');
    expect(app.page().text()).toContain('企业已确认办结');
    expect(dataOf(await (await server.as('firm')).call('request.get', { id }))).toMatchObject({ state: 'confirmed', outcome: 'advised', promise: { kind: 'kept' } });
  });

  it('is taken to the bureau when it was not solved', async () => {
    const { app, server } = await run({ engine });
    const id = await fileFrom(server);
    const desk = `/officer/request/index?id=${id}`;
    const answer = async (persona: string, reply: string) => {
      await open(app, persona, desk);
      await app.page().tap('受理');
      await app.page().tap('确认受理');
      await app.page().tap('更多操作');
      await app.page().tap('办结');
      await conclude(app, reply);
    };
    await answer('宝坻局工作人员', '已在电话里说明了要准备的材料。');
    await open(app, '企业经办人', `/service/request/index?id=${id}`);
    await app.page().tap('还没有解决');
    await app.page().type('还没有解决的问题', '电话里没有说清楚检验项目怎么确定。');
    await app.page().tap('提交');
    expect(dataOf(await (await server.as('firm')).call('request.get', { id }))).toMatchObject({ state: 'reopened', officeName: '天津出入境检验检疫局' });

    await answer('天津检验检疫局工作人员', '已派人说明检验项目的确定方法，并附上对照表。');
    await open(app, '企业经办人', `/service/request/index?id=${id}`);
    expect(app.page().has('还没有解决')).toBe(false);
    await app.page().tap('问题解决了，确认办结');
    expect(dataOf(await (await server.as('firm')).call('request.get', { id })).state).toBe('confirmed');
  });
});
