const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;

/** A fresh key for one change. Keys are looked up per person, so they need to be distinct, not secret. */
export function newIdempotencyKey(random: () => number = Math.random): string {
  return Array.from({ length: LENGTH }, () => CHARACTERS.charAt(Math.floor(random() * CHARACTERS.length))).join('');
}
