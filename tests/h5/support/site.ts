import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const READY_WITHIN_MS = 60_000;

export interface Visitor {
  readonly page: Page;
  /** What the browser's console complained of; a visit that leaves something here has failed. */
  readonly complaints: readonly string[];
  readonly leave: () => Promise<void>;
}

export interface VisitorOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly elder?: boolean;
  /** With the site's service worker. Others do without, so that it fetches nothing beside what they look at. */
  readonly worker?: boolean;
}

/** The real server with the built H5 and a database of its own, and a real browser before it. */
export interface Site {
  readonly url: string;
  /** Somebody with an empty browser of their own. */
  readonly visit: (options?: VisitorOptions) => Promise<Visitor>;
  /** Takes the server away for good. A service worker notices that too; the browser's own offline mode does not reach it. */
  readonly stopServer: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(url: string, server: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server stopped:\n${output()}`);
    const ready = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`The server was not ready in time:\n${output()}`);
}

/** @param now where the demo clock starts; the campaign's demo day when left out */
export async function openSite({ now = '' }: { now?: string } = {}): Promise<Site> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium: see `npm run test:h5`.');
  const folder = await mkdtemp(join(tmpdir(), 'quality-month-h5-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    // Without a database URL and campaign clock of the machine's own.
    env: { ...process.env, DATABASE_URL: '', CAMPAIGN_NOW: now, NODE_ENV: 'development', PORT: String(port), DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  await untilReady(url, server, () => output);
  const stopServer = async () => {
    if (server.exitCode !== null) return;
    const stopped = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await stopped;
  };
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    url,
    visit: (options) => visit(browser, url, options ?? {}),
    stopServer,
    close: async () => {
      await browser.close();
      await stopServer();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function visit(browser: Browser, url: string, options: VisitorOptions): Promise<Visitor> {
  const { width = 375, height = 812, dark = false, elder = false, worker = false } = options;
  const context: BrowserContext = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    // Asia/Shanghai is the app's own business: a phone abroad must show the same days.
    timezoneId: 'America/Los_Angeles',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (!worker) await context.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  // Taro keeps H5 storage as JSON with the value under `data`.
  if (elder) await context.addInitScript(() => localStorage.setItem('elder', '{"data":true}'));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, leave: () => context.close() };
}

/** Every page of the app by its address; `{…}` is filled in by the test that made the thing. */
export const routes = {
  home: '/#/pages/home/index',
  news: '/#/pages/news/index',
  contest: '/#/pages/contest/index',
  service: '/#/pages/service/index',
  me: '/#/pages/me/index',
  activities: '/#/pages/activities/index',
  search: '/#/reading/search/index?words=%E8%B4%A8%E9%87%8F',
  saved: '/#/reading/saved/index',
  lookup: '/#/service/lookup/index',
  requests: '/#/service/requests/index',
  'expert-visit': '/#/service/form/index?kind=expert-visit',
  messages: '/#/service/messages/index',
  'personal-data': '/#/service/personal-data/index',
  'wrong-questions': '/#/contest/wrong-questions/index',
  lobby: '/#/contest/lobby/index',
  board: '/#/contest/board/index',
  fairness: '/#/contest/fairness/index',
  certificate: '/#/contest/certificate/index',
  verify: '/#/contest/verify/index',
  errata: '/#/contest/errata/index',
  lessons: '/#/activities/lessons/index',
  lesson: '/#/activities/lesson/index?id=lesson-2-three-sames',
  advisories: '/#/activities/articles/index?activity=hot-consumer-goods&kind=advisory',
  exhibition: '/#/activities/exhibition/index?activity=achievement-exhibition',
  directory: '/#/activities/directory/index?activity=demonstration-zones',
  checklist: '/#/activities/checklist/index?id=genuine-goods-self-check',
  'activity-board': '/#/activities/board/index',
  essays: '/#/activities/essays/index',
  'essay-form': '/#/activities/essay-form/index',
  manuscripts: '/#/newsroom/manuscripts/index',
  pictures: '/#/newsroom/pictures/index',
  'essays-to-review': '/#/newsroom/essays/index',
  bookings: '/#/booking/mine/index',
  events: '/#/newsroom/events/index',
  'new-event': '/#/newsroom/event/index',
  inbox: '/#/officer/inbox/index',
  dashboard: '/#/officer/dashboard/index',
  visits: '/#/officer/visits/index',
  calendar: '/#/officer/calendar/index',
  experts: '/#/officer/experts/index',
  plan: '/#/officer/plan/index',
  roles: '/#/officer/roles/index',
  audit: '/#/officer/audit/index',
  invitation: '/#/officer/invitation/index',
  pairing: '/#/officer/pairing/index',
  'sign-in': '/#/officer/sign-in/index',
} as const;
