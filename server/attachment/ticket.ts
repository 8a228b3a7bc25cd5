import { createHmac, timingSafeEqual } from 'node:crypto';

const MINUTE = 60_000;
const VALID_FOR = 60 * MINUTE;
// Within it the same file has the same address, so that a page drawn again loads nothing again.
const STEP = 10 * MINUTE;

const TICKET = /^([0-9a-z]{1,11})\.([A-Za-z0-9_-]{43})$/;

/** The right to open one file until some time, for whoever holds it: an hour at least, ten minutes longer at most. */
export function ticketFor(secret: string, id: string, now: Date): string {
  const expires = (Math.ceil(now.getTime() / STEP) * STEP + VALID_FOR).toString(36);
  return `${expires}.${signature(secret, id, expires)}`;
}

/** A ticket is void from its last millisecond on. */
export function isTicketFor(secret: string, id: string, ticket: string, now: Date): boolean {
  const [, expires = '', given = ''] = TICKET.exec(ticket) ?? [];
  const right = signature(secret, id, expires);
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right)) && now.getTime() < Number.parseInt(expires, 36);
}

const signature = (secret: string, id: string, expires: string): string => createHmac('sha256', secret).update(`file ${id} ${expires}`).digest('base64url');
