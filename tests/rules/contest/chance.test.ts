import fc from 'fast-check';
import { createHash, createHmac } from 'node:crypto';
import { chanceFrom, hashOf, keyedHash } from '../../../src/domain/contest/chance';
import { shuffled } from '../../../src/domain/draw';
import { chiSquare, chiSquareLimit, tally } from '../../support/chi-square';

describe('hashes', () => {
  test.each([
    // FIPS 180-4, and RFC 4231 test case 2.
    [hashOf('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [hashOf(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [keyedHash('Jefe', 'what do ya want for nothing?'), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  ])('are the standard ones: %s', (actual, expected) => {
    expect(actual).toBe(expected);
  });

  test('count a text as its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (key, text) => {
        expect(hashOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
        expect(keyedHash(key, text)).toBe(createHmac('sha256', Buffer.from(key, 'utf8')).update(text, 'utf8').digest('hex'));
      }),
    );
  });
});

const numbers = (key: string, below: number, count: number): number[] => {
  const randomBelow = chanceFrom(key);
  return Array.from({ length: count }, () => randomBelow(below));
};

describe('chance from a key', () => {
  test('gives the same numbers to the same key, others to another', () => {
    expect(numbers('a key', 1000, 50)).toEqual(numbers('a key', 1000, 50));
    expect(numbers('a key', 1000, 50)).not.toEqual(numbers('another key', 1000, 50));
  });

  test('reads the words of block after block in order', () => {
    const words = ['0', '1'].flatMap((block) => keyedHash('a key', block).match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 16));
    expect(numbers('a key', 2 ** 32, 16)).toEqual(words);
  });

  test('skips a word that would favour small numbers', () => {
    // Three quarters of 2^32: a word of the last quarter would fall on a small number once more.
    const below = 3 * 2 ** 30;
    const words = ['0', '1', '2', '3'].flatMap((block) => keyedHash('a key', block).match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 16));
    const kept = words.filter((word) => word < below);
    expect(kept.length).toBeLessThan(words.length);
    expect(numbers('a key', below, kept.length)).toEqual(kept);
  });

  test.each([2, 3, 7, 10, 23])('is uniform below %i', (below) => {
    const counts = tally(numbers(`uniform below ${below}`, below, 20_000).map(String));
    expect(counts.size).toBe(below);
    expect(chiSquare([...counts.values()])).toBeLessThan(chiSquareLimit(below - 1));
  });

  test('brings four items into each of their 24 orders equally often', () => {
    const randomBelow = chanceFrom('orders of four');
    const counts = tally(Array.from({ length: 12_000 }, () => shuffled(['a', 'b', 'c', 'd'], randomBelow).join('')));
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()])).toBeLessThan(chiSquareLimit(23));
  });
});
