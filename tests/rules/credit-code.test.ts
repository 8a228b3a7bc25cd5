import { checkCreditCode, normaliseCreditCode } from '../../src/domain/credit-code';

describe('credit code', () => {
  test.each(['91350100M000100Y43', '91110000101623741K'])('accepts the valid code %s', (code) => {
    expect(checkCreditCode(code)).toEqual({ result: 'valid' });
  });
});
