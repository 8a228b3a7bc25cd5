import { normalisePhone, phoneTail } from '../../src/domain/phone';

describe('phone', () => {
  test.each([
    ['13800000000', '13800000000'],
    [' 138 0000 0000 ', '13800000000'],
    ['138-0000-0000', '13800000000'],
    ['+86 13800000000', '13800000000'],
    ['0086 138 0000 0000', '13800000000'],
    ['１３８００００００００', '13800000000'],
    ['022-12345678', '02212345678'],
    ['(022) 1234 5678', '02212345678'],
    ['（022）12345678', '02212345678'],
    ['0310-1234567', '03101234567'],
  ])('reads %p as %s', (text, digits) => {
    expect(normalisePhone(text)).toBe(digits);
  });

  test.each(['', '12345678', '1380000000', '138000000001', '12800000000', '022-123456', '13800000000 转 8', 'abc'])('does not take %p for a phone', (text) => {
    expect(normalisePhone(text)).toBeNull();
  });

  test('is asked for by its last four digits', () => {
    expect(phoneTail('13812345678')).toBe('5678');
  });
});
