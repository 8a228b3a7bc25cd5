import type { Page } from 'playwright-core';
import { openSite, routes, type Site } from './support/site';

jest.setTimeout(90_000);

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site.close();
});

const MOST_TABS = 80;

/** Tabs on until the focused control's name fits; says which names were passed when none does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < MOST_TABS; count += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return;
    passed.push(focused.slice(0, 24));
  }
  throw new Error(`No control ${String(name)} in the tab order: ${passed.join(' | ')}`);
}

const shows = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();

it('answers a practice question without a mouse', async () => {
  const { page, leave } = await site.visit();
  await page.goto('/');
  await shows(page, '各单位动态');
  await tabTo(page, /^知识竞赛/);
  await page.keyboard.press('Enter');
  await shows(page, '选一个专题练习');
  await tabTo(page, /^国门安全/);
  await page.keyboard.press('Enter');
  await shows(page, /第 1 题/);
  const option = page.getByRole('radio').or(page.getByRole('checkbox')).filter({ visible: true }).first();
  await option.focus();
  await page.keyboard.press('Space');
  await tabTo(page, /^提交答案/);
  await page.keyboard.press('Enter');
  await shows(page, /^依据：/);
  await tabTo(page, /^下一题/);
  await page.keyboard.press('Space');
  await shows(page, /第 2 题/);
  await leave();
});

it('switches the elder mode and the tabs without a mouse, and shows where the focus is', async () => {
  const { page, leave } = await site.visit();
  await page.goto(routes.service);
  await shows(page, '请专家上门');
  await tabTo(page, /^请专家上门/);
  const outline = await page.evaluate(() => {
    const element = document.activeElement;
    return element === null ? '' : getComputedStyle(element).outlineStyle;
  });
  expect(outline).toBe('solid');
  await tabTo(page, /切换到关怀版/);
  await page.keyboard.press('Enter');
  await shows(page, '切换到标准版');
  await tabTo(page, /^我的$/);
  await page.keyboard.press('Enter');
  await shows(page, '我的内容');
  await leave();
});

it('answers a dialog without a mouse, and gives the focus back', async () => {
  const { page, leave } = await site.visit({ dark: true });
  await page.goto(routes['personal-data']);
  await shows(page, '您可以');
  const ask = page.getByRole('button', { name: '删除个人信息' });
  await ask.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await ask.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await shows(page, '您的个人信息已经删除。');
  await leave();
});
