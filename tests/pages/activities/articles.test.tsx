import { ok, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import ArticlesPage from '../../../src/activities/articles';
import { article } from '../sample-article';

const sections = [
  { name: '空气净化器', count: 1 },
  { name: '儿童纸尿裤', count: 1 },
];

beforeEach(stage.reset);

describe('all articles of an activity', () => {
  it('are its advisories, by category', async () => {
    stage.params = { activity: 'hot-consumer-goods', kind: 'advisory' };
    stage.answer('article.list', () => ok({ pinned: [], articles: [article], nextCursor: null, filters: { offices: [], lines: [], sections } }));
    render(<ArticlesPage />);
    fireEvent.click(await screen.findByRole('link', { name: new RegExp(article.title) }));
    expect(stage.opened).toEqual(['/pages/article/index?id=seminar']);
    fireEvent.click(screen.getByRole('radio', { name: '儿童纸尿裤 1' }));
    expect(await screen.findByRole('link', { name: new RegExp(article.title) })).toBeTruthy();
    expect(stage.sentTo('article.list').map(({ input }) => input)).toEqual([
      { kind: 'advisory', activityId: 'hot-consumer-goods' },
      { kind: 'advisory', activityId: 'hot-consumer-goods', section: '儿童纸尿裤' },
    ]);
  });

  it('are its news otherwise, of which there may be none yet', async () => {
    stage.params = { activity: 'press-conference' };
    stage.answer('article.list', () => ok({ pinned: [], articles: [], nextCursor: null, filters: { offices: [], lines: [], sections: [] } }));
    render(<ArticlesPage />);
    expect(await screen.findByText('还没有活动动态')).toBeTruthy();
    expect(stage.sentTo('article.list')).toMatchObject([{ input: { kind: 'news', activityId: 'press-conference' } }]);
  });
});
