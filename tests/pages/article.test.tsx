import { ok, refused, stage } from '../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReadArticle } from '../../src/contract/reading';
import ArticlePage from '../../src/pages/article';
import { article as row, noDetails } from './sample-article';

const article: ReadArticle = {
  ...row,
  officeFullName: '东港检验检疫局',
  place: '东疆保税港区',
  activity: { id: 'seminars', number: 13, title: '专家讲座' },
  cover: null,
  details: noDetails,
  tags: [],
  blocks: [
    { kind: 'heading', level: 2, spans: [{ text: '讲了什么' }] },
    { kind: 'heading', level: 3, spans: [{ text: '细说' }] },
    { kind: 'paragraph', spans: [{ text: '讲座讲' }, { text: '同线同标同质', strong: true }, { text: '。' }] },
    { kind: 'quote', spans: [{ text: '质量是企业的生命。' }] },
    { kind: 'list', ordered: true, items: [[{ text: '先听讲' }], [{ text: '再提问' }]] },
    { kind: 'list', ordered: false, inner: true, items: [[{ text: '免费' }]] },
    { kind: 'list', ordered: true, start: 3, items: [[{ text: '带回去' }]] },
    { kind: 'paragraph', spans: [{ text: '见' }, { text: '活动', link: '/pages/activities/index?line=brand' }, { text: '和' }, { text: '官网', strong: true, link: 'https://www.example.gov.cn/' }] },
    { kind: 'picture', url: '/pictures/a-750.webp', full: '/pictures/a-1125.webp', alt: '讲座现场', width: 1200, height: 800 },
    { kind: 'table', header: [[{ text: '项' }], [{ text: '数' }]], rows: Array.from({ length: 21 }, (_, index) => [[{ text: `第 ${index + 1} 项` }], [{ text: '一' }]]) },
  ],
  organiser: '天津检验检疫局',
  campaignName: '2017 年“质量月”',
  related: [],
  readers: 0,
};

async function openArticle(view: ReadArticle = article) {
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
    expect(screen.getByText('带回去').parentElement?.textContent).toBe('3.带回去');
    expect(screen.getByRole('heading', { level: 4, name: '细说' })).toBeTruthy();
  });

  it('leads to pages of the app and to other sites', async () => {
    const openWindow = jest.spyOn(window, 'open').mockReturnValue(null);
    await openArticle();
    fireEvent.click(screen.getByRole('link', { name: '活动' }));
    expect(stage.opened).toEqual(['/pages/activities/index?line=brand']);
    fireEvent.click(screen.getByRole('link', { name: '官网' }));
    expect(openWindow.mock.calls).toEqual([['https://www.example.gov.cn/', '_blank', 'noopener,noreferrer']]);
    openWindow.mockRestore();
  });

  it('shows a picture by its words, and larger when it is pressed', async () => {
    const openWindow = jest.spyOn(window, 'open').mockReturnValue(null);
    await openArticle();
    fireEvent.click(screen.getByRole('button', { name: '查看大图：讲座现场' }));
    expect(openWindow.mock.calls).toEqual([['/pictures/a-1125.webp', '_blank', 'noopener']]);
    openWindow.mockRestore();
  });

  it('shows the rest of a long table when it is wanted', async () => {
    await openArticle();
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['项', '数']);
    expect(screen.getAllByRole('row')).toHaveLength(21);
    fireEvent.click(screen.getByRole('button', { name: '显示全部 21 行' }));
    expect(screen.getAllByRole('row')).toHaveLength(22);
    expect(screen.getByText('第 21 项')).toBeTruthy();
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
    expect(stage.opened).toEqual(['/activities/activity/index?id=seminars']);
  });

  it('leads from an advisory to the practice of its topic, and from nothing else', async () => {
    await openArticle({ ...article, kind: 'advisory', details: { ...noDetails, topicId: 'imported-food' } });
    fireEvent.click(screen.getByRole('link', { name: /做一组这个专题的练习/ }));
    expect(stage.opened).toEqual(['/contest/practice/index?topic=imported-food']);
  });

  it.each<[string, Partial<ReadArticle>]>([
    ['an advisory without a topic', { kind: 'advisory' }],
    ['news', { details: { ...noDetails, topicId: 'imported-food' } }],
  ])('offers no practice with %s', async (_, changes) => {
    await openArticle({ ...article, ...changes });
    expect(screen.queryByRole('link', { name: /练习/ })).toBeNull();
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
