import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from '../../support/processes/child';
import { sampleTemplates } from '../../support/samples/sample-message';
import { startLoopback } from '../../support/wechat-loopback';

const PEOPLE = 15;

test('kill -9 between sending and writing it down: everybody has the message, nobody has it twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quality-month-'));
  const wechat = await startLoopback();
  const openids = Array.from({ length: PEOPLE }, (_, number) => `openid-${number}`);
  for (const openid of openids) wechat.grant(openid, 'template-result');
  const deliver = (now: string) =>
    runScript('tests/support/processes/deliver-until-killed.ts', {
      ...{ DATA_DIR: join(folder, 'data'), PEOPLE: String(PEOPLE), CAMPAIGN_NOW: now },
      ...{ WECHAT_APPID: 'wx-app', WECHAT_SECRET: 'the-secret', WECHAT_API_BASE: wechat.base, WECHAT_TEMPLATES: JSON.stringify(sampleTemplates) },
    });

  // Some are answered, the others sent and left without an answer.
  wechat.behaviours.push('well', 'well', 'silent', 'well', 'silent', 'silent', 'silent', 'silent', 'silent', 'silent');
  const first = deliver('2017-09-07T09:00:00+08:00');
  while (wechat.sent.length < 10) await Promise.race([new Promise((resume) => setTimeout(resume, 10)), first.ended.then(() => Promise.reject(new Error(first.said())))]);
  first.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');

  const second = deliver('2017-09-07T09:10:00+08:00');
  await second.says(/delivered \{"waiting":0,"sent":[1-9].*\n(?:.*\n)*delivered \{"waiting":0,"sent":0,"failed":0,"not-possible":0\}/);
  second.kill('SIGKILL');
  await second.ended;

  expect(wechat.sent.map(({ openid }) => openid).sort()).toEqual([...openids].sort());
  // The seven were asked for again, and WeChat could tell.
  expect(wechat.asked.length).toBeGreaterThanOrEqual(PEOPLE + 7);
  await wechat.close();
  await rm(folder, { recursive: true });
}, 120_000);
