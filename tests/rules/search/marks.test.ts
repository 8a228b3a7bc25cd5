import { phrasesOf } from '../../../src/domain/search/bigrams';
import { excerptOf, marksOf } from '../../../src/domain/search/marks';

const marked = (text: string, query: string) =>
  marksOf(text, phrasesOf(query))
    .map(({ text: own, hit }) => (hit ? `[${own}]` : own))
    .join('');

describe('marks', () => {
  test.each([
    ['进口食品安全知识', '食品', '进口[食品]安全知识'],
    ['进口食品安全知识', '食品安全', '进口[食品安全]知识'],
    ['食品要安全，食品安全', '食品安全', '食品要安全，[食品安全]'],
    ['进口食品安全知识', '知识 进口', '[进口]食品安全[知识]'],
    ['葡萄酒与酒具', '酒', '葡萄[酒]与[酒]具'],
    ['通过ＨＡＣＣＰ认证', 'haccp', '通过[ＨＡＣＣＰ]认证'],
    ['HACCP 认证', 'haccp认证', '[HACCP 认证]'],
    ['品品品品', '品品', '[品品品品]'],
    ['<b>食品</b>', '食品', '<b>[食品]</b>'],
    ['没有这个词', '食品', '没有这个词'],
    ['', '食品', ''],
  ])('%s for %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });
});

describe('an excerpt', () => {
  const filler = '甲'.repeat(100);
  test('is the beginning where the hit is there, or where there is none', () => {
    expect(excerptOf(`食品${filler}`, phrasesOf('食品'))).toBe(`食品${'甲'.repeat(58)}…`);
    expect(excerptOf('短的一句。', phrasesOf('食品'))).toBe('短的一句。');
  });
  test('shows what surrounds a later hit', () => {
    expect(excerptOf(`${filler}食品`, phrasesOf('食品'))).toBe(`…${'甲'.repeat(12)}食品`);
  });
});
