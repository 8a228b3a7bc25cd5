import { ok, refused, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { BoardRow, BoardView } from '../../../src/contract/contest/board';
import BoardPage from '../../../src/contest/board';

const boardRow: BoardRow = { rank: 1, name: '张**', score: 96, correctCount: 19, usedMs: 372_400, memberCount: null, mine: false };

const boardView: BoardView = {
  title: '“质量月”知识竞赛',
  boards: ['people', 'enterprises', 'offices', 'groups'],
  questionCount: 20,
  teams: { best: 10, minimum: 5 },
  rows: [boardRow, { ...boardRow, rank: 2, name: '参赛者 3f9a', score: 92, correctCount: 18, usedMs: 41_000 }],
  nextCursor: null,
  total: 2,
  countedAt: null,
  own: null,
  hidden: null,
};

async function openBoard(view: BoardView = boardView) {
  stage.answer('contest.board', () => ok(view));
  render(<BoardPage />);
  await screen.findByRole('list');
}

beforeEach(stage.reset);

describe('the board', () => {
  it('shows rank, points, correctness and time apart', async () => {
    await openBoard();
    const [first, second] = screen.getAllByRole('listitem');
    expect(first?.textContent).toBe('1张**答对 19/20用时 6 分 12 秒96分');
    expect(second?.textContent).toBe('2参赛者 3f9a答对 18/20用时 41 秒92分');
    expect(screen.getByText('先比得分，得分相同的比用时，再相同的先交卷在前。')).toBeTruthy();
  });

  it('pins one’s own place on top, however far down it is', async () => {
    await openBoard({ ...boardView, total: 1_000_000, own: { ...boardRow, rank: 345_678, name: '王**', mine: true } });
    expect(screen.getByText('第 345678 名')).toBeTruthy();
    expect(screen.getByText('王**')).toBeTruthy();
    expect(screen.getByText('共 1000000 人')).toBeTruthy();
  });

  it('marks one’s own row in the list', async () => {
    const mine = { ...boardRow, mine: true };
    await openBoard({ ...boardView, rows: [mine], own: mine });
    expect(screen.getByText('张**（我）')).toBeTruthy();
  });

  it('says how one comes onto it', async () => {
    await openBoard();
    expect(screen.getByText(/您还没有上榜的成绩/)).toBeTruthy();
  });

  it('orders people by correctness or by time', async () => {
    await openBoard();
    fireEvent.click(screen.getByRole('radio', { name: '用时' }));
    expect(await screen.findByText('成绩合格的人里，用时短的在前。')).toBeTruthy();
    expect(stage.sentTo('contest.board').map(({ input }) => input)).toEqual([
      { kind: 'people', order: 'overall' },
      { kind: 'people', order: 'fastest' },
    ]);
  });

  it('explains how a team is counted, and when it was', async () => {
    stage.params = { kind: 'enterprises' };
    const team = { ...boardRow, name: '天津示例食品有限公司', score: 88.5, correctCount: null, memberCount: 12 };
    await openBoard({ ...boardView, rows: [team], total: 1, countedAt: '2017-09-07T10:05:00+08:00' });
    expect(screen.getByText('取成绩最好的 10 人计算平均分和平均用时，有成绩的人不足 5 人的不显示。')).toBeTruthy();
    expect(screen.getByRole('listitem').textContent).toBe('1天津示例食品有限公司12 人有成绩平均用时 6 分 12 秒88.5平均分');
    expect(screen.getByText('共 1 家企业上榜，9 月 7 日 10:05 统计。')).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('offers the boards that there are, and no others', async () => {
    await openBoard({ ...boardView, boards: ['people', 'offices'] });
    expect(within(screen.getByRole('tablist')).getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['个人', '单位']);
  });

  it('forgets the answer to a board that is no longer chosen', async () => {
    await openBoard();
    const late: ((view: BoardView) => void)[] = [];
    stage.answer('contest.board', ({ kind }) =>
      kind === 'offices'
        ? new Promise((done) => {
            late.push((view) => {
              done(ok(view));
            });
          })
        : ok(boardView),
    );
    fireEvent.click(screen.getByRole('tab', { name: '单位' }));
    fireEvent.click(screen.getByRole('tab', { name: '个人' }));
    await screen.findByRole('list');
    await act(async () => {
      late[0]?.({ ...boardView, total: 77 });
      await Promise.resolve();
    });
    expect(screen.getByText('共 2 人有成绩，榜单列出前 100 名。')).toBeTruthy();
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('个人');
  });

  it('says why it is hidden as yet', async () => {
    stage.answer('contest.board', () => ok({ ...boardView, rows: [], hidden: '竞赛结束后公布榜单。' }));
    render(<BoardPage />);
    expect(await screen.findByText('竞赛结束后公布榜单。')).toBeTruthy();
    expect(screen.queryByText('还没有上榜的成绩')).toBeNull();
  });

  it('invites when nobody is on it', async () => {
    stage.answer('contest.board', () => ok({ ...boardView, rows: [], total: 0 }));
    render(<BoardPage />);
    fireEvent.click(await screen.findByRole('button', { name: '去看竞赛' }));
    expect(stage.opened).toEqual(['/contest/lobby/index']);
  });

  it('does not take a failure for an empty board', async () => {
    stage.answer('contest.board', () => refused('unavailable', '服务暂时繁忙，请稍后重试。'));
    render(<BoardPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('服务暂时繁忙');
    expect(screen.queryByText('还没有上榜的成绩')).toBeNull();
  });

  it('gives a share card that opens the same board', async () => {
    stage.params = { kind: 'groups' };
    await openBoard();
    expect(stage.shared()).toEqual({ title: '“质量月”知识竞赛：微信群榜单', path: '/contest/board/index?kind=groups' });
  });
});
