const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}\d{7,8}$/;

/**
 * A phone number as digits, `13800000000` or `02212345678`; null when it is neither a mainland mobile number nor a
 * landline with its area code. Spaces, hyphens, brackets, full-width digits and +86 are accepted on the way in.
 */
export function normalisePhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(?:\+|00)86/, '');
  return MOBILE.test(digits) || LANDLINE.test(digits) ? digits : null;
}

/** What the receipt look-up asks for. */
export const phoneTail = (phone: string): string => phone.slice(-4);
