import type { Page } from 'playwright-core';
import { openSite, routes, type Site } from './support/site';

jest.setTimeout(120_000);

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site.close();
});

const CREDIT_CODE = '91350100M000100Y43';
const NEED = '想了解食品接触材料出口前要做哪些检测，怎样准备资料。';

// Taro keeps the pages below in the DOM; the one on top is the last that shows.
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).filter({ visible: true });
const shows = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();

async function become(page: Page, persona: string): Promise<void> {
  await page.goto(routes.me);
  await page.getByRole('radio', { name: persona }).filter({ visible: true }).first().click();
  await page.getByRole('radio', { name: persona, checked: true }).filter({ visible: true }).first().waitFor();
}

async function fillIn(page: Page, { creditCode = CREDIT_CODE } = {}): Promise<void> {
  await page.getByLabel('想问的方面').selectOption({ label: '检验检测服务' });
  await page.getByLabel('具体情况').fill(NEED);
  await page.getByLabel('所在区域').selectOption({ label: '宝坻区' });
  await page.getByRole('checkbox', { name: /9 月 12 日/ }).click();
  await button(page, '下一步').click();
  await page.getByLabel('企业名称').fill('测试用企业有限公司');
  await page.getByLabel('统一社会信用代码').fill(creditCode);
  await page.getByLabel('联系人').fill('王经理');
  await page.getByLabel('联系电话').fill('138 0000 1234');
}

/** From the step of the firm and its contact past the files to the end of the form. */
async function lookOver(page: Page): Promise<void> {
  await button(page, '下一步').click();
  await shows(page, '添加照片或 PDF');
  await button(page, '下一步').click();
  await page.getByRole('checkbox', { name: /我同意/ }).click();
}

async function receiptNumber(page: Page): Promise<string> {
  const number = page.getByText(/^ZY \d{4} \d{3} \d{3}$/).filter({ visible: true }).first();
  return (await number.textContent()) ?? '';
}

it('shows the campaign, its lines and activities, and the latest news on the home page', async () => {
  const { page, complaints, leave } = await site.visit();
  await page.goto('/');
  await shows(page, '建设“质优天津”');
  await shows(page, /活动第 7 天/);
  for (const line of ['质量宣传', '重点整治', '质量服务', '品牌提升']) await link(page, new RegExp(`^${line}`)).first().waitFor();
  await shows(page, '20 一区一品牌');
  await link(page, /宝坻局把质量知识讲进/).click();
  await shows(page, '9 月 4 日，宝坻检验检疫局在报检大厅向进出口企业发放宣传画册。');
  expect(complaints).toEqual([]);
  await leave();
});

