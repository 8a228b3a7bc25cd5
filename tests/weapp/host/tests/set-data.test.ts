import { parsePath } from '../set-data';

it.each([
  ['root.cn.[0].cn[12].p1', ['root', 'cn', 0, 'cn', 12, 'p1']],
  ['a', ['a']],
  ['rows[3]', ['rows', 3]],
  ['x0.y', ['x0', 'y']],
])('reads the data path %s', (path, parts) => {
  expect(parsePath(path)).toEqual(parts);
});
