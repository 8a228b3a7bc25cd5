import Taro from '@tarojs/taro';
import { isH5 } from '../environment';
import { read, remove, write } from '../storage';

const KEY = 'contest nonce';
const BYTES = 16;

const isNonce = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);

/** WeChat before base library 2.17.3 has no better chance than this. */
const plainBytes = (): Uint8Array => Uint8Array.from({ length: BYTES }, () => Math.floor(Math.random() * 256));

async function randomBytes(): Promise<Uint8Array> {
  if (isH5) return crypto.getRandomValues(new Uint8Array(BYTES));
  try {
    return await new Promise((resolve, reject) => {
      Taro.getUserCryptoManager().getRandomValues({
        length: BYTES,
        success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
    });
  } catch {
    return plainBytes();
  }
}

async function newNonce(): Promise<string> {
  const bytes = await randomBytes();
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What the next attempt is started with. The paper follows from it and from the server's seed, so nobody may guess it.
 * It stays the same until the start was answered: asked again after a lost answer, one attempt is started and not two.
 */
export async function startNonce(): Promise<string> {
  const kept = read(KEY, isNonce);
  if (kept !== null) return kept;
  const nonce = await newNonce();
  write(KEY, nonce);
  return nonce;
}

export const dropStartNonce = (): void => {
  remove(KEY);
};
