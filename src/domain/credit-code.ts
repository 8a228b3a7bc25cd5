const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

export type CreditCodeCheck =
  | { readonly result: 'valid' }
  /** Wrong length or characters: no real code looks like this. */
  | { readonly result: 'malformed'; readonly reason: 'length' | 'characters' | 'division' }
  /** Well formed, but the check digit does not fit: most likely one character is mistyped. */
  | { readonly result: 'doubtful'; readonly expected: string; readonly found: string };

/** Upper case, half width, without spaces and hyphens: a code copied from a document often has them. */
export const normaliseCreditCode = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/**
 * Checks a 统一社会信用代码 in its normalised form.
 *
 * GB 32100-2015: 18 characters of 31 (no I O S V Z), positions 3–8 the administrative division in digits, weights
 * 3^(i-1) mod 31, C18 = (31 − Σ mod 31) mod 31. The outer `mod 31` matters: without it every 31st code is rejected.
 * A code whose digit does not fit is `doubtful`, not `malformed`: published codes of real firms exist that fail.
 */
export function checkCreditCode(code: string): CreditCodeCheck {
  if (code.length !== LENGTH) return { result: 'malformed', reason: 'length' };
  const values = [...code].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return { result: 'malformed', reason: 'characters' };
  if (!/^\d{6}$/.test(code.slice(2, 8))) return { result: 'malformed', reason: 'division' };

  let sum = 0;
  let weight = 1;
  for (const value of values.slice(0, LENGTH - 1)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  const expected = ALPHABET.charAt((31 - (sum % 31)) % 31);
  const found = code.charAt(LENGTH - 1);
  return found === expected ? { result: 'valid' } : { result: 'doubtful', expected, found };
}
