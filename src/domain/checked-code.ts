// Digits and letters that are not mistaken for one another when read out or copied by hand: no 0 O 1 I L 5 S 8 B 2 Z U V.
const SYMBOLS = '34679ACDEFGHJKMNPQRTWXY';
/** 23 is prime, so the weighted sum below finds every single wrong symbol and every swap of two in codes of up to 22 symbols. */
const BASE = SYMBOLS.length;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value, index) => sum + value * (index + 1), 0) % BASE;

/**
 * A code of random symbols and a check symbol.
 *
 * @param length how many symbols are random, 21 at most; the code is one longer
 * @param randomBelow chance; asked once for each symbol
 */
export function checkedCode(length: number, randomBelow: (below: number) => number): string {
  const values = Array.from({ length }, () => randomBelow(BASE));
  // Weighted by their places, the whole sums up to a multiple of 23: the check symbol is the last one.
  const inverse = Array.from({ length: BASE }, (_, value) => value).find((value) => (value * (length + 1)) % BASE === 1) ?? 0;
  const check = ((BASE - sumOf(values)) * inverse) % BASE;
  return [...values, check].map((value) => SYMBOLS[value]).join('');
}

/** Without spaces and hyphens, in upper case and half width; null when its form or its check symbol is wrong. */
export function normaliseCheckedCode(length: number, text: string): string | null {
  const compact = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const values = Array.from(compact).map((symbol) => SYMBOLS.indexOf(symbol));
  if (values.length !== length + 1 || values.includes(-1)) return null;
  return sumOf(values) === 0 ? compact : null;
}
