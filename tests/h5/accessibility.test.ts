import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { activityIds } from '../support/samples/activity-ids';
import { beginAttempt, passContest } from './support/sample-attempt';
import { openSite, routes, type Site, type VisitorOptions } from './support/site';

jest.setTimeout(240_000);

const SCREENS = 'reports/screens';
const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

const modes: Readonly<Record<string, VisitorOptions>> = {
  normal: {},
  elder: { elder: true },
  dark: { dark: true },
  'dark-elder': { dark: true, elder: true },
  small: { width: 320, height: 568, elder: true },
  desktop: { width: 1280, height: 860 },
};

let site: Site;
let requestId: string;
let visitedId: string;
let manuscriptId: string;
let essayIds: { accepted: string; waiting: string };
let eventId: string;
let bookingId: string;
let attemptIds: { running: string; passed: string };
const tokens: Record<string, string> = {};

async function post<Data>(action: string, input: object, token?: string): Promise<Data> {
  const response = await fetch(`${site.url}/api/${action}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': `accessibility-${action.replace('.', '-')}`,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(input),
  });
  const reply = (await response.json()) as { ok: boolean; data: Data; error?: unknown };
  if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`);
  return reply.data;
}

const need = { contactName: '王经理', phone: '13800001234', areaId: 'baodi', subjectId: 'testing', need: '想了解出口前要做哪些检测，怎样准备资料。' };

/** A second request, for which the expert is expected; the plan in which it stood is out of date by that. */
async function bookVisit({ campaignId, dates }: { campaignId: string; dates: string[] }): Promise<string> {
  const values = { ...need, firmName: '测试用机械有限公司', creditCode: '91350100M000100Y43', preferredDates: dates.slice(0, 1) };
  const filed = await post<{ id: string; version: number }>('request.submit', { campaignId, kindId: 'expert-visit', values, consent: true }, tokens['firm-2']);
  const { expert } = await post<{ expert: { id: string } }>('expert.calendar', {}, tokens.expert);
  const step = (action: string, at: { id: string; version: number }, input: object = {}) =>
    post<{ id: string; version: number }>(action, { id: at.id, version: at.version, ...input }, tokens.dispatcher);
  const accepted = await step('request.accept', filed);
  await post('plan.propose', { id: '0f6a3f0a-6f0b-4b57-8f57-000000000001', fromOn: dates[0], toOn: dates.at(-1) }, tokens.dispatcher);
  const assigned = await step('request.assign', accepted, { expertId: expert.id });
  await step('request.schedule', assigned, { date: dates[0], half: 'am' });
  return filed.id;
}

/** An event of 宝坻 with one booking. */
async function bookEvent(): Promise<{ eventId: string; bookingId: string }> {
  const times = { startsAt: '2017-09-20T14:00:00+08:00', endsAt: '2017-09-20T16:00:00+08:00', bookingOpensAt: '2017-09-01T09:00:00+08:00', bookingClosesAt: '2017-09-19T17:00:00+08:00' };
  const places = { capacity: 30, waitingLimit: 10 };
  const event = await post<{ id: string }>('event.add', { activityId: 'laboratory-open-day', officeId: 'baodi', title: '示例场次', address: '示例地址 1 号', ...times, ...places }, tokens['officer-baodi']);
  const booking = await post<{ id: string }>('booking.book', { eventId: event.id, name: '示例姓名', phone: need.phone, firmName: '测试用企业有限公司', consent: true }, tokens.firm);
  return { eventId: event.id, bookingId: booking.id };
}

const story = Array.from({ length: 12 }, () => '每一件产品出厂之前我都要自己再看一遍，这是我对质量的理解。').join('\n');

/** One in the gallery and one that waits for its review. */
async function writeEssays(): Promise<{ accepted: string; waiting: string }> {
  const essay = { title: '我身边的质量故事', body: story, authorName: '示例作者', firmName: null, phone: '13800001234' };
  const [accepted, waiting] = [await post<{ id: string }>('essay.submit', essay, tokens.citizen), await post<{ id: string }>('essay.submit', essay, tokens.firm)];
  await post('essay.review', { id: accepted.id, version: 1, decision: 'accept', note: null }, tokens.editor);
  return { accepted: accepted.id, waiting: waiting.id };
}

beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  site = await openSite();
  for (const persona of ['firm', 'firm-2', 'officer-baodi', 'officer-bureau', 'administrator', 'dispatcher', 'expert', 'editor', 'citizen']) {
    tokens[persona] = (await post<{ token: string }>('session.demo', { persona })).token;
  }
  const form = await post<{ dates: string[]; campaignId: string }>('request.form', { kindId: 'expert-visit' });
  const request = await post<{ id: string }>(
    'request.submit',
    {
      campaignId: form.campaignId,
      kindId: 'expert-visit',
      values: { ...need, firmName: '测试用企业有限公司', creditCode: '91350100M000100Y43', preferredDates: form.dates.slice(0, 2) },
      consent: true,
    },
    tokens.firm,
  );
  requestId = request.id;

  visitedId = await bookVisit(form);
  ({ eventId, bookingId } = await bookEvent());

  essayIds = await writeEssays();
  manuscriptId = (await post<{ id: string }>('manuscript.start', { kind: 'news', officeId: 'bureau' }, tokens.editor)).id;

  const passed = await passContest((action, input) => post(action, input, tokens.firm));
  const running = await beginAttempt((action, input) => post(action, input, tokens['firm-2']));
  attemptIds = { running: running.id, passed: passed.id };
  await post('certificate.issue', { holderName: '示例姓名' }, tokens.firm);
  await post('appeal.submit', { attemptId: passed.id, questionId: passed.questions[0]?.id, reason: '第二个选项的说法也成立，请复核。' }, tokens.firm);
});

afterAll(async () => {
  await site.close();
});

const workers: Readonly<Record<string, string>> = { manuscripts: 'editor', pictures: 'editor', 'essays-to-review': 'editor', events: 'officer-baodi', 'new-event': 'officer-baodi', inbox: 'officer-baodi', dashboard: 'officer-baodi', roles: 'administrator', audit: 'administrator', visits: 'expert', calendar: 'expert', experts: 'dispatcher', plan: 'dispatcher', pairing: 'officer-baodi' };

