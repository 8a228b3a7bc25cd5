import fc from 'fast-check';
import { actions } from '../../../src/contract/actions';
import { errorKinds, type ErrorCode, type Reply } from '../../../src/contract/errors';
import { textLike } from '../../support/matchers';
import { startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
const tokens: (string | undefined)[] = [undefined];

beforeAll(async () => {
  server = await startTestServer({ configuration: { publicOrigin: 'https://h5.example.cn' } });
  for (const persona of ['citizen', 'officer-bureau']) tokens.push((await server.as(persona)).token);
});
afterAll(() => server.close());

const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) => server.fetch(path, { method: 'POST', body: body as BodyInit, headers });

async function expectRefusal(response: Response, code: ErrorCode): Promise<void> {
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
  expect(await response.json()).toMatchObject({ ok: false, error: { code, message: textLike(/\p{Script=Han}/u) as string } });
  expect(response.status).toBe(errorKinds[code].status);
}

describe('a malformed request', () => {
  it.each(['', ' ', '{', 'null', '[]', '[{}]', '"text"', '7', 'true', '{"a":1,}', "{'a':1}", '\ufeff\u0000', 'undefined', '{}{}', 'NaN'])('is told that %j is not a JSON object', async (body) => {
    await expectRefusal(await post('/api/home.get', body), 'not_json');
  });

  it('that is not UTF-8 is told so', async () => {
    await expectRefusal(await post('/api/home.get', new Uint8Array([0xff, 0xfe, 0x7b, 0x7d])), 'not_json');
  });

  it('may be 100 KB long and not more', async () => {
    const ofLength = (length: number) => `{"x":"${'a'.repeat(length - 8)}"}`;
    await expectRefusal(await post('/api/home.get', ofLength(100 * 1024)), 'invalid_input');
    await expectRefusal(await post('/api/home.get', ofLength(100 * 1024 + 1)), 'too_large');
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'])('by %s is told to use POST', async (method) => {
    const response = await server.fetch('/api/home.get', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('POST');
    if (method !== 'HEAD') await expectRefusal(response, 'method_not_allowed');
  });

  it.each(['/api/no.such', '/api/__proto__', '/api/constructor', '/api/home.get%00', '/api/HOME.GET', '/api/%E0%A4%A', '/api/', '/api/home.get/more'])('to %s is told that there is no such action', async (path) => {
    await expectRefusal(await post(path, '{}'), 'unknown_action');
  });

  it.each(['Bearer x', 'Bearer ', 'Basic abc', 'Bearer Bearer', 'null', 'undefined', `Bearer ${'A'.repeat(43)}`, `Bearer ${'A'.repeat(5000)}`])('with the authorisation %j is told that its session has expired', async (Authorization) => {
    await expectRefusal(await post('/api/home.get', '{}', { Authorization }), 'session_expired');
  });

  it('with very deep nesting is refused like any other', async () => {
    await expectRefusal(await post('/api/home.get', `{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`), 'invalid_input');
  });

  it('with control characters is refused by the field', async () => {
    const response = await post('/api/session.demo', JSON.stringify({ persona: 'citizen\u0000' }));
    await expectRefusal(response, 'invalid_input');
  });
});

describe('any answer', () => {
  it('forbids sniffing and caching, and names no software', async () => {
    const { headers } = await post('/api/home.get', '{}');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'self'/);
    expect(headers.get('X-Powered-By')).toBeNull();
  });

  it('lets a lesson’s video and audio be played from where they are kept', async () => {
    expect((await post('/api/home.get', '{}')).headers.get('Content-Security-Policy')).toContain("media-src 'self' https:");
  });

  it('allows the configured origin and no other', async () => {
    const allowedFor = async (Origin: string) => (await post('/api/home.get', '{}', { Origin })).headers.get('Access-Control-Allow-Origin');
    expect(await allowedFor('https://h5.example.cn')).toBe('https://h5.example.cn');
    expect(await allowedFor('https://evil.example')).toBeNull();
    const preflight = await server.fetch('/api/home.get', {
      method: 'OPTIONS',
      headers: { Origin: 'https://h5.example.cn', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'idempotency-key' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Idempotency-Key');
  });
});

describe('health and description', () => {
  it('is well while the database answers', async () => {
    const response = await server.fetch('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
  });

  it('is not well once the database is gone, and calls are refused as unavailable', async () => {
    const other = await startTestServer();
    await other.application.close();
    const response = await other.fetch('/healthz');
    expect([response.status, await response.json()]).toEqual([503, { ok: false }]);
    const call = await other.fetch('/api/home.get', { method: 'POST', body: '{}' });
    expect(call.status).toBe(503);
    expect(other.failures.splice(0)).toHaveLength(1);
  });

  it('describes every action', async () => {
    const description = (await (await server.fetch('/api/contract.json')).json()) as { actions: { name: string }[] };
    expect(description.actions.map(({ name }) => name)).toEqual(Object.keys(actions));
  });
});

describe('junk', () => {
  // Words that the contract knows, so that junk gets past the first check often enough.
  const words = ['topic', 'wrong-questions', 'publicity', 'quality-basics', 'baodi', 'tianjin-2017', '2017-09-11', '91350100M000100Y43', '13800000000', 'constructor', '\u0000', '\ud800', "'; drop table person; --", '{{7*7}}', '../../etc/passwd', '测'.repeat(600), '00000000-0000-4000-8000-000000000000'];
  const keys = ['id', 'version', 'cursor', 'from', 'topicId', 'practiceId', 'questionId', 'chosen', 'lineId', 'officeId', 'state', 'reason', 'receiptNumber', 'phoneTail', 'campaignId', 'firmName', 'need', 'preferredDates', 'consent', 'confirm', 'code', 'persona', '__proto__'];
  const leaf = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
  const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(fc.string(), leaf, { maxKeys: 3 }));
  const input = fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: fc.string() }), value, { maxKeys: 5 });

  it('is always answered in order: a status of the table, JSON, a message in Chinese, never a failure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(actions)).filter((name) => name !== 'session.end' && name !== 'person.delete'),
        input,
        fc.nat({ max: tokens.length - 1 }),
        fc.oneof(fc.uuid(), fc.constant(undefined)),
        async (action, junk, who, key) => {
          const token = tokens[who];
          const response = await post(`/api/${action}`, JSON.stringify(junk), {
            ...(token !== undefined && { Authorization: `Bearer ${token}` }),
            ...(key !== undefined && { 'Idempotency-Key': key }),
          });
          const reply = (await response.json()) as Reply<unknown>;
          if (reply.ok) return response.status === 200;
          const { code, message, fields = {} } = reply.error;
          const said = [message, ...Object.values(fields)];
          return code !== 'internal' && response.status === errorKinds[code].status && said.every((text) => /\p{Script=Han}/u.test(text));
        },
      ),
      { numRuns: 600 },
    );
    expect(server.failures).toEqual([]);
  });
});
