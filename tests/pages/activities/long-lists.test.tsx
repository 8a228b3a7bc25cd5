import { ok, settled, stage } from '../../support/taro/taro';
import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import ArticlesPage from '../../../src/activities/articles';
import DirectoryPage from '../../../src/activities/directory';
import EssaysPage from '../../../src/activities/essays';
import ExhibitionPage from '../../../src/activities/exhibition';
import { call } from '../essay/sample';
import { article } from '../sample-article';

const PAGES = 22;
const NEAR = 3;

/** jsdom lays nothing out: of every group, its first blocks are near the screen and the others are not. */
class FarObserver {
  constructor(private readonly tell: (entries: unknown[]) => void) {}

  observe({ id }: Element) {
    const [, , block = '0'] = /^list-\d+-(\d+)-?(\d*)$/.exec(id) ?? [];
    this.tell([{ isIntersecting: Number(block) < NEAR, boundingClientRect: { height: 1000 } }]);
  }

  disconnect() {
    return this;
  }
}

/** Ten rows with names of their own, and where the next page begins. */
const pageOf = <Row,>(cursor: string | undefined, row: (id: string, title: string) => Row): { rows: Row[]; nextCursor: string | null } => {
  const page = Number(cursor ?? 0);
  const rows = Array.from({ length: 10 }, (_, index) => row(`row-${page}-${index}`, `第 ${page * 10 + index} 件长表`));
  return { rows, nextCursor: page + 1 < PAGES ? String(page + 1) : null };
};

const lists: [string, () => ReactElement][] = [
  ['the gallery', EssaysPage],
  ['the advisories', ArticlesPage],
  ['a directory', DirectoryPage],
  ['an exhibition', ExhibitionPage],
];

beforeEach(() => {
  stage.reset();
  Object.assign(window, { IntersectionObserver: FarObserver });
  stage.params = { activity: 'activity-2', kind: 'advisory' };
  stage.answer('essay.gallery', ({ cursor }) => {
    const { rows, nextCursor } = pageOf(cursor, (id, title) => ({ id, title, authorName: '示例作者', firmName: null, excerpt: '', acceptedOn: '2017-09-06', appreciationCount: 0 }));
    return ok({ essays: rows, nextCursor, call });
  });
  stage.answer('article.list', ({ cursor }) => {
    const { rows, nextCursor } = pageOf(cursor, (id, title) => ({ ...article, id, title }));
    return ok({ pinned: [], articles: rows, nextCursor, filters: null });
  });
  stage.answer('listing.list', ({ cursor }) => {
    const { rows, nextCursor } = pageOf(cursor, (id, title) => ({ ...article, id, title, areaId: null, areaName: null }));
    return ok({ listings: rows, nextCursor, directory: null });
  });
});
afterEach(() => {
  Reflect.deleteProperty(window, 'IntersectionObserver');
});

it.each(lists)('%s draws no more than what is near the screen, however long it is', async (_, Page) => {
  render(<Page />);
  await settled();
  for (let page = 1; page < PAGES; page += 1) {
    act(() => stage.happen('reachBottom'));
    await settled();
  }
  await settled();
  expect(stage.sent).toHaveLength(PAGES);
  // Two groups of blocks, and of an exhibition the one on show.
  const drawn = screen.getAllByText(/^第 \d+ 件长表$/).length;
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThanOrEqual(2 * NEAR * 10 + 1);
});
