import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** 256 bits of chance, in letters that a link and a header carry. */
export const newSecret = (): string => randomBytes(BYTES).toString('base64url');

/** False for what ours never look like, so that it need not be looked up. */
export const looksLikeSecret = (text: string): boolean => SECRET.test(text);

/** What is stored of a secret: its SHA-256 in hex. A secret is random enough to need no salt. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
