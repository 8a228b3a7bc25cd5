import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../../../src/contract/errors';
import type { SessionView } from '../../../src/contract/session';
import { runScript, type Child } from '../../support/processes/child';
import { dataOf } from '../../support/server';

const folder = mkdtempSync(join(tmpdir(), 'quality-month-'));
const children: Child[] = [];
const run = (environment: Record<string, string> = {}): Child => {
  const child = runScript('server/entries/node-main.ts', { DATA_DIR: folder, PORT: '0', ...environment });
  children.push(child);
  return child;
};
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(children.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = async (child: Child): Promise<string> => (await child.says(/http:\/\/localhost:\d+\//))[0];
const post = (url: string, init: RequestInit = {}) => fetch(url, { method: 'POST', body: '{}', ...init });

describe('the server on one machine', () => {
  let child: Child;
  let url: string;
  let token: string;

  it('is well once it says where it is', async () => {
    child = run();
    url = await urlOf(child);
    expect(child.said()).toContain('2017-09-07T09:00');
    expect(child.said()).toContain('officer-baodi');
    const health = await fetch(`${url}healthz`);
    expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
    const session = (await (await post(`${url}api/session.guest`)).json()) as Reply<SessionView>;
    token = dataOf(session).token;
  });

  it('serves no file from outside its folders', async () => {
    for (const path of ['media/../campaign.yaml', 'media/%2e%2e/campaign.yaml', 'media/..%2fcampaign.yaml', '../package.json', '%2e%2e/package.json', '.env', 'media/']) {
      expect((await fetch(url + path)).status).toBe(404);
    }
  });

  it('lets no second process open its data, and says who holds it', async () => {
    const second = run();
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`The data folder ${folder} is in use by process ${child.process.pid}.`);
    expect(second.said()).not.toMatch(/\n\s+at /);
    expect((await fetch(`${url}healthz`)).status).toBe(200);
  });

  it('closes in order on Ctrl-C, answers the call under way, and gives the folder back', async () => {
    child.kill('SIGINT');
    expect(await child.ended).toBe(0);
    expect(child.said()).toContain('Closing');
    expect(readdirSync(folder).filter((name) => name.startsWith('in-use-by'))).toEqual([]);
  });

  it('finds everything again after a restart', async () => {
    child = run({ LOG: '1' });
    url = await urlOf(child);
    const me = await post(`${url}api/person.me`, { headers: { Authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ data: { person: { kind: 'guest' } } });
    await child.says(/"path":"\/api\/person.me","status":200/);
    expect(child.said()).not.toContain(token);
    child.kill('SIGTERM');
    expect(await child.ended).toBe(0);
  });
});

describe('a start that cannot succeed', () => {
  it.each([
    [{ NODE_ENV: 'production', DEMO: '1' }, 'DEMO: not allowed in production'],
    [{ NODE_ENV: 'production', CAMPAIGN_NOW: '2017-09-07T09:00:00+08:00' }, 'CAMPAIGN_NOW: not allowed in production'],
    [{ PORT: 'http' }, 'PORT: expected a whole number'],
  ])('%j is refused with the variable’s name', async (environment, message) => {
    const child = run(environment);
    expect(await child.ended).toBe(1);
    expect(child.said()).toContain(message);
    expect(child.said()).not.toMatch(/\n\s+at /);
  });

  it('on a port that is taken is refused before the data are touched', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const child = run({ PORT: String(port), DATA_DIR: join(folder, 'never') });
    expect(await child.ended).toBe(1);
    expect(child.said()).toContain(`Port ${port} is in use`);
    expect(readdirSync(folder)).not.toContain('never');
    await new Promise((resolve) => other.close(resolve));
  });
});
