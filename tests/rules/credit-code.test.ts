import fc from 'fast-check';
import { checkCreditCode, likelyTypos, normaliseCreditCode } from '../../src/domain/credit-code';
import { textLike } from '../support/matchers';

const ALPHABET = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
const realCodes = ['91350100M000100Y43', '91110000101623741K'];

/** Gives 17 characters the check character that the rule under test asks for. */
function complete(first17: string): string {
  const check = checkCreditCode(`${first17}0`);
  return check.result === 'doubtful' ? first17 + check.expected : `${first17}0`;
}

const first17 = fc
  .tuple(
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...ALPHABET.slice(0, 10)), { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));

const singleErrors = (code: string): string[] =>
  Array.from(code).flatMap((right, index) =>
    ALPHABET.filter((wrong) => wrong !== right).map((wrong) => code.slice(0, index) + wrong + code.slice(index + 1)),
  );

describe('credit code', () => {
  test.each(realCodes)('accepts %s, the code of a real organisation', (code) => {
    expect(checkCreditCode(code)).toEqual({ result: 'valid' });
  });

  test('doubts a published code whose check digit does not fit, and says which would', () => {
    expect(checkCreditCode('91350211M0000XUF46')).toEqual({ result: 'doubtful', expected: textLike(/^[0-9A-Y]$/), found: '6' });
  });

  // As the standard prints them.
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const weighted = (first: string): number =>
    Array.from(first).reduce((sum, character, index) => sum + ALPHABET.indexOf(character) * (weights[index] ?? 0), 0);

  test.each(['91350100M000100Y', '9111000010162374', '52120116MJ0676', 'N2120000000000AX', '1312000000000000'])(
    'wraps a remainder of 31 to the check digit 0: %s…',
    (start) => {
      // The last characters are chosen so that the sum is a multiple of 31.
      const first = ALPHABET.map((last) => start.padEnd(16, '0') + last).find((each) => weighted(each) % 31 === 0) ?? '';
      expect(checkCreditCode(`${first}0`)).toEqual({ result: 'valid' });
      expect(checkCreditCode(`${first}Y`)).toEqual({ result: 'doubtful', expected: '0', found: 'Y' });
    },
  );

  test.each([
    ['', 'length'],
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y433', 'length'],
    ['91350100M000100I43', 'characters'],
    ['91350100O000100Y43', 'characters'],
    ['91350100S000100Y43', 'characters'],
    ['91350100V000100Y43', 'characters'],
    ['91350100Z000100Y43', 'characters'],
    ['91350100m000100y43', 'characters'],
    ['91350100M000100Y4质', 'characters'],
    ['9135A100M000100Y43', 'division'],
  ])('refuses %p for its %s', (code, reason) => {
    expect(checkCreditCode(code)).toEqual({ result: 'malformed', reason });
  });

  test('takes a code as it is copied from a document', () => {
    expect(normaliseCreditCode(' ９１３５０１００ m000-100y43 ')).toBe('91350100M000100Y43');
  });

  test.each(realCodes)('finds every single wrong character of %s', (code) => {
    const wrong = singleErrors(code);
    expect(wrong).toHaveLength(18 * 30);
    expect(wrong.filter((each) => checkCreditCode(each).result === 'valid')).toEqual([]);
  });

  test('finds every single wrong character of any valid code', () => {
    fc.assert(
      fc.property(first17, (start) => singleErrors(complete(start)).every((wrong) => checkCreditCode(wrong).result !== 'valid')),
      { numRuns: 30 },
    );
  });

  test('asks for one check character and no other', () => {
    fc.assert(
      fc.property(first17, (start) => ALPHABET.filter((last) => checkCreditCode(start + last).result === 'valid').length === 1),
      { numRuns: 200 },
    );
  });
});

describe('likely typos', () => {
  test('points at neighbours that were exchanged', () => {
    expect(likelyTypos('91350100M000100Y34')).toContainEqual({ position: 17, kind: 'swap' });
  });

  test('points at a character that was taken for its lookalike', () => {
    expect(likelyTypos('91350100MD00100Y43')).toContainEqual({ position: 10, kind: 'lookalike' });
  });

  test('says nothing of a valid code', () => {
    for (const code of realCodes) expect(likelyTypos(code)).toEqual([]);
  });

  test('finds every exchange of neighbours that matters', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), (start, index) => {
        const code = complete(start);
        const [a = '', b = ''] = code.slice(index, index + 2);
        fc.pre(a !== b);
        const swapped = code.slice(0, index) + b + a + code.slice(index + 2);
        fc.pre(checkCreditCode(swapped).result === 'doubtful');
        return likelyTypos(swapped).some(({ position, kind }) => position === index + 1 && kind === 'swap');
      }),
      { numRuns: 200 },
    );
  });
});
