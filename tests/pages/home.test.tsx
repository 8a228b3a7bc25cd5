import { ok, refused, settled, stage } from '../support/taro/taro';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { CampaignView, HomeView, LineId, LineView } from '../../src/contract/campaign';
import HomePage from '../../src/pages/home';
import { article } from './sample-article';

const campaign: CampaignView = {
  id: 'tianjin-2017',
  year: 2017,
  name: '2017 年“质量月”',
  organiser: '天津检验检疫局',
  theme: '大力提升质量，建设质量强国',
  themeLines: ['大力提升质量', '建设质量强国'],
  introduction: '',
  fourOnes: [{ title: '一次讲座', summary: '请专家讲一讲。' }],
  startsOn: '2017-09-01',
  endsOn: '2017-09-30',
  phase: 'running',
  dayNumber: 7,
  dayCount: 30,
  archiveNote: null,
};

const line = (id: LineId, name: string, from: number): LineView => ({
  id,
  name,
  summary: `${name}的说明`,
  activities: Array.from({ length: 5 }, (_, index) => ({ id: `${id}-${index}`, number: from + index, shortTitle: '活动' })),
});

const home = (changes: Partial<CampaignView> = {}): HomeView => ({
  clock: { now: '2017-09-07T09:00:00+08:00', demo: false },
  campaign: { ...campaign, ...changes },
  lines: [line('publicity', '宣传类', 1), line('rectification', '整治类', 6), line('service', '服务类', 11), line('brand', '品牌类', 16)],
  requests: { open: true, title: '请专家上门', answerWithin: 5 },
  articles: [article],
  pinnedCount: 0,
});

async function openHome(view: HomeView = home()) {
  stage.answer('home.get', () => ok(view));
  render(<HomePage />);
  await screen.findByRole('heading', { level: 1 });
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('link', { name }));

beforeEach(stage.reset);

describe('the home page', () => {
  it('shows the campaign out of one answer', async () => {
    await openHome();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('大力提升质量建设质量强国');
    expect(screen.getByText('天津检验检疫局 · 2017 年“质量月”')).toBeTruthy();
    expect(stage.sent).toHaveLength(1);
  });

  it('marks the news that are pinned', async () => {
    await openHome({ ...home(), articles: [{ ...article, id: 'pinned', title: '置顶的一条' }, article], pinnedCount: 1 });
    expect(screen.getByRole('link', { name: /置顶的一条/ }).textContent).toContain('置顶服务类');
    expect(screen.getAllByText('置顶')).toHaveLength(1);
  });

  it('says in a sentence which day it is, and keeps the drawing of it from screen readers', async () => {
    await openHome();
    expect(screen.getByText('今天是 9 月 7 日，活动第 7 天')).toBeTruthy();
    const ruler = document.querySelector('[aria-hidden="true"]');
    expect(ruler?.children).toHaveLength(30);
    expect(ruler?.textContent).toBe('');
  });

  it('leads to each line with the number of its activities', async () => {
    await openHome();
    press(/服务类.*5 项/);
    expect(stage.opened).toEqual(['/pages/activities/index?line=service']);
  });

  it('leads to each of the twenty activities', async () => {
    await openHome();
    expect(screen.getByRole('heading', { name: '4 类 20 项活动' })).toBeTruthy();
    expect(screen.getAllByRole('link', { name: /^\d+ 活动$/ })).toHaveLength(20);
    press('20 活动');
    expect(stage.opened).toEqual(['/activities/activity/index?id=brand-4']);
  });

  it('leads to the latest news and to all of it', async () => {
    await openHome();
    press(/质量月专题讲座开讲/);
    press('全部资讯');
    expect(stage.opened).toEqual(['/pages/article/index?id=seminar', '/pages/news/index']);
  });

  it('says how long an answer takes while requests are open', async () => {
    await openHome();
    expect(screen.getByRole('link', { name: /请专家上门.*5 个工作日内答复/ })).toBeTruthy();
  });

  it('is an archive once the campaign is over: says so and offers the way of requests, no new ones', async () => {
    await openHome({
      ...home({ phase: 'archive', dayNumber: null, archiveNote: '这里保存着 2017 年的活动。' }),
      requests: { open: false, title: '请专家上门', answerWithin: 5 },
    });
    expect(screen.getByText('这里保存着 2017 年的活动。')).toBeTruthy();
    expect(screen.getByText('2017 年 9 月 1 日至 9 月 30 日，活动已经结束')).toBeTruthy();
    expect(screen.getByRole('link', { name: /请专家上门.*查看办理进度/ })).toBeTruthy();
  });

  it('says before the campaign when it begins and ends', async () => {
    await openHome(home({ phase: 'before', dayNumber: null }));
    expect(screen.getByText('9 月 1 日开始，到 9 月 30 日结束')).toBeTruthy();
  });

  it('says which day the demo shows, and only in the demo', async () => {
    await openHome();
    expect(screen.queryByText(/演示环境/)).toBeNull();
    stage.answer('home.get', () => ok({ ...home(), clock: { now: '2017-09-07T01:30:00Z', demo: true } }));
    act(() => {
      stage.happen('pullDownRefresh');
    });
    expect(await screen.findByText('演示环境，当前按 2017 年 9 月 7 日 09:30 显示')).toBeTruthy();
  });

  it('says that it could not be read, and reads it again', async () => {
    stage.answer('home.get', () => refused('unavailable', '服务暂时繁忙，请稍后重试。'));
    render(<HomePage />);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('服务暂时繁忙');
    stage.answer('home.get', () => ok(home()));
    fireEvent.click(within(alert).getByRole('button', { name: '重试' }));
    expect(await screen.findByText(/活动第 7 天/)).toBeTruthy();
  });

  it('keeps what it shows when it is pulled down without a network', async () => {
    await openHome();
    stage.goOffline('home.get');
    act(() => {
      stage.happen('pullDownRefresh');
    });
    expect(stage.refreshing).toBe(true);
    await settled();
    expect(screen.getByText(/活动第 7 天/)).toBeTruthy();
    expect(stage.refreshing).toBe(false);
  });

  it('carries the theme on its share card', async () => {
    await openHome();
    expect(stage.shared()).toEqual({ title: '2017 年“质量月”：大力提升质量，建设质量强国', path: '/pages/home/index' });
  });
});
