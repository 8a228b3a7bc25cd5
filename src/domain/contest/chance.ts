import { sha256 } from 'js-sha256';
import type { RandomBelow } from '../draw';

/** SHA-256 of a text's UTF-8 bytes, 64 hex digits. */
export const hashOf = (text: string): string => sha256(text);

/** HMAC-SHA-256 (RFC 2104) of a text under a text key, 64 hex digits. Both count as their UTF-8 bytes. */
export const keyedHash = (key: string, text: string): string => sha256.hmac(key, text);

const WORD_DIGITS = 8;
const WORDS_IN_ALL = 2 ** 32;

/**
 * Numbers that follow from a key alone, so that whoever knows the key finds the same ones. Block `n` is
 * `keyedHash(key, String(n))` for n = 0, 1, 2 …; its eight words of eight hex digits are taken in order. A word that
 * would favour small numbers (at or above the largest multiple of `below`) is skipped, so each number is equally likely.
 */
export function chanceFrom(key: string): RandomBelow {
  let block = 0;
  let digits = '';
  const nextWord = (): number => {
    if (digits === '') {
      digits = keyedHash(key, String(block));
      block += 1;
    }
    const word = Number.parseInt(digits.slice(0, WORD_DIGITS), 16);
    digits = digits.slice(WORD_DIGITS);
    return word;
  };
  return (below) => {
    const fair = WORDS_IN_ALL - (WORDS_IN_ALL % below);
    let word = nextWord();
    while (word >= fair) word = nextWord();
    return word % below;
  };
}
