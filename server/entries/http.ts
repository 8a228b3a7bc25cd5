import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import type { ErrorCode } from '../../src/contract/errors';
import type { Application } from '../application/application';
import { describeContract } from '../contract-description';
import { errorReply } from '../dispatch/error-reply';
import type { LogFailure } from '../failure-log';
import { fileRoutes } from './http/file-routes';
import { openDataRoutes } from './http/open-data';
import { pictureRoutes } from './http/picture-routes';
import { answer, tokenIn } from './http/reply';

const BODY_LIMIT = 100 * 1024;

export interface HttpParts {
  /** Null while the application cannot be had; calls are then refused with `unavailable`. Must not reject. */
  readonly application: () => Promise<Pick<Application, 'dispatch' | 'takeUpload' | 'openAttachment' | 'openPicture' | 'isReady'> | null>;
  /** The other origin that may call. */
  readonly publicOrigin: string | null;
  readonly logFailure: LogFailure;
  /** Comes before the API: files, a request log. */
  readonly front?: readonly MiddlewareHandler[];
}

/** The API over HTTP, the same under every runtime that speaks it: `POST /api/<action>`, its description, its files, its health. */
export function createHttp({ application, publicOrigin, logFailure, front = [] }: HttpParts): Hono {
  const app = new Hono();
  // What a route has set itself stays.
  app.use(secureHeaders({ contentSecurityPolicy, referrerPolicy: 'same-origin', overwrite: false }));
  for (const middleware of front) app.use(middleware);
  if (publicOrigin !== null) {
    const allowed = cors({ origin: publicOrigin, allowMethods: ['GET', 'POST'], allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'], maxAge: 86_400 });
    app.use('/api/*', allowed);
    app.use('/files/*', allowed);
  }

  app.get('/healthz', async (context) => {
    const ok = (await (await application())?.isReady()) ?? false;
    return context.json({ ok }, ok ? 200 : 503, { 'Cache-Control': 'no-store' });
  });

  const description = JSON.stringify(describeContract());
  app.get('/api/contract.json', (context) => context.body(description, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' }));

  app.post('/api/:action', bodyLimit({ maxSize: BODY_LIMIT, onError: (context) => refusal(context, 'too_large') }), async (context) => {
    const input = readObject(await context.req.arrayBuffer());
    if (input === null) return refusal(context, 'not_json');
    const open = await application();
    if (!open) return refusal(context, 'unavailable');
    const { action } = context.req.param();
    const idempotencyKey = context.req.header('Idempotency-Key');
    const token = tokenIn(context.req.header('Authorization'));
    return answer(context, await open.dispatch({ action, input, idempotencyKey, token }));
  });
  app.all('/api/:action', (context) => {
    context.header('Allow', 'POST');
    return refusal(context, 'method_not_allowed');
  });
  app.all('/api/*', (context) => refusal(context, 'unknown_action'));

  app.route('/files', fileRoutes(application));
  app.route('/pictures', pictureRoutes(application));
  app.route('/open-data', openDataRoutes(application));

  app.notFound((context) => context.text('Not found', 404));
  app.onError((error, context) => {
    logFailure(`${context.req.method} ${context.req.path} failed`, error);
    return refusal(context, 'internal');
  });
  return app;
}

// The H5 build has no inline script; Taro and React set inline styles.
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  // blob: a photo that was chosen and is not sent yet; it is read again when it is sent.
  imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
  // A lesson's video or audio is named by its address, wherever it is kept.
  mediaSrc: ["'self'", 'https:'],
  // Taro's toast and dialog bring a small icon font inside their stylesheet.
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", 'blob:', 'https:'],
  frameAncestors: ["'self'"],
};

const refusal = (context: Context, code: ErrorCode): Response => answer(context, errorReply(code));

function readObject(body: ArrayBuffer): object | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
