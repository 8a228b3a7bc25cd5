import { ok, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import WrongQuestionsPage from '../../../src/contest/wrong-questions';
import type { WrongQuestion } from '../../../src/contract/practice';

const question = (number: number): WrongQuestion => ({
  id: `q-${number}`,
  topicTitle: '进口食品安全',
  type: 'multiple',
  stem: `第${number}道错题`,
  options: ['原产地', '广告语', '代理商'],
  key: [2, 0],
  explanation: '应当载明原产地和境内代理商。',
  source: { title: '《中华人民共和国食品安全法》', article: '第九十七条', note: null },
  timesWrong: 2,
  dueOn: '2017-09-10',
  due: false,
  rightInARow: 1,
});

const page = (numbers: number[], nextCursor: string | null = null, total = numbers.length) =>
  ok({ questions: numbers.map(question), nextCursor, total, dueCount: 0 });

beforeEach(stage.reset);

describe('the book of wrong questions', () => {
  it('shows each with its right answer, explanation and source', async () => {
    stage.answer('wrong-question.list', () => page([1]));
    render(<WrongQuestionsPage />);
    expect(await screen.findByRole('heading', { name: '第1道错题' })).toBeTruthy();
    expect(screen.getByText('正确答案：原产地；代理商')).toBeTruthy();
    expect(screen.getByText(/依据：《中华人民共和国食品安全法》第九十七条/)).toBeTruthy();
    expect(screen.getByText('错了 2 次')).toBeTruthy();
  });

  it('says when each comes up again, and how many are to be reviewed today', async () => {
    stage.answer('wrong-question.list', () => ok({ questions: [{ ...question(1), due: true, dueOn: '2017-09-05' }, question(2)], nextCursor: null, total: 14, dueCount: 12 }));
    render(<WrongQuestionsPage />);
    expect(await screen.findByText('今天复习')).toBeTruthy();
    expect(screen.getByText('9 月 10 日复习')).toBeTruthy();
    expect(screen.getByText('共 14 题，今天该复习 12 题')).toBeTruthy();
    // As many as one practice has.
    expect(screen.getByRole('button', { name: '复习 10 题' })).toBeTruthy();
  });

  it('says what will come here when it is empty', async () => {
    stage.answer('wrong-question.list', () => page([]));
    render(<WrongQuestionsPage />);
    expect(await screen.findByText('错题本里还没有题')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /复习|练一练/ })).toBeNull();
  });

  it('does not take a failure for an empty book', async () => {
    render(<WrongQuestionsPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('错题本里还没有题')).toBeNull();
  });

  it('goes on to the next page at its end, or by the button', async () => {
    stage.answer('wrong-question.list', ({ cursor }) => (cursor === undefined ? page([1], 'b', 3) : cursor === 'b' ? page([2], 'c', 3) : page([3], null, 3)));
    render(<WrongQuestionsPage />);
    await screen.findByText('第1道错题');
    act(() => {
      stage.happen('reachBottom');
    });
    await screen.findByText('第2道错题');
    fireEvent.click(screen.getByRole('button', { name: '加载更多' }));
    expect(await screen.findByText('第3道错题')).toBeTruthy();
  });

  it('takes a question out and says so, leaving the others', async () => {
    stage.answer('wrong-question.list', () => page([1, 2]));
    stage.answer('wrong-question.remove', () => ok({ total: 1, dueCount: 1 }));
    render(<WrongQuestionsPage />);
    await screen.findByText('第1道错题');
    fireEvent.click(screen.getAllByRole('button', { name: '移出错题本' })[0] as HTMLElement);
    expect((await screen.findByRole('status')).textContent).toBe('已移出：第1道错题');
    expect(stage.sentTo('wrong-question.remove')).toMatchObject([{ input: { questionId: 'q-1' } }]);
    expect(screen.getByRole('heading', { name: '第2道错题' })).toBeTruthy();
    expect(screen.getByText('共 1 题，今天该复习 1 题')).toBeTruthy();
    expect(screen.getByRole('button', { name: '复习 1 题' })).toBeTruthy();
  });

  it('keeps a question that could not be taken out', async () => {
    stage.answer('wrong-question.list', () => page([1]));
    render(<WrongQuestionsPage />);
    await screen.findByText('第1道错题');
    fireEvent.click(screen.getByRole('button', { name: '移出错题本' }));
    expect((await screen.findByRole('alert')).textContent).toContain('没有移出');
    expect(screen.getByRole('heading', { name: '第1道错题' })).toBeTruthy();
  });

  it('reads the book again after a practice of it', async () => {
    stage.answer('wrong-question.list', () => page([1, 2]));
    render(<WrongQuestionsPage />);
    await screen.findByText('第1道错题');
    fireEvent.click(screen.getByRole('button', { name: '提前练一练' }));
    expect(stage.opened).toEqual(['/contest/practice/index?from=wrong-questions']);
    stage.answer('wrong-question.list', () => page([2]));
    act(() => {
      stage.happen('didShow');
    });
    expect(await screen.findByText('共 1 题，今天没有要复习的')).toBeTruthy();
    expect(screen.queryByText('第1道错题')).toBeNull();
  });
});