it('lists the news by office and copies the link of an article, without an identity', async () => {
  const { page, leave } = await site.visit();
  await page.goto(routes.news);
  await page.getByRole('radio', { name: '宝坻局' }).click();
  await shows(page, /宝坻局把质量知识/);
  await page.getByText(/东港局开动员会/).waitFor({ state: 'detached' });
  await link(page, /宝坻局把质量知识/).click();
  await button(page, '复制链接').click();
  await shows(page, '链接已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('id=baodi-wechat-group');
  expect(await page.evaluate(() => localStorage.getItem('session'))).toBeNull();
  await leave();
});

it('practises ten questions, explains each answer at once, and keeps the wrong ones', async () => {
  const { page, leave } = await site.visit();
  await page.goto(routes.contest);
  await link(page, /^质量基础/).or(button(page, /^质量基础/)).first().click();
  for (let position = 1; position <= 10; position += 1) {
    await shows(page, new RegExp(`第 ${position} 题`));
    // The first option of each; some will be wrong.
    await page.getByRole('radio').or(page.getByRole('checkbox')).filter({ visible: true }).first().click();
    expect(await page.getByText(/^依据：/).filter({ visible: true }).count()).toBe(0);
    await button(page, '提交答案').click();
    await shows(page, /^依据：/);
    await button(page, position === 10 ? '看结果' : '下一题').click();
  }
  await shows(page, /答对/);
  // Back on the tab, the progress has moved on.
  await button(page, '返回').click();
  await shows(page, /已答 10/);
  await page.goto(routes['wrong-questions']);
  await button(page, '移出错题本').first().waitFor();
  await leave();
});

it('goes on with the same practice after the page was loaded again', async () => {
  const { page, leave } = await site.visit();
  await page.goto('/#/contest/practice/index?topic=border-safety');
  await shows(page, /第 1 题/);
  await page.getByRole('radio').or(page.getByRole('checkbox')).filter({ visible: true }).first().click();
  await button(page, '提交答案').click();
  await shows(page, /^依据：/);
  await page.reload();
  await shows(page, /第 2 题/);
  await leave();
});

it('files a request, keeps its draft, and lets the office return it and the firm complete it', async () => {
  const firm = await site.visit();
  await become(firm.page, '企业经办人');
  await firm.page.goto(routes['expert-visit']);
  await fillIn(firm.page, { creditCode: '91350100M000100Y44' });
  await shows(firm.page, /最后一位应为 3，现在是 4/);

  // Left in the middle, as a phone call would.
  await firm.page.waitForTimeout(600);
  await firm.page.reload();
  await shows(firm.page, '继续上次没填完的内容。');
  await shows(firm.page, /^第 2 步/);
  await firm.page.getByLabel('统一社会信用代码').fill(CREDIT_CODE);
  await lookOver(firm.page);
  await shows(firm.page, NEED);
  await button(firm.page, '提交申请').click();
  await shows(firm.page, /申请已提交，请记下受理编号/);
  await shows(firm.page, /宝坻检验检疫局.*9 月 14 日前答复，还有 5 个工作日/);
  const number = await receiptNumber(firm.page);

  const officer = await site.visit({ width: 1280, height: 800 });
  await become(officer.page, '宝坻局工作人员');
  await link(officer.page, /待办申请/).click();
  await link(officer.page, /测试用企业有限公司/).click();
  await shows(officer.page, NEED);
  await button(officer.page, '更多操作').click();
  await button(officer.page, /^退回补充/).click();
  await officer.page.getByLabel('需要补充的内容').fill('请补充产品名称和出口国家。');
  await button(officer.page, '退回企业').click();
  await officer.page.getByText('请补充产品名称和出口国家。').filter({ visible: true }).first().waitFor();

  await firm.page.reload();
  await shows(firm.page, '请补充产品名称和出口国家。');
  await button(firm.page, '去补充').click();
  await firm.page.getByLabel('具体情况').fill(`${NEED}产品是瓷碗，出口日本。`);
  for (const step of ['企业和联系人', '附件', '核对并提交']) {
    await button(firm.page, '下一步').click();
    await firm.page.getByRole('heading', { name: step }).filter({ visible: true }).waitFor();
  }
  await button(firm.page, '补充后提交').click();
  await shows(firm.page, /已补充/);

  await officer.page.reload();
  await button(officer.page, /^受理$/).click();
  await button(officer.page, '确认受理').click();
  await shows(officer.page, /已受理，企业能在/);

  // Anyone who holds the receipt, on a browser that knows nobody.
  const anyone = await site.visit();
  await anyone.page.goto(routes.lookup);
  await anyone.page.getByLabel('受理编号').fill(number);
  await anyone.page.getByLabel('联系电话后四位').fill('1234');
  await button(anyone.page, '查询').click();
  await shows(anyone.page, /已受理/);
  expect(await anyone.page.getByText('王经理').count()).toBe(0);
  for (const visitor of [firm, officer, anyone]) await visitor.leave();
});

it('keeps what was typed in its field when the form is refused', async () => {
  const { page, leave } = await site.visit();
  await page.goto(routes['expert-visit']);
  await page.getByLabel('具体情况').fill(NEED);
  await button(page, '下一步').click();
  await shows(page, /处需要修改/);
  expect(await page.getByLabel('具体情况').inputValue()).toBe(NEED);
  await leave();
});

it('leads home from an address that no longer exists', async () => {
  const { page, leave } = await site.visit();
  await page.goto('/#/pages/no-longer/index');
  await shows(page, '各单位动态');
  await leave();
});

it('makes one request of many attempts on a broken network', async () => {
  const { page, leave } = await site.visit();
  await become(page, '另一家企业经办人');
  await page.goto(routes['expert-visit']);
  await fillIn(page);
  await lookOver(page);
  let arrived = 0;
  await page.route('**/api/request.submit', async (route) => {
    arrived += 1;
    // The server hears it; the answer is lost twice.
    if (arrived <= 2) {
      await route.fetch();
      await route.abort();
    } else await route.continue();
  });
  await button(page, '提交申请').click();
  await shows(page, /网络恢复后会自动提交/);
  // It is tried again by itself.
  await shows(page, /申请已提交/);
  expect(arrived).toBe(3);
  await page.goto(routes.requests);
  await link(page, /测试用企业有限公司/).first().waitFor();
  expect(await link(page, /测试用企业有限公司/).count()).toBe(1);
  await leave();
});

it('switches to the elder mode anywhere and remembers it', async () => {
  const { page, leave } = await site.visit();
  await page.goto(routes.news);
  const size = () => page.getByText(/宝坻局把质量知识/).filter({ visible: true }).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const before = await size();
  await button(page, '切换到关怀版').click();
  await button(page, '切换到标准版').waitFor();
  expect(await size()).toBeGreaterThan(before * 1.3);
  await page.reload();
  await button(page, '切换到标准版').waitFor();
  await leave();
});
