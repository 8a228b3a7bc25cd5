import { checkedCode, normaliseCheckedCode } from '../checked-code';

// 23^9 ≈ 1.8 × 10^12: none is met by chance at a door, and it can still be read out.
const RANDOM_SYMBOLS = 9;
const PREFIX = 'quality-month-ticket:';

/**
 * A ticket's code: nine random symbols and a check symbol.
 *
 * @param randomBelow chance; asked once for each symbol
 */
export const makeTicketCode = (randomBelow: (below: number) => number): string => checkedCode(RANDOM_SYMBOLS, randomBelow);

/** What the ticket's QR code says. */
export const ticketText = (code: string): string => `${PREFIX}${code}`;

/** The code in what was scanned or typed; null when it is none. */
export function readTicketCode(text: string): string | null {
  const tidy = text.trim();
  return normaliseCheckedCode(RANDOM_SYMBOLS, tidy.startsWith(PREFIX) ? tidy.slice(PREFIX.length) : tidy);
}

/** In groups, as it is read out: `34679-ACDEF`. */
export const formatTicketCode = (code: string): string => code.replace(/^(.{5})(.{5})$/, '$1-$2');
