import type { Page } from 'playwright-core';
import type { ActionName, Input, Output } from '../../src/contract/actions';
import type { Reply } from '../../src/contract/errors';
import { sampleBooking, sampleEvent } from '../support/samples/sample-event';
import { dataOf } from '../support/server';
import { openSite, routes, type Site } from './support/site';

jest.setTimeout(180_000);

let site: Site;
let eventId: string;

/** People are checked in on the day of the event. */
const today = { startsAt: '2017-09-07T14:00:00+08:00', endsAt: '2017-09-07T16:00:00+08:00', bookingClosesAt: '2017-09-07T12:00:00+08:00' };

async function call<Name extends ActionName>(action: Name, input: Input<Name>, token = ''): Promise<Output<Name>> {
  const response = await fetch(`${site.url}/api/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `offline-test-${action.replace('.', '-')}`, ...(token === '' ? {} : { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(input),
  });
  return dataOf((await response.json()) as Reply<Output<Name>>);
}

beforeEach(async () => {
  site = await openSite();
  const { token } = await call('session.demo', { persona: 'officer-development-zone' });
  ({ id: eventId } = await call('event.add', sampleEvent(today), token));
});

afterEach(async () => {
  await site.close();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const shows = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const says = (page: Page, text: string | RegExp) => page.getByRole('alertdialog').getByText(text).waitFor();
const answer = (page: Page, text: string) => page.getByRole('alertdialog').getByRole('button', { name: text }).click();

async function become(page: Page, persona: string): Promise<string> {
  await page.goto(routes.me);
  const name = new RegExp(`^${persona}`);
  await page.getByRole('radio', { name }).filter({ visible: true }).first().click();
  await page.getByRole('radio', { name, checked: true }).filter({ visible: true }).first().waitFor();
  return page.evaluate(() => (JSON.parse(localStorage.getItem('session') ?? '{}') as { data: string }).data);
}

/** Whether the worker is there and the device has whatever the page has loaded. */
const isKept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const files = performance.getEntriesByType('resource').flatMap(({ name }) => (/\.(js|css)$/.test(name) ? [name] : []));
    const found = await Promise.all(files.map((name) => caches.match(name)));
    return navigator.serviceWorker.controller !== null && found.every((file) => file !== undefined);
  });

async function untilKept(page: Page): Promise<void> {
  while (!(await isKept(page))) await page.waitForTimeout(200);
}

const cached = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat().map(({ url }) => new URL(url).pathname));

async function loseNetwork(...pages: Page[]): Promise<void> {
  for (const page of pages) await page.context().setOffline(true);
  await site.stopServer();
}

it('opens a ticket, a saved article and the door without a network, and says which page needs one', async () => {
  const { page } = await site.visit({ worker: true });
  const { id } = await call('booking.book', sampleBooking(eventId), await become(page, '公众'));
  await page.goto(`/#/booking/ticket/index?id=${id}`);
  await page.getByRole('img', { name: '入场凭证二维码' }).waitFor();
  await page.goto('/#/pages/article/index?id=baodi-wechat-group');
  await button(page, '收藏（离线可看）').click();
  await untilKept(page);

  const officer = await site.visit({ worker: true, width: 1280, height: 860 });
  await become(officer.page, '开发区局工作人员');
  await officer.page.goto(`/#/newsroom/check-in/index?id=${eventId}`);
  await shows(officer.page, '示例姓名');
  await untilKept(officer.page);

  await loseNetwork(page, officer.page);

  await page.goto(`/#/booking/ticket/index?id=${id}`);
  await page.reload();
  await shows(page, '可以照常出示');
  await page.getByRole('img', { name: '入场凭证二维码' }).waitFor();

  await page.goto(routes.saved);
  await page.reload();
  await page.getByRole('link', { name: /宝坻局把质量知识/ }).filter({ visible: true }).click();
  await shows(page, /这是离线保存的内容/);

  await officer.page.reload();
  await shows(officer.page, '可以照常签到');
  await button(officer.page, /^签到：/).click();
  await shows(officer.page, /待同步 1 条/);

  // While the app is open, and from a link.
  await page.goto(routes.fairness);
  await says(page, '这一页需要网络');
  await answer(page, '返回');
  await shows(page, /这是离线保存的内容/);
  await page.goto(routes.fairness);
  await page.reload();
  await says(page, /还没有在这台设备上打开过/);
  await answer(page, '回首页');
  await shows(page, '没有连上服务');

  for (const visitor of [page, officer.page]) {
    for (const path of await cached(visitor)) expect(path).toMatch(/^\/(index\.html|js\/.*\.js|css\/.*\.css)$/);
  }
});

it('offers to load the site anew where a page’s code is no longer there', async () => {
  const { page } = await site.visit();
  await page.goto('/');
  await shows(page, '各单位动态');
  await page.route(/\/js\//, (route) => route.fulfill({ status: 404 }));
  await page.goto(routes.fairness);
  await says(page, /网站刚刚更新过/);
  await page.unroute(/\/js\//);
  await answer(page, '重新载入');
  await shows(page, /公平/);
});
