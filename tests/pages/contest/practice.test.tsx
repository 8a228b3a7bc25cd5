import { ok, refused, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import PracticePage from '../../../src/contest/practice';
import type { AnswerView, PracticeQuestion, PracticeView } from '../../../src/contract/practice';

const PRACTICE = '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01';
const source = { title: '《中华人民共和国食品安全法》（2015 年修订）', article: '第九十七条', note: null };

const right: AnswerView = { chosen: [1], correct: true, key: [1], explanation: '进口的预包装食品应当有中文标签。', source };
const wrong: AnswerView = { ...right, chosen: [0], correct: false };

const single: PracticeQuestion = { id: 'q-1', type: 'single', stem: '标签应当用哪种文字？', options: ['英文', '中文'], answer: null };
const multiple: PracticeQuestion = { id: 'q-2', type: 'multiple', stem: '标签应当载明什么？', options: ['原产地', '代理商', '广告语'], answer: null };

const practice = (...questions: PracticeQuestion[]): PracticeView => ({
  id: PRACTICE,
  topicId: 'imported-food',
  dailyOn: null,
  title: '进口食品安全',
  questions,
  answeredCount: questions.filter(({ answer }) => answer !== null).length,
  correctCount: questions.filter(({ answer }) => answer?.correct).length,
});

const answered = (answer: AnswerView) => ok({ answer, answeredCount: 1, correctCount: answer.correct ? 1 : 0, questionCount: 2 });

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));

beforeEach(() => {
  stage.reset();
  stage.params = { topic: 'imported-food' };
  stage.answer('practice.start', () => ok(practice(single, multiple)));
});

