import fc from 'fast-check';
import { formatReceiptNumber, normaliseReceiptNumber, receiptNumber } from '../../../src/domain/request/receipt-number';

const anyNumber = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 99_999 }))
  .map(([year, month, serial]) => receiptNumber('ZY', `${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}`, serial));

const replaceAt = (text: string, index: number, part: string): string => text.slice(0, index) + part + text.slice(index + part.length);

describe('receipt number', () => {
  test('has the kind, the month, a serial of five digits and a check digit', () => {
    expect(receiptNumber('ZY', '1709', 42)).toMatch(/^ZY170900042\d$/);
    expect(receiptNumber('ZY', '1709', 99_999)).toMatch(/^ZY170999999\d$/);
  });

  test("has the check digit of Damm's own example, 572 and 4", () => {
    // 0000 and 00 lead the digits 572 without changing the sum: 0 maps 0 to 0.
    expect(receiptNumber('ZY', '0000', 572)).toBe('ZY0000005724');
  });

  test('is grouped as it is read out', () => {
    expect(formatReceiptNumber('ZY1709042137')).toBe('ZY 1709 042 137');
    expect(formatReceiptNumber('no number')).toBe('no number');
  });

  test('is understood in every spelling of it', () => {
    const number = receiptNumber('ZY', '1709', 4213);
    const digits = number.slice(2);
    const fullWidth = Array.from(digits).map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('');
    for (const spelling of [number, ` ${formatReceiptNumber(number)} `, number.toLowerCase(), `ＺＹ${fullWidth}`, `zy-${digits}`]) {
      expect(normaliseReceiptNumber(spelling)).toBe(number);
    }
  });

  test.each(['', 'ZY', 'ZY170904213', 'ZY17090421377', 'Z1709042137', '1709042137', 'ZY１７O9042137'])('is not %p', (text) => {
    expect(normaliseReceiptNumber(text)).toBeNull();
  });

  test('survives formatting', () => {
    fc.assert(fc.property(anyNumber, (number) => normaliseReceiptNumber(formatReceiptNumber(number)) === number));
  });

  test('betrays every single wrong digit', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        for (let index = 2; index < number.length; index += 1) {
          for (const digit of '0123456789') {
            const wrong = replaceAt(number, index, digit);
            if (wrong !== number && normaliseReceiptNumber(wrong) !== null) return false;
          }
        }
        return true;
      }),
    );
  });

  test('betrays every exchange of neighbours', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        for (let index = 2; index < number.length - 1; index += 1) {
          const wrong = replaceAt(number, index, number.charAt(index + 1) + number.charAt(index));
          if (wrong !== number && normaliseReceiptNumber(wrong) !== null) return false;
        }
        return true;
      }),
    );
  });
});
