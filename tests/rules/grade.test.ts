import { isCorrect } from '../../src/domain/grade';

describe('grade', () => {
  test.each([
    [[1], [1], true],
    [[2, 0, 1], [0, 1, 2], true],
    [[], [0], false],
    [[0], [1], false],
    [[0], [0, 1], false],
    [[0, 1, 2], [0, 1], false],
    [[0, 3], [0, 1], false],
  ])('%j against the key %j is %s', (chosen, key, right) => {
    expect(isCorrect(chosen, key)).toBe(right);
  });
});
