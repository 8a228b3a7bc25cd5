const PREFIX = 'quality-month-sign-in:';

/** What the desktop's QR code says; the mini-program alone knows what to do with it. */
export const pairingText = (code: string): string => `${PREFIX}${code}`;

/** The six digits in what was scanned or typed, spaces and full-width digits allowed; null when it is no such thing. */
export function readPairingCode(text: string): string | null {
  const tidy = text.normalize('NFKC').replace(/\s/g, '');
  const digits = tidy.startsWith(PREFIX) ? tidy.slice(PREFIX.length) : tidy;
  return /^\d{6}$/.test(digits) ? digits : null;
}
