import { checkedCode, normaliseCheckedCode } from '../checked-code';

/** How many symbols are drawn at random; 23^13 ≈ 5 × 10^17 codes, so that none is found by trying. */
export const RANDOM_SYMBOLS = 13;

/**
 * A certificate's code: thirteen random symbols and a check symbol.
 *
 * @param randomBelow chance; asked once for each symbol
 */
export const certificateCode = (randomBelow: (below: number) => number): string => checkedCode(RANDOM_SYMBOLS, randomBelow);

/** Without spaces and hyphens, in upper case and half width; null when its form or its check symbol is wrong. */
export const normaliseCertificateCode = (text: string): string | null => normaliseCheckedCode(RANDOM_SYMBOLS, text);

/** In groups, as it is read out: `34679-ACDEF-GHJK`. */
export const formatCertificateCode = (code: string): string => code.replace(/^(.{5})(.{5})(.{4})$/, '$1-$2-$3');
