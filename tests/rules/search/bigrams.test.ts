import fc from 'fast-check';
import { phrasesOf, wordsOf } from '../../../src/domain/search/bigrams';

const words = (text: string) => wordsOf(text).map(({ word, at }) => `${word}@${at}`);
const asked = (query: string) => phrasesOf(query).map(({ words: own, open }) => `${own.join(' ')}${open ? '…' : ''}`);

describe('the words of a text', () => {
  test.each([
    ['食品安全', ['食品@1', '品安@2', '安全@3', '全@4']],
    ['酒', ['酒@1']],
    ['食品，安全', ['食品@1', '品@2', '安全@4', '全@5']],
    ['质量 月', ['质量@1', '量@2', '月@3']],
    ['GB/T 18801-2015', ['gb@1', 't@3', '18801@4', '2015@6']],
    ['３Ｃ认证', ['3@1', 'c@2', '认证@3', '证@4']],
    ['HACCP体系', ['haccp@1', '体系@2', '系@3']],
    ['𠮷野家', ['𠮷野@1', '野家@2', '家@3']],
    ['。！%_', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('are cut where they are very long', () => {
    expect(wordsOf('a'.repeat(1000))[0]?.word).toHaveLength(50);
  });

  test('stand where they are in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = wordsOf(text);
        expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).sort((a, b) => a - b));
        for (const { from, firstTo, to } of found) expect(0 <= from && from < firstTo && firstTo <= to && to <= text.length).toBe(true);
      }),
    );
  });
});

describe('what is asked', () => {
  test.each([
    ['食品', ['食品']],
    ['食品安全', ['食品 品安 安全']],
    ['食品 安全', ['食品', '安全']],
    ['食品，安全', ['食品', '安全']],
    ['酒', ['酒…']],
    ['hac', ['hac…']],
    ['认证3c', ['认证 证 3 c…']],
    ['同线同标', ['同线 线同 同标']],
    ["' | & ! <-> :*", []],
    ['100%', ['100…']],
  ])('%s', (query, expected) => {
    expect(asked(query)).toEqual(expected);
  });

  test('of any part of a text without a break is found in that text, pair by pair', () => {
    const han = fc.stringMatching(/^[一-龥]{2,20}$/);
    fc.assert(
      fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % (text.length - 1);
        const part = text.slice(from, from + 2 + (b % (text.length - from - 1)));
        const inText = wordsOf(text).map(({ word }) => word).join(' ');
        expect(inText).toContain(phrasesOf(part)[0]?.words.join(' '));
      }),
    );
  });
});