/** Every place of the app, with who goes there. */
const places = (): readonly { name: string; address: string; as: string }[] => [
  ...Object.entries(routes).map(([name, address]) => ({ name, address, as: workers[name] ?? 'firm' })),
  { name: 'activity', address: '/#/activities/activity/index?id=micro-class', as: 'firm' },
  { name: 'article', address: '/#/pages/article/index?id=baodi-wechat-group', as: 'firm' },
  { name: 'essay', address: `/#/activities/essay/index?id=${essayIds.accepted}`, as: 'firm' },
  { name: 'own-essay', address: `/#/activities/essay/index?id=${essayIds.waiting}`, as: 'firm' },
  { name: 'manuscript', address: `/#/newsroom/manuscript/index?id=${manuscriptId}`, as: 'editor' },
  { name: 'essay-to-review', address: `/#/newsroom/essay/index?id=${essayIds.waiting}`, as: 'editor' },
  { name: 'event', address: `/#/booking/event/index?id=${eventId}`, as: 'firm-2' },
  { name: 'ticket', address: `/#/booking/ticket/index?id=${bookingId}`, as: 'firm' },
  { name: 'managed-event', address: `/#/newsroom/event/index?id=${eventId}`, as: 'officer-baodi' },
  { name: 'check-in', address: `/#/newsroom/check-in/index?id=${eventId}`, as: 'officer-baodi' },
  { name: 'practice', address: '/#/contest/practice/index?topic=quality-basics', as: 'firm' },
  { name: 'request', address: `/#/service/request/index?id=${requestId}&filed=now`, as: 'firm' },
  { name: 'attempt', address: `/#/contest/attempt/index?id=${attemptIds.running}`, as: 'firm-2' },
  { name: 'result', address: `/#/contest/result/index?id=${attemptIds.passed}`, as: 'firm' },
  { name: 'officer-contest', address: '/#/officer/contest/index', as: 'officer-bureau' },
  { name: 'visit-record', address: `/#/officer/visit-record/index?request=${visitedId}`, as: 'expert' },
  { name: 'officer-request', address: `/#/officer/request/index?id=${requestId}`, as: 'officer-baodi' },
];

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function findings(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Finding[] }> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return (await axe.run({ runOnly: { type: 'tag', values: tags } })).violations;
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`));
}

/** What reaches past the right edge; a page that scrolls sideways hides something. */
const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

async function mistakesOn(page: Page, complaints: readonly string[], screen: string): Promise<string[]> {
  await page.screenshot({ path: `${SCREENS}/${screen}.png` });
  await page.evaluate(axeSource);
  const mistakes = [...(await findings(page)), ...complaints];
  return (await overflow(page)) > 0 ? [...mistakes, 'scrolls sideways'] : mistakes;
}

async function arrive(page: Page, address: string, as: string): Promise<void> {
  await page.addInitScript((token) => {
    localStorage.setItem('session', JSON.stringify({ data: token }));
  }, tokens[as] ?? '');
  await page.goto(address);
  await page.getByRole('heading').first().waitFor();
  await page.getByLabel('正在加载').waitFor({ state: 'detached' });
  await page.waitForTimeout(150);
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).filter({ visible: true }).click();

/** What a page looks like once somebody has done something on it. */
const states: Readonly<Record<string, { address: string; as: string; act: (page: Page) => Promise<void> }>> = {
  'form-with-mistakes': {
    address: routes['expert-visit'],
    as: 'firm',
    act: async (page) => {
      await page.getByLabel('具体情况').fill('想问问');
      await press(page, '下一步');
      await page.getByText(/处需要修改/).waitFor();
    },
  },
  'answered-question': {
    address: '/#/contest/practice/index?topic=imported-food',
    as: 'firm',
    act: async (page) => {
      await page.getByRole('radio').or(page.getByRole('checkbox')).filter({ visible: true }).first().click();
      await press(page, '提交答案');
      await page.getByText(/^依据：/).filter({ visible: true }).first().waitFor();
    },
  },
  'self-check': {
    address: routes.checklist,
    as: 'firm',
    act: async (page) => {
      await page.getByRole('radio', { name: '否' }).first().click();
      await page.getByText('有 1 项需要改进').waitFor();
    },
  },
  'failed-lookup': {
    address: routes.lookup,
    as: 'firm',
    act: async (page) => {
      await page.getByLabel('受理编号').fill('ZY 1709 042 138');
      await press(page, '查询');
      await page.getByText(/受理编号有误/).waitFor();
    },
  },
  'returning-a-request': {
    address: '/#/officer/request/index?id=',
    as: 'officer-baodi',
    act: async (page) => {
      await press(page, '更多操作');
      await page.getByRole('button', { name: /^退回补充/ }).filter({ visible: true }).click();
      await page.getByLabel('需要补充的内容').waitFor();
    },
  },
  'failed-verification': {
    address: routes.verify,
    as: 'firm',
    act: async (page) => {
      await page.getByLabel('证书编号').fill('34679 ACDEF GHJJ');
      await press(page, '查验');
      await page.getByText(/证书编号有误/).waitFor();
    },
  },
  'deciding-an-appeal': {
    address: '/#/officer/contest/index',
    as: 'officer-bureau',
    act: async (page) => {
      await press(page, '处理这些申诉');
      await page.getByRole('radio', { name: /^更正答案/ }).click();
      await press(page, '答复');
      await page.getByText('请选择正确的选项。').waitFor();
    },
  },
  'question-statistics': {
    address: '/#/officer/contest/index',
    as: 'officer-bureau',
    act: async (page) => {
      await page.getByRole('tab', { name: '题目统计' }).click();
      await page.getByRole('table').waitFor();
    },
  },
  'manuscript-to-mend': {
    address: routes.manuscripts,
    as: 'editor',
    act: async (page) => {
      await page.getByRole('link', { name: /还没有标题/ }).click();
      await page.getByRole('tab', { name: /^检查/ }).click();
      await page.getByText('必须修改').first().waitFor();
    },
  },
  'making-an-invitation': {
    address: routes.roles,
    as: 'administrator',
    act: async (page) => {
      await page.getByRole('tab', { name: '邀请' }).click();
      await page.getByLabel('单位').selectOption('baodi');
      await page.getByLabel('受邀人').fill('张示例');
      await press(page, '生成邀请');
      await page.getByText(/链接只显示这一次/).waitFor();
    },
  },
  'page-not-found': { address: '/#/pages/article/index?id=no-such-article', as: 'firm', act: () => Promise.resolve() },
};

/** Each of the twenty in one of the modes, so that every mode has some of them. */
const activityPages = activityIds.map((id, index) => [id, Object.keys(modes)[index % Object.keys(modes).length] ?? 'normal'] as const);

describe('the page of an activity', () => {
  it.each(activityPages)('%s has nothing that axe finds in %s mode', async (id, mode) => {
    const { page, complaints, leave } = await site.visit(modes[mode]);
    await arrive(page, `/#/activities/activity/index?id=${id}`, 'firm');
    expect(await mistakesOn(page, complaints, `activity-${id}.${mode}`)).toEqual([]);
    await leave();
  });
});

// The browser itself reports an answer of 4xx; the page says it in words.
const isOurs = (complaint: string): boolean => !complaint.startsWith('Failed to load resource');

describe.each(Object.entries(modes))('in %s mode', (mode, options) => {
  it('has nothing that axe finds, scrolls sideways or complains on any page', async () => {
    const found: Record<string, unknown> = {};
    for (const { name, address, as } of places()) {
      const { page, complaints, leave } = await site.visit(options);
      await arrive(page, address, as);
      const mistakes = await mistakesOn(page, complaints, `${name}.${mode}`);
      if (mistakes.length > 0) found[name] = mistakes;
      await leave();
    }
    expect(found).toEqual({});
  });

  it.each(Object.entries(states))('has nothing that axe finds on %s', async (name, { address, as, act }) => {
    const { page, complaints, leave } = await site.visit(options);
    await arrive(page, address.endsWith('id=') ? `${address}${requestId}` : address, as);
    await act(page);
    expect(await mistakesOn(page, complaints.filter(isOurs), `${name}.${mode}`)).toEqual([]);
    await leave();
  });
});
