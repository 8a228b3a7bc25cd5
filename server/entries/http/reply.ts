import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { errorKinds, type Reply } from '../../../src/contract/errors';

/** A reply as JSON, under the status of its error code. Never cached. */
export function answer(context: Context, reply: Reply<unknown>): Response {
  const status: ContentfulStatusCode = reply.ok ? 200 : errorKinds[reply.error.code].status;
  return context.json(reply, status, { 'Cache-Control': 'no-store' });
}

/** What was shown as the session's token. Any scheme but `Bearer` makes a token that nobody knows, so that a broken client hears of it. */
export const tokenIn = (header: string | undefined): string | undefined => header?.replace(/^Bearer +/i, '');
