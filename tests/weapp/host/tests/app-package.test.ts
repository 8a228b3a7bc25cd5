import { MAIN_PACKAGE_LIMIT, mainPackageBytes, subPackageBytes } from '../app-package';
import { dist } from './scene';

describe('sizes', () => {
  it('are those of the main package without its sub-packages', () => {
    const [main, subs] = [mainPackageBytes(dist), subPackageBytes(dist)];
    expect(main).toBeGreaterThan(5000);
    expect(main).toBeLessThan(MAIN_PACKAGE_LIMIT);
    expect(Object.keys(subs)).toEqual(['extra']);
    expect(subs.extra).toBeGreaterThan(100);
  });
});
