import type { MiddlewareHandler } from 'hono';

/** One line of JSON for each request on standard output: no address, no token, no query, no content. */
export const requestLog: MiddlewareHandler = async (context, next) => {
  const startedAt = performance.now();
  await next();
  const { method, path } = context.req;
  const milliseconds = Math.round(performance.now() - startedAt);
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), method, path, status: context.res.status, milliseconds })}\n`);
};
