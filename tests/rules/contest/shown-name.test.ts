import { maskedName, shownName, type NameChoice } from '../../../src/domain/contest/shown-name';

describe('a masked name', () => {
  test.each([
    ['张', '*'],
    ['张三', '张*'],
    ['张小三', '张**'],
    ['欧阳小三', '欧***'],
    // The length of a long name does not tell whose it is.
    ['古丽娜尔·买买提', '古***'],
    // One character, two UTF-16 units.
    ['𠮷野家', '𠮷**'],
  ])('of %s is %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });
});

describe('a name on the board', () => {
  test.each<[NameChoice, string | null, string]>([
    ['real', '张小三', '张小三'],
    ['masked', '张小三', '张**'],
    ['anonymous', '张小三', '参赛者 0a1b'],
    ['real', null, '参赛者 0a1b'],
    ['masked', null, '参赛者 0a1b'],
    ['anonymous', null, '参赛者 0a1b'],
  ])('chosen %s, of %s, is %s', (choice, name, shown) => {
    expect(shownName(choice, name, '0a1b2c3d4e5f6071')).toBe(shown);
  });
});
