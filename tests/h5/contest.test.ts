import type { Page } from 'playwright-core';
import { openSite, routes } from './support/site';

jest.setTimeout(240_000);

const QUESTIONS = 20;

// Taro keeps the pages below in the DOM; the one on top is the last that shows.
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const shows = (page: Page, text: string | RegExp, timeout = 30_000) => page.getByText(text).filter({ visible: true }).first().waitFor({ timeout });
const say = (page: Page, yes: string) => page.getByRole('alertdialog').getByRole('button', { name: yes, exact: true }).click();
const answer = (page: Page) => page.getByRole('radio').or(page.getByRole('checkbox')).filter({ visible: true }).first().click();

async function become(page: Page, persona: string): Promise<void> {
  await page.goto(routes.me);
  await page.getByRole('radio', { name: persona }).filter({ visible: true }).first().click();
  await page.getByRole('radio', { name: persona, checked: true }).filter({ visible: true }).first().waitFor();
}

async function start(page: Page): Promise<void> {
  await page.goto(routes.lobby);
  await button(page, /^开始答题/).click();
  await say(page, '开始');
  await shows(page, `第 1 题 / 共 ${QUESTIONS} 题`);
}

it('takes a whole contest, through a lost network and a reload, to the result and the board', async () => {
  const site = await openSite();
  const { page, leave } = await site.visit();
  await become(page, '公众');
  await start(page);
  for (let position = 1; position <= QUESTIONS; position += 1) {
    await shows(page, `第 ${position} 题 / 共 ${QUESTIONS} 题`);
    if (position === 5) await page.context().setOffline(true);
    await answer(page);
    if (position === 7) {
      await shows(page, /网络不通，答案先存在本机/);
      await page.context().setOffline(false);
      await shows(page, '答案已保存');
    }
    if (position === 10) {
      await shows(page, '答案已保存');
      await page.reload();
      await shows(page, `第 10 题 / 共 ${QUESTIONS} 题`);
      await shows(page, `答题卡 10/${QUESTIONS}`);
    }
    await button(page, position === QUESTIONS ? '检查并交卷' : '下一题').click();
  }
  await button(page, '交卷').click();
  await say(page, '交卷');
  await shows(page, '逐题回看');
  await page.goto(routes.board);
  await shows(page, /参赛者 [0-9a-fA-F]{4}/);
  await leave();
  await site.close();
});

it('hands in what was saved when the time is up', async () => {
  // The contest closes at 18:00, and nobody has longer.
  const site = await openSite({ now: '2017-09-28T17:59:15+08:00' });
  const { page, leave } = await site.visit();
  await become(page, '公众');
  await start(page);
  await answer(page);
  await button(page, '下一题').click();
  await answer(page);
  await shows(page, '答案已保存');
  await shows(page, '逐题回看', 120_000);
  await page.goto(routes.lobby);
  await shows(page, /竞赛已于 9 月 28 日 18:00 结束/);
  await leave();
  await site.close();
});
