import fc from 'fast-check';
import { certificateCode, formatCertificateCode, normaliseCertificateCode, RANDOM_SYMBOLS } from '../../../src/domain/contest/certificate-code';

const SYMBOLS = '34679ACDEFGHJKMNPQRTWXY';
const fromNumbers = (numbers: readonly number[]): string => {
  const rest = [...numbers];
  return certificateCode((below) => (rest.shift() ?? 0) % below);
};
const codes = fc.array(fc.nat(22), { minLength: RANDOM_SYMBOLS, maxLength: RANDOM_SYMBOLS }).map(fromNumbers);
const symbol = fc.constantFrom(...Array.from(SYMBOLS));

describe('a certificate’s code', () => {
  test('has fourteen symbols, none of which is mistaken for another', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{14}$/);
      }),
    );
  });

  test('is found however it is written', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const shown = formatCertificateCode(code);
        expect(shown).toMatch(/^.{5}-.{5}-.{4}$/);
        const fullWidth = Array.from(code).map((each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0)).join('');
        for (const spelling of [code, shown, shown.toLowerCase(), ` ${shown.replaceAll('-', ' ')} `, fullWidth]) {
          expect(normaliseCertificateCode(spelling)).toBe(code);
        }
      }),
    );
  });

  test('is recognised as wrong with any one symbol wrong', () => {
    fc.assert(
      fc.property(codes, fc.nat(RANDOM_SYMBOLS), symbol, (code, place, other) => {
        fc.pre(code[place] !== other);
        expect(normaliseCertificateCode(code.slice(0, place) + other + code.slice(place + 1))).toBeNull();
      }),
    );
  });

  test('is recognised as wrong with any two symbols in each other’s place', () => {
    fc.assert(
      fc.property(codes, fc.nat(RANDOM_SYMBOLS), fc.nat(RANDOM_SYMBOLS), (code, one, other) => {
        fc.pre(code[one] !== code[other]);
        const swapped = Array.from(code);
        [swapped[one], swapped[other]] = [code[other] ?? '', code[one] ?? ''];
        expect(normaliseCertificateCode(swapped.join(''))).toBeNull();
      }),
    );
  });

  test.each(['', '34679', '3'.repeat(13), '3'.repeat(15), '0'.repeat(14), '证书编号证书编号证书编号证书', `${'3'.repeat(13)}O`])('is not %j', (text) => {
    expect(normaliseCertificateCode(text)).toBeNull();
  });
});
