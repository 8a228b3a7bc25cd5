import type { AddressInfo } from 'node:net';
import type { ServerType } from '@hono/node-server';
import { startCloudHttp } from '../../../server/entries/cloud-http';

const databaseUrl = process.env.DATABASE_URL;
let server: ServerType;
let base: string;
let written: jest.SpyInstance;

beforeAll(async () => {
  written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  // Port 1 refuses at once.
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';
  server = startCloudHttp(0);
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  if (databaseUrl === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = databaseUrl;
  written.mockRestore();
});

describe('the cloud HTTP function without its database', () => {
  it('says that it is not well', async () => {
    const response = await fetch(`${base}/healthz`);
    expect([response.status, await response.json()]).toEqual([503, { ok: false }]);
  });

  it('refuses calls as unavailable, tells nothing of why, and logs it', async () => {
    const response = await fetch(`${base}/api/home.get`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ok: false, error: { code: 'unavailable', message: '服务暂时繁忙，请稍后重试。' } });
    expect(written.mock.calls.join()).toContain('ECONNREFUSED');
  });

  it('still answers what needs no database', async () => {
    expect((await fetch(`${base}/api/contract.json`)).status).toBe(200);
    expect((await fetch(`${base}/api/home.get`)).status).toBe(405);
    expect((await fetch(`${base}/api/home.get`, { method: 'POST', body: '[' })).status).toBe(400);
  });
});
