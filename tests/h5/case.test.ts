import type { Page } from 'playwright-core';
import type { ActionName, Input, Output } from '../../src/contract/actions';
import type { Reply } from '../../src/contract/errors';
import { dataOf } from '../support/server';
import { openSite, routes, type Site, type Visitor } from './support/site';

jest.setTimeout(120_000);

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site.close();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).filter({ visible: true });
const radio = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).filter({ visible: true });
const shows = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();

/** Somebody at a browser of their own, signed in as a demo persona. */
async function enter(persona: string, options?: Parameters<Site['visit']>[0]): Promise<Visitor> {
  const visitor = await site.visit(options);
  await visitor.page.goto(routes.me);
  // Other personas' summaries may name this one.
  const name = new RegExp(`^${persona}`);
  await radio(visitor.page, name).click();
  await visitor.page.getByRole('radio', { name, checked: true }).filter({ visible: true }).waitFor();
  return visitor;
}

/** The way a form is filled in has its own test; here the request is simply there. */
async function fileRequest(page: Page, firmName: string): Promise<string> {
  const token = await page.evaluate(() => (JSON.parse(localStorage.getItem('session') ?? '{}') as { data: string }).data);
  const call = async <Name extends ActionName>(action: Name, input: Input<Name>): Promise<Output<Name>> => {
    const response = await fetch(`${site.url}/api/${action}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': `case-test-${firmName.length}-${action.replace('.', '-')}` },
      body: JSON.stringify(input),
    });
    return dataOf((await response.json()) as Reply<Output<Name>>);
  };
  const { campaignId, dates } = await call('request.form', { kindId: 'expert-visit' });
  const { id } = await call('request.submit', {
    campaignId,
    kindId: 'expert-visit',
    values: {
      firmName,
      creditCode: '91350100M000100Y43',
      contactName: '示例联系人',
      phone: '13800001234',
      areaId: 'baodi',
      subjectId: 'quality-management',
      need: '想请专家看看生产过程的质量控制，哪些环节容易出问题。',
      preferredDates: dates.slice(0, 2),
    },
    consent: true,
  });
  return id;
}

const caseOf = (id: string): string => `/#/service/request/index?id=${id}`;
const deskOf = (id: string): string => `/#/officer/request/index?id=${id}`;

/** Opens the case at the office's desk anew: another person may have moved it on. */
async function atDesk({ page }: Visitor, id: string): Promise<Page> {
  await page.goto(deskOf(id));
  await page.reload();
  await shows(page, '办理记录和留言');
  return page;
}

it('carries a case from the firm’s request over the office, the dispatcher and the expert to the confirmed end', async () => {
  const firm = await enter('企业经办人');
  const officer = await enter('宝坻局工作人员', { width: 1280, height: 860 });
  const dispatcher = await enter('调度人员');
  const expert = await enter('专家');
  const id = await fileRequest(firm.page, '天津示例食品有限公司');

  // The office accepts, in the pane beside its list.
  await officer.page.goto(routes.inbox);
  await link(officer.page, /天津示例食品有限公司/).click();
  await shows(officer.page, '办理记录和留言');
  await button(officer.page, /^受理$/).click();
  await button(officer.page, '确认受理').click();
  await shows(officer.page, /已受理，企业能在/);

  // A question, which the firm reads in its case.
  await officer.page.getByLabel('写留言或备注').fill('请问一共有几条生产线？');
  await radio(officer.page, /发给企业/).click();
  await button(officer.page, '发给企业').click();
  await shows(officer.page, '请问一共有几条生产线？');
  await firm.page.goto(caseOf(id));
  await shows(firm.page, '请问一共有几条生产线？');

  // The dispatcher chooses the expert and the half-day.
  const desk = await atDesk(dispatcher, id);
  await button(desk, '安排专家').click();
  await radio(desk, /示例专家甲/).click();
  await button(desk, '就安排这位专家').click();
  await shows(desk, /已安排专家，接下来约定上门时间/);
  await button(desk, '约定上门').click();
  await radio(desk, /9 月 7 日（周四）下午/).click();
  await button(desk, '确认上门时间').click();
  await shows(desk, /已约定上门时间/);

  // The expert goes there and writes down what was found.
  await expert.page.goto('/#/officer/visits/index');
  await link(expert.page, /天津示例食品有限公司/).click();
  await expert.page.getByLabel('现场情况').fill('两条生产线记录完整，成品检验的留样期限没有写明。');
  await button(expert.page, '保存记录').click();
  await button(expert.page, '修改记录').waitFor();

  await firm.page.reload();
  await shows(firm.page, '两条生产线记录完整，成品检验的留样期限没有写明。');
  await button(firm.page, '确认记录').click();
  await shows(firm.page, /确认这份记录/);

  // The office concludes, the firm agrees.
  const back = await atDesk(officer, id);
  await button(back, '办结').click();
  await radio(back, '问题已解决').click();
  await back.getByLabel('答复').fill('专家已上门说明质量控制的要点，留样期限已补写。');
  await button(back, '确认办结').click();
  await shows(back, /已办结，等企业确认/);
  await firm.page.reload();
  await button(firm.page, '问题解决了，确认办结').click();
  await shows(firm.page, '企业已确认办结');
  for (const { complaints } of [firm, officer, dispatcher, expert]) expect(complaints).toEqual([]);
  for (const visitor of [firm, officer, dispatcher, expert]) await visitor.leave();
});

it('takes a case that was not solved to the bureau, once', async () => {
  const firm = await enter('另一家企业经办人');
  const officer = await enter('宝坻局工作人员');
  const bureau = await enter('天津检验检疫局工作人员');
  const id = await fileRequest(firm.page, '天津示例机械有限公司');

  const conclude = async (page: Page, reply: string) => {
    await button(page, '受理').click();
    await button(page, '确认受理').click();
    await shows(page, /已受理，企业能在/);
    await button(page, '更多操作').click();
    await button(page, /^办结/).click();
    await radio(page, '已给出意见').click();
    await page.getByLabel('答复').fill(reply);
    await button(page, '确认办结').click();
    await shows(page, /已办结，等企业确认/);
  };
  await conclude(await atDesk(officer, id), '已在电话里说明了要准备的材料。');

  await firm.page.goto(caseOf(id));
  await button(firm.page, '还没有解决').click();
  await firm.page.getByLabel('还没有解决的问题').fill('电话里没有说清楚检验项目怎么确定。');
  await button(firm.page, '提交').click();
  await shows(firm.page, /重新办理/);

  await conclude(await atDesk(bureau, id), '已派人说明检验项目的确定方法，并附上对照表。');
  await firm.page.reload();
  await shows(firm.page, /最终答复/);
  expect(await button(firm.page, '还没有解决').count()).toBe(0);
  await button(firm.page, '问题解决了，确认办结').click();
  await shows(firm.page, '企业已确认办结');
  for (const visitor of [firm, officer, bureau]) await visitor.leave();
});
