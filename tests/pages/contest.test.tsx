import { ok, settled, stage } from '../support/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { TopicList } from '../../src/contract/practice';
import ContestPage from '../../src/pages/contest';

const list: TopicList = {
  topics: [
    { id: 'imported-food', title: '进口食品安全', summary: '看懂中文标签。', questionCount: 14, answeredCount: 8, correctCount: 6 },
    { id: 'quality-basics', title: '质量基础', summary: '标准、计量、认证。', questionCount: 12, answeredCount: 0, correctCount: 0 },
  ],
  questionsPerPractice: 10,
  wrongQuestionCount: 2,
  unfinished: { practiceId: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01', title: '进口食品安全', answeredCount: 3, questionCount: 10 },
};

beforeEach(stage.reset);

describe('the contest tab', () => {
  it('offers to go on with the practice that is not finished', async () => {
    stage.answer('practice.topics', () => ok(list));
    render(<ContestPage />);
    fireEvent.click(await screen.findByRole('link', { name: /接着做：进口食品安全.*已答 3\/10 题/ }));
    expect(stage.opened).toEqual(['/contest/practice/index?id=7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01']);
  });

  it('shows how far each topic has come, and starts it', async () => {
    stage.answer('practice.topics', () => ok(list));
    render(<ContestPage />);
    expect(await screen.findByRole('link', { name: /进口食品安全.*已答 8\/14，答对 6/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: /质量基础.*共 12 题/ }));
    expect(stage.opened).toEqual(['/contest/practice/index?topic=quality-basics']);
  });

  it('says that the network failed, never that there are no topics', async () => {
    render(<ContestPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('题目还在准备')).toBeNull();
    stage.answer('practice.topics', () => ok(list));
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('link', { name: /质量基础/ })).toBeTruthy();
  });

  it('reads the progress again when it comes back into view, keeping the list on the screen meanwhile', async () => {
    stage.answer('practice.topics', () => ok(list));
    render(<ContestPage />);
    await screen.findByRole('link', { name: /质量基础/ });
    stage.answer('practice.topics', () => ok({ ...list, unfinished: null }));
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    expect(screen.getByRole('link', { name: /接着做/ })).toBeTruthy();
    expect(screen.queryByRole('status', { name: '正在加载' })).toBeNull();
    await screen.findByRole('link', { name: /质量基础/ });
    await settled();
    expect(screen.queryByRole('link', { name: /接着做/ })).toBeNull();
  });
});
