import fc from 'fast-check';
import { draw, optionOrder, shuffled, type Standing } from '../../src/domain/draw';

const chance = fc.infiniteStream(fc.nat()).map((stream) => (below: number) => {
  const [value = 0] = stream.take(1);
  return value % below;
});

const standings = fc.array(fc.constantFrom<Standing>('open', 'wrong', 'right'), { maxLength: 30 });
const withIds = (all: readonly Standing[]) => all.map((standing, id) => ({ id, standing }));
const count = (all: readonly { standing: Standing }[], standing: Standing): number => all.filter((each) => each.standing === standing).length;

describe('draw', () => {
  test('takes never answered questions first, then wrong ones, then the others', () => {
    fc.assert(
      fc.property(standings, fc.integer({ min: 1, max: 12 }), chance, (all, size, randomBelow) => {
        const questions = withIds(all);
        const drawn = draw(questions, size, randomBelow);
        const open = Math.min(size, count(questions, 'open'));
        const wrong = Math.min(size - open, count(questions, 'wrong'));
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(Math.min(size, all.length));
        expect([count(drawn, 'open'), count(drawn, 'wrong')]).toEqual([open, wrong]);
      }),
    );
  });

  test('shuffles without losing or doubling anything', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), chance, (items, randomBelow) => {
        expect(shuffled(items, randomBelow).sort()).toEqual([...items].sort());
      }),
    );
  });

  test('can reach every order', () => {
    const orders = new Set<string>();
    for (const first of [0, 1, 2]) {
      for (const second of [0, 1]) {
        const numbers = [first, second, 0];
        orders.add(shuffled(['a', 'b', 'c'], () => numbers.shift() ?? 0).join(''));
      }
    }
    expect(orders.size).toBe(6);
  });

  test('keeps 正确、错误 in their order and no other options', () => {
    const last = (below: number): number => below - 1;
    expect(optionOrder('judgement', 2, last)).toEqual([0, 1]);
    expect(optionOrder('single', 4, last)).toEqual([3, 2, 1, 0]);
    expect(optionOrder('multiple', 3, last)).toEqual([2, 1, 0]);
  });
});
