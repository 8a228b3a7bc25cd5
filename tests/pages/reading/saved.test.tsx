import { ok, refused, settled, stage } from '../../support/taro/taro';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import LessonPage from '../../../src/activities/lesson';
import type { ReadArticle } from '../../../src/contract/reading';
import ArticlePage from '../../../src/pages/article';
import { MOST_SAVED, saveArticle, savedRows } from '../../../src/platform/reading/saved';
import SavedPage from '../../../src/reading/saved';
import { readArticle } from './sample';

const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent).join(' ');
const titles = () => savedRows().map(({ title }) => title);

async function openArticle(view?: ReadArticle) {
  cleanup();
  stage.params = { id: 'seminar' };
  if (view !== undefined) stage.answer('article.get', () => ok(view));
  render(<ArticlePage />);
  await settled();
}

const now = new Date('2017-09-07T01:00:00Z');
const saveMany = (count: number) => {
  for (let number = 1; number <= count; number += 1) saveArticle(readArticle({ id: `article-${number}`, title: `第 ${number} 篇` }), now);
};
const long = 'x'.repeat(250_000);

beforeEach(stage.reset);

describe('an article saved on this device', () => {
  it('is read without the network, in words, with when it was saved', async () => {
    await openArticle(readArticle());
    await press('收藏（离线可看）');
    expect(stage.said).toEqual(['已收藏，没有网络也能看文字']);
    stage.goOffline('article.get');
    await openArticle();
    expect(screen.getByRole('heading', { level: 2, name: '质量月专题讲座开讲' })).toBeTruthy();
    expect(alerts()).toMatch(/没有连上服务.*这是离线保存的内容，保存于 \d{4} 年 \d+ 月 \d+ 日 \d\d:\d\d，不含图片。/);
    expect(screen.getByText('［图片没有保存：讲座现场］')).toBeTruthy();
    expect(screen.queryByText('另一场讲座')).toBeNull();
    expect(screen.queryByText('7 人读过')).toBeNull();
    stage.answer('article.get', () => ok(readArticle()));
    await press('重试');
    expect(alerts()).toBe('');
    expect(screen.getByText('7 人读过')).toBeTruthy();
  });

  it('is given up where it was saved', async () => {
    await openArticle(readArticle());
    await press('收藏（离线可看）');
    await press('已收藏，点击取消');
    expect(savedRows()).toEqual([]);
    stage.goOffline('article.get');
    await openArticle();
    expect(alerts()).toContain('没有连上服务');
    expect(screen.queryByRole('heading', { level: 2, name: '质量月专题讲座开讲' })).toBeNull();
  });

  it('says in the server’s words that it was withdrawn since, and can be given up', async () => {
    saveArticle(readArticle(), now);
    stage.answer('article.get', () => refused('not_found', '这篇文章已于 9 月 6 日撤下，原因：数据有误'));
    await openArticle();
    expect(alerts()).toBe('这篇文章已于 9 月 6 日撤下，原因：数据有误。这是离线保存的内容，保存于 2017 年 9 月 7 日 09:00，不含图片。内容可能已经失效。');
    await press('取消收藏');
    expect(savedRows()).toEqual([]);
    expect(screen.queryByRole('heading', { level: 2, name: '质量月专题讲座开讲' })).toBeNull();
  });

  it('is brought up to date when the article has changed, but not for another number of readers', async () => {
    saveArticle(readArticle(), now);
    await openArticle(readArticle({ readers: 9, related: [] }));
    expect(screen.queryByRole('button', { name: '更新收藏' })).toBeNull();
    await openArticle(readArticle({ blocks: [{ kind: 'paragraph', spans: [{ text: '讲座改期。' }] }] }));
    expect(screen.getByText('讲座改期。')).toBeTruthy();
    await press('更新收藏');
    expect(screen.queryByRole('button', { name: '更新收藏' })).toBeNull();
    stage.goOffline('article.get');
    await openArticle();
    expect(screen.getByText('讲座改期。')).toBeTruthy();
    expect(titles()).toHaveLength(1);
  });

  it('is a lesson too, whose progress is not known then', async () => {
    saveArticle(readArticle({ kind: 'lesson', title: '第一课', details: { section: null, topicId: null, areaId: null, minutes: 3, media: { kind: 'video', url: '/a.mp4' } } }), now);
    stage.params = { id: 'seminar' };
    render(<LessonPage />);
    await settled();
    expect(screen.getByRole('heading', { level: 2, name: '第一课' })).toBeTruthy();
    expect(alerts()).toContain('这是离线保存的内容');
    expect(screen.queryByRole('button', { name: '播放视频' })).toBeNull();
  });
});

describe('what can be saved', () => {
  it.each([
    ['too many articles', () => saveMany(MOST_SAVED), readArticle(), '最多收藏 50 篇，请先删除一些'],
    ['one that is too long', () => undefined, readArticle({ summary: long + long }), '这篇文章太长，不能收藏'],
    ['too much', () => Array.from({ length: 7 }, (_, number) => saveArticle(readArticle({ id: `long-${number}`, summary: long }), now)), readArticle({ summary: long }), '收藏的内容太多，请先删除一些'],
  ])('is bounded: %s', async (_, fill, article, words) => {
    fill();
    const before = titles();
    await openArticle(article);
    await press('收藏（离线可看）');
    expect(stage.said).toEqual([words]);
    expect(titles()).toEqual(before);
  });

  it('is nothing where the device keeps nothing', async () => {
    await openArticle(readArticle());
    stage.storageBroken = true;
    await press('收藏（离线可看）');
    expect(stage.said).toEqual(['这台设备没有保存成功，请先清理存储空间']);
    expect(screen.getByRole('button', { name: '收藏（离线可看）' })).toBeTruthy();
  });
});

describe('the list of what is saved', () => {
  it('says where articles are saved while there are none', () => {
    render(<SavedPage />);
    expect(screen.getByText('还没有收藏')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '清空收藏' })).toBeNull();
  });

  it('opens each where its kind is read, the latest first, without a call', () => {
    saveArticle(readArticle({ id: 'news', title: '一条资讯' }), now);
    saveArticle(readArticle({ id: 'lesson', kind: 'lesson', title: '一门课' }), now);
    render(<SavedPage />);
    const links = screen.getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual(['一门课东港局 · 保存于 2017 年 9 月 7 日', '一条资讯东港局 · 保存于 2017 年 9 月 7 日']);
    for (const link of links) fireEvent.click(link);
    expect(stage.opened).toEqual(['/activities/lesson/index?id=lesson', '/pages/article/index?id=news']);
    expect(stage.sent).toEqual([]);
  });

  it('loses one of them, or all after asking, and nothing else of the device', async () => {
    localStorage.setItem('elder', 'true');
    saveMany(3);
    render(<SavedPage />);
    await press('删除《第 2 篇》');
    expect(titles()).toEqual(['第 3 篇', '第 1 篇']);
    stage.saysYes = false;
    await press('清空收藏');
    expect(titles()).toHaveLength(2);
    stage.saysYes = true;
    await press('清空收藏');
    expect(stage.asked).toEqual(['清空收藏', '清空收藏']);
    expect(screen.getByText('还没有收藏')).toBeTruthy();
    expect(Object.keys(localStorage)).toEqual(['elder']);
  });
});
