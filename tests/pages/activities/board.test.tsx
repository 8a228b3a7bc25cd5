import { ok, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import BoardPage from '../../../src/activities/board';
import type { BoardRow, BoardView } from '../../../src/contract/activity/board';
import { lines } from './sample-activity';

const rowOf = (changes: Partial<BoardRow>, { id, number, title, shortTitle }: BoardRow): BoardRow => ({
  id,
  number,
  title,
  shortTitle,
  state: 'running',
  evidenceCount: 2,
  lastHappenedOn: '2017-09-04',
  evidence: { id: `news-${number}`, kind: 'news', title: `第 ${number} 项的动态`, happenedOn: '2017-09-04', month: '2017-09' },
  quietDays: null,
  ...changes,
});

const board = (changes: Partial<BoardRow> = {}): BoardView => ({
  clock: { now: '2017-09-07T09:00:00+08:00', demo: true },
  campaignName: '2017 年“质量月”',
  lines: lines.map(({ id, name, summary, activities }) => ({ id, name, summary, activities: activities.map((activity) => rowOf(changes, { ...activity, evidence: null, quietDays: null })) })),
  counts: { 'not-started': 0, preparing: 0, running: 20, ended: 0 },
});

async function openBoard(view: BoardView = board()) {
  stage.answer('board.get', () => ok(view));
  render(<BoardPage />);
  await screen.findByRole('heading', { level: 2, name: '质量宣传' });
}

beforeEach(stage.reset);

describe('the board', () => {
  it('shows four lines and twenty activities, each with its state and latest evidence', async () => {
    await openBoard();
    expect(screen.getAllByRole('heading', { level: 2 }).slice(0, 4).map(({ textContent }) => textContent)).toEqual(['质量宣传', '重点整治', '质量服务', '品牌提升']);
    expect(screen.getAllByText('公开内容 2 条，最近一次 9 月 4 日')).toHaveLength(20);
    expect(screen.getByText('2017 年“质量月”，截至 2017 年 9 月 7 日 09:00')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: /^7 实验室开放日/ }));
    fireEvent.click(screen.getByRole('link', { name: '第 7 项的动态' }));
    expect(stage.opened).toEqual(['/activities/activity/index?id=activity-7', '/pages/article/index?id=news-7']);
  });

  it('says how long nothing new came to staff alone', async () => {
    await openBoard();
    expect(screen.queryByText(/天没有新内容/)).toBeNull();
  });

  it('says to staff how long nothing new came, and nothing about what is new today', async () => {
    await openBoard(board({ quietDays: 3 }));
    expect(screen.getAllByText('3 天没有新内容')).toHaveLength(20);
  });

  it('keeps quiet about what is new today', async () => {
    await openBoard(board({ quietDays: 0 }));
    expect(screen.queryByText(/天没有新内容/)).toBeNull();
  });

  it('says honestly that nothing is public yet', async () => {
    await openBoard(board({ state: 'preparing', evidence: null, evidenceCount: 0, lastHappenedOn: null }));
    expect(screen.getAllByText('还没有公开的内容')).toHaveLength(20);
  });

  it('names no day where the office gave none', async () => {
    await openBoard(board({ lastHappenedOn: null }));
    expect(screen.getAllByText('公开内容 2 条')).toHaveLength(20);
  });

  it('gives the same as open data', async () => {
    await openBoard();
    const files = screen.getAllByRole('link', { name: /^下载/ }).map((link) => link.getAttribute('href'));
    expect(files).toEqual(['/open-data/activities.json', '/open-data/activities.csv']);
  });
});