describe('a practice', () => {
  it('starts from the topic that the address names', async () => {
    render(<PracticePage />);
    expect(await screen.findByRole('heading', { name: '标签应当用哪种文字？' })).toBeTruthy();
    expect(stage.sentTo('practice.start')).toMatchObject([{ input: { from: 'topic', topicId: 'imported-food' } }]);
    expect(screen.getByText('第 1 题 / 共 2 题 · 单选')).toBeTruthy();
  });

  it('draws the check of a lesson, and leads back to the lesson', async () => {
    stage.params = { lesson: 'first-lesson' };
    stage.answer('practice.start', () => ok(practice({ ...single, answer: right })));
    render(<PracticePage />);
    fireEvent.click(await screen.findByRole('button', { name: '回到课程' }));
    press('再练一次');
    await waitFor(() => {
      expect(stage.sentTo('practice.start')).toHaveLength(2);
    });
    for (const { input } of stage.sentTo('practice.start')) expect(input).toEqual({ from: 'lesson', articleId: 'first-lesson' });
    expect(stage.opened).toEqual(['/activities/lesson/index?id=first-lesson']);
  });

  it('goes on where it was left, with the answers given', async () => {
    stage.params = { id: PRACTICE };
    stage.answer('practice.get', () => ok(practice({ ...single, answer: wrong }, multiple)));
    render(<PracticePage />);
    expect(await screen.findByText('第 2 题 / 共 2 题 · 多选，可选几项')).toBeTruthy();
    press('上一题');
    expect(screen.getByText('答错了，正确答案是 B')).toBeTruthy();
  });

  it('shows the explanation only after the answer', async () => {
    stage.answer('practice.answer', () => answered(wrong));
    render(<PracticePage />);
    await screen.findByText(single.stem);
    expect(screen.queryByText(/应当有中文标签/)).toBeNull();
    choose(/英文/);
    press('提交答案');
    expect(await screen.findByText('答错了，正确答案是 B')).toBeTruthy();
    expect(screen.getByText(/应当有中文标签/)).toBeTruthy();
    expect(screen.getByText(/依据：《中华人民共和国食品安全法》（2015 年修订）第九十七条/)).toBeTruthy();
    expect(screen.getByRole('radio', { name: /英文.*选错了/ })).toBeTruthy();
    expect(screen.getByRole('radio', { name: /中文.*正确答案/ })).toBeTruthy();
  });

  it('takes no other choice once answered', async () => {
    stage.answer('practice.answer', () => answered(right));
    render(<PracticePage />);
    await screen.findByText(single.stem);
    choose(/中文/);
    press('提交答案');
    await screen.findByText('答对了');
    choose(/英文/);
    expect(screen.getByRole('radio', { name: /中文/ }).getAttribute('aria-checked')).toBe('true');
  });

  it('sends nothing before a choice is made', async () => {
    render(<PracticePage />);
    await screen.findByText(single.stem);
    press('提交答案');
    expect(stage.sentTo('practice.answer')).toEqual([]);
  });

  it('keeps the choice when the network fails and counts it once', async () => {
    render(<PracticePage />);
    await screen.findByText(single.stem);
    choose(/中文/);
    press('提交答案');
    expect((await screen.findByRole('alert')).textContent).toContain('您的选择还在');
    expect(screen.getByRole('radio', { name: /中文/ }).getAttribute('aria-checked')).toBe('true');
    stage.answer('practice.answer', () => answered(right));
    press('重试');
    await screen.findByText('答对了');
    const [first, second] = stage.sentTo('practice.answer');
    expect(second).toEqual(first);
    expect(first?.key).toBeTruthy();
  });

  it('takes several options of a multiple choice, and gives one back', async () => {
    stage.params = { id: PRACTICE };
    stage.answer('practice.get', () => ok(practice(multiple)));
    stage.answer('practice.answer', () => answered({ ...right, chosen: [0, 1], key: [0, 1] }));
    render(<PracticePage />);
    await screen.findByText(multiple.stem);
    for (const name of [/广告语/, /代理商/, /原产地/, /广告语/]) fireEvent.click(screen.getByRole('checkbox', { name }));
    press('提交答案');
    await screen.findByText('答对了');
    expect(stage.sentTo('practice.answer')).toMatchObject([{ input: { chosen: [0, 1] } }]);
  });

  it('says which right option of a multiple choice was left out', async () => {
    stage.params = { id: PRACTICE };
    stage.answer('practice.get', () => ok(practice({ ...multiple, answer: { ...wrong, chosen: [0], key: [1, 0] } }, single)));
    render(<PracticePage />);
    await screen.findByText(single.stem);
    press('上一题');
    expect(screen.getByRole('checkbox', { name: /代理商.*应选未选/ })).toBeTruthy();
    expect(screen.getByText('答错了，正确答案是 A、B')).toBeTruthy();
  });

  it('keeps a choice not sent yet while one looks back', async () => {
    stage.params = { id: PRACTICE };
    stage.answer('practice.get', () => ok(practice({ ...single, answer: right }, multiple)));
    render(<PracticePage />);
    await screen.findByText(multiple.stem);
    fireEvent.click(screen.getByRole('checkbox', { name: /原产地/ }));
    press('上一题');
    press('下一题');
    expect(screen.getByRole('checkbox', { name: /原产地/ }).getAttribute('aria-checked')).toBe('true');
  });

  it('ends with the result, from which each question can be looked at', async () => {
    stage.params = { topic: 'imported-food' };
    stage.answer('practice.start', () => ok(practice(single)));
    stage.answer('practice.answer', () => answered(wrong));
    render(<PracticePage />);
    await screen.findByText(single.stem);
    choose(/英文/);
    press('提交答案');
    await screen.findByText(/^答错了/);
    press('看结果');
    expect(screen.getByRole('alert').textContent).toContain('答对 0 / 1');
    press(/1\. 标签应当用哪种文字/);
    expect(screen.getByText('答错了，正确答案是 B')).toBeTruthy();
    press('看结果');
    press('再练一次');
    await waitFor(() => {
      expect(stage.sentTo('practice.start')).toHaveLength(2);
    });
    const [first, second] = stage.sentTo('practice.start');
    expect(second?.key).not.toBe(first?.key);
    await screen.findByRole('button', { name: '提交答案' });
  });

  it.each([
    ['imported-food', { from: 'topic', topicId: 'imported-food' }],
    [null, { from: 'wrong-questions' }],
  ])('draws again from where a practice gone on with was drawn (topic %s)', async (topicId, input) => {
    stage.params = { id: PRACTICE };
    stage.answer('practice.get', () => ok({ ...practice({ ...single, answer: right }), topicId }));
    render(<PracticePage />);
    await screen.findByRole('button', { name: '再练一次' });
    press('再练一次');
    await screen.findByRole('button', { name: '提交答案' });
    expect(stage.sentTo('practice.start')).toMatchObject([{ input }]);
  });

  it.each([
    ['right', right, '这一天的题答对了。'],
    ['wrong', wrong, '这一天的题答错了，已收进错题本，明天起可以复习。'],
  ])('of the day is one question, which is not asked again (%s)', async (_, answer, words) => {
    stage.params = { from: 'daily' };
    stage.answer('practice.start', () => ok({ ...practice(single), title: '每日一题', dailyOn: '2017-09-07' }));
    stage.answer('practice.answer', () => answered(answer));
    render(<PracticePage />);
    expect(await screen.findByText('第 1 题 / 共 1 题 · 单选')).toBeTruthy();
    expect(stage.sentTo('practice.start')).toMatchObject([{ input: { from: 'daily' } }]);
    choose(/中文/);
    press('提交答案');
    await screen.findByText(/^答[对错]了/);
    press('看结果');
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '再练一次' })).toBeNull();
    press('选专题练习');
    expect(stage.opened).toEqual(['/pages/contest/index']);
  });

  it('is over for today after the question of the day', async () => {
    stage.params = { from: 'daily' };
    stage.answer('practice.start', () => ok({ ...practice({ ...single, answer: right }), dailyOn: '2017-09-07' }));
    render(<PracticePage />);
    await screen.findByText('答对 1 / 1');
    expect(stage.sentTo('practice.start')).toMatchObject([{ input: { from: 'daily' } }]);
    expect(screen.queryByRole('button', { name: '再练一次' })).toBeNull();
    press('选专题练习');
    expect(stage.opened).toEqual(['/pages/contest/index']);
  });

  it('says why it could not start, and tries again with the same key', async () => {
    stage.answer('practice.start', () => refused('unavailable', '服务暂时繁忙，请稍后重试。'));
    render(<PracticePage />);
    expect((await screen.findByRole('alert')).textContent).toContain('服务暂时繁忙');
    stage.answer('practice.start', () => ok(practice(single)));
    press('重试');
    await screen.findByText(single.stem);
    const [first, second] = stage.sentTo('practice.start');
    expect(second).toEqual(first);
  });

  it('leads to the topics when the address names nothing', async () => {
    stage.params = {};
    render(<PracticePage />);
    await screen.findByText('没有找到这次练习');
    press('选专题');
    expect(stage.opened).toEqual(['/pages/contest/index']);
    expect(stage.sent).toEqual([]);
  });
});
