import { ok, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import ExhibitionPage from '../../../src/activities/exhibition';
import type { Input } from '../../../src/contract/actions';
import type { ArticlePage, ArticleRow } from '../../../src/contract/article';
import type { Reply } from '../../../src/contract/errors';
import { article } from '../sample-article';

const exhibit = (id: string, title: string, section: string): ArticleRow => ({ ...article, id, kind: 'exhibit', title, section, summary: `${title}的说明`, cover: { url: `/covers/${id}.jpg`, alt: `${title}的照片` } });

const exhibits = [exhibit('a', '甲展品', '一号厅'), exhibit('b', '乙展品', '一号厅'), exhibit('c', '丙展品', '二号厅')];
const sections = [
  { name: '一号厅', count: 2 },
  { name: '二号厅', count: 1 },
];

/** As the server answers: by hall and by words. */
const found = ({ section, contains = '' }: Input<'article.list'>): Reply<ArticlePage> => {
  const articles = exhibits.filter((one) => (section === undefined || one.section === section) && `${one.title}${one.summary}`.includes(contains));
  return ok({ pinned: [], articles, nextCursor: null, filters: { offices: [], lines: [], sections } });
};

async function openExhibition() {
  stage.answer('article.list', found);
  render(<ExhibitionPage />);
  await screen.findByRole('heading', { level: 2, name: '甲展品' });
}

const onShow = () => screen.getByRole('heading', { level: 2 }).textContent;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

function swipe(from: { clientX: number; clientY: number }, to: { clientX: number; clientY: number }) {
  const heading = screen.getByRole('heading', { level: 2 });
  fireEvent.touchStart(heading, { changedTouches: [from] });
  fireEvent.touchEnd(heading, { changedTouches: [to] });
}

beforeEach(() => {
  stage.reset();
  stage.params = { activity: 'activity-2' };
});

describe('an exhibition', () => {
  it('shows the exhibits of the activity, the first of them large', async () => {
    await openExhibition();
    expect(stage.sentTo('article.list')).toMatchObject([{ input: { kind: 'exhibit', activityId: 'activity-2' } }]);
    expect(screen.getByText('一号厅 · 第 1 件')).toBeTruthy();
    for (const { title } of exhibits) expect(screen.getByRole('button', { name: new RegExp(`^${title}`) })).toBeTruthy();
  });

  it('turns to the neighbours by button, and no further than the last', async () => {
    await openExhibition();
    press('上一件');
    expect(onShow()).toBe('甲展品');
    press('下一件');
    press('下一件');
    press('下一件');
    expect(onShow()).toBe('丙展品');
  });

  it('fetches more before the last one is reached', async () => {
    stage.answer('article.list', ({ cursor }) =>
      ok(cursor === undefined ? { pinned: [], articles: exhibits.slice(0, 2), nextCursor: 'next', filters: null } : { pinned: [], articles: exhibits.slice(2), nextCursor: null, filters: null }),
    );
    render(<ExhibitionPage />);
    await screen.findByRole('heading', { level: 2, name: '甲展品' });
    expect(stage.sentTo('article.list')).toHaveLength(1);
    press('下一件');
    await screen.findByRole('button', { name: /^丙展品/ });
    press('下一件');
    expect(onShow()).toBe('丙展品');
  });

  it('turns by a swipe, and not by scrolling or a tap that slipped', async () => {
    await openExhibition();
    swipe({ clientX: 300, clientY: 100 }, { clientX: 280, clientY: 100 });
    swipe({ clientX: 300, clientY: 400 }, { clientX: 220, clientY: 100 });
    expect(onShow()).toBe('甲展品');
    swipe({ clientX: 300, clientY: 100 }, { clientX: 100, clientY: 120 });
    expect(onShow()).toBe('乙展品');
    swipe({ clientX: 100, clientY: 100 }, { clientX: 300, clientY: 90 });
    expect(onShow()).toBe('甲展品');
  });

  it('shows any other that one presses', async () => {
    await openExhibition();
    press(/^丙展品/);
    expect(onShow()).toBe('丙展品');
    press('看介绍');
    expect(stage.opened).toEqual(['/pages/article/index?id=c']);
  });

  it('opens the picture large', async () => {
    await openExhibition();
    press('放大图片：甲展品的照片');
    expect(stage.previewed).toEqual(['/covers/a.jpg']);
  });

  it('goes through one hall alone', async () => {
    await openExhibition();
    fireEvent.click(screen.getByRole('radio', { name: '二号厅 1' }));
    expect(await screen.findByRole('heading', { level: 2, name: '丙展品' })).toBeTruthy();
    expect(screen.queryByText('甲展品')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: '全部展厅' }));
    expect(await screen.findByRole('heading', { level: 2, name: '甲展品' })).toBeTruthy();
  });

  it('finds exhibits by words, and says where there is none', async () => {
    await openExhibition();
    const field = screen.getByLabelText('找展品');
    fireEvent.input(field, { target: { value: ' 乙展 ' } });
    press('查找');
    expect(await screen.findByRole('heading', { level: 2, name: '乙展品' })).toBeTruthy();
    fireEvent.input(field, { target: { value: '没有的' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText('没有找到这样的展品')).toBeTruthy();
  });

  it('can be searched where its exhibits stand in no halls', async () => {
    stage.answer('article.list', () => ok({ pinned: [], articles: exhibits, nextCursor: null, filters: { offices: [], lines: [], sections: [] } }));
    render(<ExhibitionPage />);
    expect(await screen.findByLabelText('找展品')).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: '展厅' })).toBeNull();
  });

  it('says honestly that the exhibits are still to come', async () => {
    stage.answer('article.list', () => ok({ pinned: [], articles: [], nextCursor: null, filters: { offices: [], lines: [], sections: [] } }));
    render(<ExhibitionPage />);
    expect(await screen.findByText('展品还在整理')).toBeTruthy();
    expect(screen.queryByLabelText('找展品')).toBeNull();
    press('看活动介绍');
    expect(stage.opened).toEqual(['/activities/activity/index?id=activity-2']);
  });
});
