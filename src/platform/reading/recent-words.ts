import { PERSONAL_PREFIX, read, remove, write } from '../storage';

const KEY = `${PERSONAL_PREFIX}recent words`;
const MOST = 8;

const areWords = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((word) => typeof word === 'string');

/** What was looked for on this device, the latest first; it never leaves it. */
export const recentWords = (): readonly string[] => read(KEY, areWords) ?? [];

export function rememberWords(words: string): void {
  write(KEY, [words, ...recentWords().filter((other) => other !== words)].slice(0, MOST));
}

export function forgetWords(): void {
  remove(KEY);
}
