// The totally anti-symmetric quasigroup of H. M. Damm, "Total anti-symmetrische Quasigruppen" (Marburg, 2004):
// it finds every single wrong digit and every swap of neighbours.
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

const PATTERN = /^([A-Z]{2})(\d{4})(\d{5})(\d)$/;

const dammDigit = (digits: string): number => {
  let interim = 0;
  for (const digit of digits) interim = DAMM[interim]?.[Number(digit)] ?? 0;
  return interim;
};

/**
 * Makes a receipt number such as `ZY1709042132`: two letters for the kind of request, year and month, a serial of five
 * digits, and a check digit over all the digits before it. The serial is drawn at random by the caller, so that neither the
 * number of requests nor a neighbour's number can be read from it.
 *
 * @param month `YYMM`
 * @param serial 0–99999
 */
export function receiptNumber(prefix: string, month: string, serial: number): string {
  const digits = `${month}${String(serial).padStart(5, '0')}`;
  return `${prefix}${digits}${dammDigit(digits)}`;
}

/**
 * The number without spaces, in upper case and half width; null when its form or its check digit is wrong, so that
 * a slip of the pen is told apart from a number that does not exist.
 */
export function normaliseReceiptNumber(text: string): string | null {
  const compact = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const match = PATTERN.exec(compact);
  if (!match) return null;
  return dammDigit(compact.slice(2)) === 0 ? compact : null;
}

/** Grouped as it is read out over the phone, `ZY 1709 042 132`; what is not a receipt number is left as it is. */
export const formatReceiptNumber = (compact: string): string =>
  compact.replace(/^([A-Z]{2})(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3 $4');
