import { ok, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ContestBrief } from '../../../src/contract/contest/contest';
import type { TopicList } from '../../../src/contract/practice';
import ContestPage from '../../../src/pages/contest';
import { attemptId, brief } from './sample-contest';

const practice: TopicList = {
  topics: [
    { id: 'imported-food', title: '进口食品安全', summary: '看懂中文标签。', questionCount: 14, answeredCount: 8, correctCount: 6 },
    { id: 'quality-basics', title: '质量基础', summary: '标准、计量、认证。', questionCount: 12, answeredCount: 0, correctCount: 0 },
  ],
  questionsPerPractice: 10,
  wrongQuestionCount: 2,
  dueCount: 1,
  daily: { answered: false, correct: null, streakDays: 3 },
  unfinished: { practiceId: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01', title: '进口食品安全', answeredCount: 3, questionCount: 10 },
};

const best: ContestBrief['best'] = { attemptId, score: 92, correctCount: 18, usedMs: 372_000, passed: true };

const show = (contest: ContestBrief | null, list = practice) => {
  stage.answer('contest.home', () => ok({ contest, practice: list }));
  render(<ContestPage />);
};

const pressed = async (role: 'button' | 'link', name: string | RegExp) => {
  fireEvent.click(await screen.findByRole(role, { name }));
  return stage.opened;
};

beforeEach(stage.reset);

describe('the contest on the contest tab', () => {
  it('leads to the lobby while it is open, all with one request', async () => {
    show(brief);
    expect(await pressed('button', '开始竞赛')).toEqual(['/contest/lobby/index']);
    expect(screen.getByText('正在进行，9 月 28 日 18:00 截止')).toBeTruthy();
    expect(screen.getByText('20 题 · 15 分钟 · 20 份奖品')).toBeTruthy();
    expect(stage.sent).toHaveLength(1);
  });

  it('leads straight into the attempt that is running', async () => {
    show({ ...brief, openAttemptId: attemptId });
    expect(await pressed('button', '继续答题')).toEqual([`/contest/attempt/index?id=${attemptId}`]);
  });

  it('shows the best result, and invites to better it', async () => {
    show({ ...brief, best });
    expect(await screen.findByText('92 分')).toBeTruthy();
    expect(screen.getByText('我的最好成绩 · 用时 6 分 12 秒')).toBeTruthy();
    expect(screen.getByRole('button', { name: '再答一次' })).toBeTruthy();
  });

  it('says when it opens, and shows no board before', async () => {
    show({ ...brief, phase: 'before' });
    expect(await screen.findByText('9 月 7 日 09:00 开始')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '榜单' })).toBeNull();
  });

  it('leads to results, boards and the fairness page when it is over', async () => {
    show({ ...brief, phase: 'closed', best });
    await pressed('button', '成绩和榜单');
    await pressed('link', '榜单');
    expect(await pressed('link', '公平说明')).toEqual(['/contest/lobby/index', '/contest/board/index', '/contest/fairness/index']);
  });

  it('is left out of a campaign without one', async () => {
    show(null);
    expect(await screen.findByRole('link', { name: /质量基础/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: '公平说明' })).toBeNull();
  });
});

describe('practice on the contest tab', () => {
  it('offers to go on with the practice that is not finished', async () => {
    show(brief);
    expect(await pressed('link', /接着做：进口食品安全.*已答 3\/10 题/)).toEqual(['/contest/practice/index?id=7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01']);
  });

  it('offers the question of the day', async () => {
    show(brief);
    expect(await pressed('link', /每日一题.*今天的题还没有做，已连续 3 天/)).toEqual(['/contest/practice/index?from=daily']);
  });

  it('says how the question of the day went', async () => {
    show(brief, { ...practice, daily: { answered: true, correct: true, streakDays: 1 } });
    expect(await screen.findByRole('link', { name: /每日一题 今天答对了$/ })).toBeTruthy();
  });

  it('says how many wrong questions are due today', async () => {
    show(brief);
    expect(await pressed('link', /错题本.*2 题，今天该复习 1 题/)).toEqual(['/contest/wrong-questions/index']);
  });

  it('shows how far each topic has come, and starts it', async () => {
    show(brief);
    expect(await screen.findByRole('link', { name: /进口食品安全.*已答 8\/14，答对 6/ })).toBeTruthy();
    expect(await pressed('link', /质量基础.*共 12 题/)).toEqual(['/contest/practice/index?topic=quality-basics']);
  });

  it('says that the network failed, never that there are no topics', async () => {
    render(<ContestPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('题目还在准备')).toBeNull();
    stage.answer('contest.home', () => ok({ contest: brief, practice }));
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('link', { name: /质量基础/ })).toBeTruthy();
  });

  it('reads the progress again when it comes back into view, keeping the list on the screen meanwhile', async () => {
    show(brief);
    await screen.findByRole('link', { name: /质量基础/ });
    stage.answer('contest.home', () => ok({ contest: brief, practice: { ...practice, unfinished: null } }));
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    expect(screen.getByRole('link', { name: /接着做/ })).toBeTruthy();
    expect(screen.queryByRole('status', { name: '正在加载' })).toBeNull();
    await settled();
    expect(screen.queryByRole('link', { name: /接着做/ })).toBeNull();
  });
});
