// Digits and letters that are not mistaken for one another when read out or copied by hand: no 0 O 1 I L 5 S 8 B 2 Z U V.
const SYMBOLS = '34679ACDEFGHJKMNPQRTWXY';
/** 23 is prime, so the weighted sum below finds every single wrong symbol and every swap of two. */
const BASE = SYMBOLS.length;

/** How many symbols are drawn at random; 23^13 ≈ 5 × 10^17 codes, so that none is found by trying. */
export const RANDOM_SYMBOLS = 13;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value, index) => sum + value * (index + 1), 0) % BASE;

/**
 * A certificate's code: thirteen random symbols and a check symbol.
 *
 * @param randomBelow chance; asked once for each symbol
 */
export function certificateCode(randomBelow: (below: number) => number): string {
  const values = Array.from({ length: RANDOM_SYMBOLS }, () => randomBelow(BASE));
  // Weighted by places 1 to 14, the whole sums up to a multiple of 23: the check symbol is the last one.
  const inverse = Array.from({ length: BASE }, (_, value) => value).find((value) => (value * (RANDOM_SYMBOLS + 1)) % BASE === 1) ?? 0;
  const check = ((BASE - sumOf(values)) * inverse) % BASE;
  return [...values, check].map((value) => SYMBOLS[value]).join('');
}

/** Without spaces and hyphens, in upper case and half width; null when its form or its check symbol is wrong. */
export function normaliseCertificateCode(text: string): string | null {
  const compact = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const values = Array.from(compact).map((symbol) => SYMBOLS.indexOf(symbol));
  if (values.length !== RANDOM_SYMBOLS + 1 || values.includes(-1)) return null;
  return sumOf(values) === 0 ? compact : null;
}

/** In groups, as it is read out: `34679-ACDEF-GHJK`. */
export const formatCertificateCode = (code: string): string => code.replace(/^(.{5})(.{5})(.{4})$/, '$1-$2-$3');
