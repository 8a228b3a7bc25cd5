import { ok, refused, stage } from '../support/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ArticleView } from '../../src/contract/article';
import ArticlePage from '../../src/pages/article';
import { article as row, noDetails } from './sample-article';

const article: ArticleView = {
  ...row,
  officeFullName: '东港检验检疫局',
  place: '东疆保税港区',
  activity: { id: 'seminars', number: 13, title: '专家讲座' },
  cover: null,
  details: noDetails,
  tags: [],
  blocks: [
    { kind: 'heading', spans: [{ text: '讲了什么' }] },
    { kind: 'paragraph', spans: [{ text: '讲座讲' }, { text: '同线同标同质', strong: true }, { text: '。' }] },
    { kind: 'quote', spans: [{ text: '质量是企业的生命。' }] },
    { kind: 'list', ordered: true, items: [[{ text: '先听讲' }], [{ text: '再提问' }]] },
    { kind: 'list', ordered: false, items: [[{ text: '免费' }]] },
  ],
  organiser: '天津检验检疫局',
  campaignName: '2017 年“质量月”',
};

async function openArticle(view: ArticleView = article) {
  stage.answer('article.get', () => ok(view));
  render(<ArticlePage />);
  await screen.findByRole('heading', { level: 2, name: view.title });
}

beforeEach(() => {
  stage.reset();
  stage.params = { id: 'seminar' };
});

describe('an article', () => {
  it('draws every kind of block', async () => {
    await openArticle();
    expect(screen.getByRole('heading', { level: 3, name: '讲了什么' })).toBeTruthy();
    expect(screen.getByText('同线同标同质').parentElement?.textContent).toBe('讲座讲同线同标同质。');
    expect(screen.getByText('质量是企业的生命。')).toBeTruthy();
    expect(screen.getByText('再提问').parentElement?.textContent).toBe('2.再提问');
    expect(screen.getByText('免费').parentElement?.textContent).toBe('·免费');
  });

  it('is read by the id in its address, and shares the same address', async () => {
    await openArticle();
    expect(stage.sentTo('article.get')).toMatchObject([{ input: { id: 'seminar' } }]);
    expect(stage.shared()).toEqual({ title: article.title, path: '/pages/article/index?id=seminar' });
  });

  it('says who, when and where', async () => {
    await openArticle();
    for (const words of ['东港检验检疫局', '2017 年 9 月 4 日（周一）', '东疆保税港区', '服务类']) expect(screen.getByText(words)).toBeTruthy();
  });

  it('names the month alone when the office gave no day', async () => {
    await openArticle({ ...article, happenedOn: null });
    expect(screen.getByText('2017 年 9 月')).toBeTruthy();
    expect(screen.queryByText(/\d 日/)).toBeNull();
  });

  it('describes the picture that the office gave', async () => {
    await openArticle({ ...article, cover: { url: '/covers/seminar.jpg', alt: '讲座现场' } });
    expect(screen.getByLabelText('讲座现场')).toBeTruthy();
    expect(screen.queryByText('天津检验检疫局')).toBeNull();
  });

  it('draws a band of its own without a picture', async () => {
    await openArticle();
    expect(screen.getByText('天津检验检疫局')).toBeTruthy();
    expect(screen.getByText('2017 年“质量月”')).toBeTruthy();
  });

  it('leads to the activity it belongs to, if to any', async () => {
    await openArticle();
    fireEvent.click(screen.getByRole('link', { name: /第 13 项 专家讲座/ }));
    expect(stage.opened).toEqual(['/pages/activities/index?line=service&number=13']);
  });

  it('copies its link and says so', async () => {
    await openArticle();
    fireEvent.click(screen.getByRole('button', { name: '复制链接' }));
    await waitFor(() => {
      expect(stage.said).toEqual(['链接已复制']);
    });
    expect(stage.copied).toEqual([`${window.location.origin}/#/pages/article/index?id=seminar`]);
  });

  it('says that it does not exist', async () => {
    stage.answer('article.get', () => refused('not_found', '没有找到您要看的内容。'));
    render(<ArticlePage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到');
    expect(screen.queryByRole('button', { name: '复制链接' })).toBeNull();
  });
});
