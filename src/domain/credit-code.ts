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

function checkCharacter(values: readonly number[]): string {
  let sum = 0;
  let weight = 1;
  for (const value of values) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * Checks a 统一社会信用代码 in its normalised form.
 *
 * GB 32100-2015: 18 characters of 31 (no I O S V Z), positions 3–8 the administrative division in digits, weights
 * 3^(i-1) mod 31, C18 = (31 − Σ mod 31) mod 31. The outer `mod 31` matters: without it every 31st code is rejected.
 * A code whose digit does not fit is `doubtful`, not `malformed`: published codes of real firms exist that fail.
 */
export function checkCreditCode(code: string): CreditCodeCheck {
  if (code.length !== LENGTH) return { result: 'malformed', reason: 'length' };
  const values = Array.from(code).map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return { result: 'malformed', reason: 'characters' };
  if (!/^\d{6}$/.test(code.slice(2, 8))) return { result: 'malformed', reason: 'division' };

  const expected = checkCharacter(values.slice(0, LENGTH - 1));
  const found = code.charAt(LENGTH - 1);
  return found === expected ? { result: 'valid' } : { result: 'doubtful', expected, found };
}

// Characters that are taken for one another in print or in handwriting. I, O, S, V and Z are no characters of a code.
const LOOKALIKES = ['0D', '0Q', 'DQ', '17', '1L', '2R', '3B', '38', '5R', '56', '6G', '8B', '9P', 'CG', 'EF', 'HN', 'MN', 'PR', 'UW', 'XY', 'KX'];

export interface Typo {
  /** 1-based. */
  readonly position: number;
  /** `swap` exchanges this character with the one after it. */
  readonly kind: 'lookalike' | 'swap';
}

const isValid = (code: string): boolean => checkCreditCode(code).result === 'valid';

/**
 * Where a doubtful code may be mistyped: one character taken for its lookalike, or two neighbours exchanged. Some
 * replacement fits at every position, since 31 is prime; only what people really confuse is worth a hint, and only
 * when it is the single possibility.
 */
export function likelyTypos(code: string): readonly Typo[] {
  return Array.from(code).flatMap((character, index): Typo[] => {
    const before = code.slice(0, index);
    const after = code.slice(index + 1);
    const others = LOOKALIKES.filter((pair) => pair.includes(character)).map((pair) => pair.replace(character, ''));
    const lookalikes = others.filter((other) => isValid(before + other + after));
    const swapped = after && after.charAt(0) !== character && isValid(before + after.charAt(0) + character + after.slice(1));
    return [
      ...lookalikes.map((): Typo => ({ position: index + 1, kind: 'lookalike' })),
      ...(swapped ? [{ position: index + 1, kind: 'swap' } as const] : []),
    ];
  });
}
