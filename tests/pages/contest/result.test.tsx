import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import ResultPage from '../../../src/contest/result';
import type { AppealView, ResultView } from '../../../src/contract/contest/attempt';
import { attemptId, result, resultQuestions } from './sample-contest';

const [first, second, third] = resultQuestions;

const show = async (change: Partial<ResultView> = {}) => {
  stage.params = { id: attemptId };
  stage.answer('contest.result', () => ok({ ...result, ...change }));
  render(<ResultPage />);
  await screen.findByText('逐题回看');
};

const row = (number: number) => screen.getByRole('button', { name: new RegExp(`${number}\\. `) });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(stage.reset);

describe('the result of an attempt', () => {
  it('shows score, pass mark, time and rank', async () => {
    await show();
    expect(screen.getByRole('heading', { name: '8 分' })).toBeTruthy();
    for (const text of ['未合格', '我的最好成绩', '满分 15 分，9 分合格', '1/3 题', '6 分 12 秒', '名次（共 340 人）', '第 12 名']) {
      expect(screen.getByText(text)).toBeTruthy();
    }
  });

  it('says when it will be told, while it is held back', async () => {
    await show({ score: null, standing: null, best: false, releasedAt: '2017-09-28T18:00:00+08:00', mayAppeal: false, advice: [], questions: [{ ...first, earned: null, key: null, explanation: null, source: null }] });
    expect(screen.getByRole('heading', { name: '答卷已收到' })).toBeTruthy();
    expect(screen.getByText('成绩和解析在 9 月 28 日 18:00 竞赛结束后公布。')).toBeTruthy();
    fireEvent.click(row(1));
    expect(screen.getByText('您选了 B')).toBeTruthy();
    expect(screen.queryByText(/正确答案|对这道题有异议/)).toBeNull();
  });

  it('says that the deadline handed it in', async () => {
    await show({ closedBy: 'deadline' });
    expect(screen.getByText('答题时间已到，系统按当时已经保存的答案交了卷。')).toBeTruthy();
  });

  it('shows how each question went, and opened, why', async () => {
    await show();
    expect([1, 2, 3].map((number) => row(number).textContent)).toEqual([
      expect.stringMatching(/^答对.*5\/5$/),
      expect.stringMatching(/^得一半.*3\/6$/),
      expect.stringMatching(/^答错.*0\/4$/),
    ]);
    expect(screen.queryByText(/依据/)).toBeNull();
    fireEvent.click(row(2));
    expect(screen.getByText('您选了 A，正确答案是 A、B')).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /代理商.*应选未选/ })).toBeTruthy();
    expect(screen.getByText(/依据：《中华人民共和国食品安全法》（2015 年修订）第九十七条/)).toBeTruthy();
  });

  it('says that a voided question gives its points', async () => {
    await show({ questions: [{ ...third, voided: true, earned: 4 }] });
    fireEvent.click(row(1));
    expect(screen.getByText('这道题已经作废，凡抽到它的答卷都计这道题的满分。')).toBeTruthy();
    expect(screen.queryByText(/选错了/)).toBeNull();
  });

  it('leads from what was wrong to practice, and to an expert where there is a subject', async () => {
    await show();
    fireEvent.click(screen.getByRole('link', { name: '检测咨询：进口食品标签' }));
    fireEvent.click(screen.getAllByRole('link', { name: '练习这个专题' })[1] ?? document.body);
    expect(stage.opened).toEqual(['/service/form/index?kind=testing-consultation&subject=food-label', '/contest/practice/index?topic=quality-basics']);
  });

  it('takes what cost points into the notebook, once, and leads there', async () => {
    stage.answer('wrong-question.collect', () => ok({ addedCount: 2, total: 5, dueCount: 0 }));
    await show();
    press('把答错的题收进错题本');
    await screen.findByText('新收进 2 题，错题本里现有 5 题，明天起按间隔复习。');
    expect(screen.queryByRole('button', { name: '把答错的题收进错题本' })).toBeNull();
    press('去错题本');
    expect(stage.opened).toEqual(['/contest/wrong-questions/index']);
  });

  it('says that they were not taken in, and may be asked again', async () => {
    stage.answer('wrong-question.collect', () => refused('unavailable', '服务暂时繁忙，请稍后重试。'));
    await show();
    press('把答错的题收进错题本');
    await screen.findByText(/^没有收进错题本。/);
    expect(screen.getByRole('button', { name: '把答错的题收进错题本' })).toBeTruthy();
  });

  it.each([
    ['is without mistakes', [first]],
    ['has a voided question only', [{ ...third, voided: true }]],
    ['is not explained yet', [{ ...third, key: null, explanation: null, source: null }]],
  ])('offers no notebook when the attempt %s', async (_, questions) => {
    await show({ questions });
    expect(screen.queryByRole('button', { name: /错题本/ })).toBeNull();
  });

  it('says whose rank it is when another attempt was better', async () => {
    await show({ best: false });
    expect(screen.getByText('最好成绩的名次（共 340 人）')).toBeTruthy();
  });

  it('offers the certificate only to who may have one', async () => {
    await show();
    expect(screen.queryByRole('link', { name: /领取证书/ })).toBeNull();
  });

  it('leads to certificate, board and another attempt', async () => {
    await show({ mayCertify: true });
    for (const name of [/领取证书/, /榜单/, /回到竞赛/]) fireEvent.click(screen.getByRole('link', { name }));
    expect(stage.opened).toEqual(['/contest/certificate/index', '/contest/board/index', '/contest/lobby/index']);
  });
});

describe('an appeal on a question', () => {
  const REASON = '题干没有说明是预包装食品，选项 A 也说得通。';
  const open: AppealView = { state: 'open', reason: REASON, reply: null };

  const write = async (reason: string) => {
    await show();
    fireEvent.click(row(3));
    press('对这道题有异议');
    fireEvent.input(screen.getByLabelText('申诉理由'), { target: { value: reason } });
  };

  it('is sent once with its reason, and shows that it was received', async () => {
    stage.answer('appeal.submit', () => ok(open));
    await write(REASON);
    press('提交申诉');
    press(/提交申诉/);
    await settled();
    expect(stage.sentTo('appeal.submit')).toMatchObject([{ input: { attemptId, questionId: 'q-3', reason: REASON } }]);
    expect(screen.getByText('申诉已收到，工作人员正在核对这道题。')).toBeTruthy();
    expect(screen.getByText(`我的申诉：${REASON}`)).toBeTruthy();
  });

  it('says what is wrong with a reason that is too short, and sends nothing', async () => {
    await write('不对');
    press('提交申诉');
    expect(screen.getByRole('alert').textContent).toBe('申诉理由至少 10 个字。');
    expect(stage.sentTo('appeal.submit')).toEqual([]);
  });

  it('keeps the reason when it could not be sent', async () => {
    stage.answer('appeal.submit', () => refused('conflict', '您已经对这道题提出过申诉。'));
    await write(REASON);
    press('提交申诉');
    expect((await screen.findByRole('alert')).textContent).toBe('没有提交。您已经对这道题提出过申诉。');
    expect(screen.getByLabelText<HTMLTextAreaElement>('申诉理由').value).toBe(REASON);
  });

  it.each([
    ['kept', '经核对，这道题维持原来的答案。'],
    ['upheld', '申诉成立，这道题已经更正，受影响的答卷重新计分。'],
  ] as const)('shows the answer of the office (%s)', async (state, words) => {
    await show({ questions: [first, { ...second, appeal: { state, reason: REASON, reply: '已请专家核对。' } }, third] });
    fireEvent.click(row(2));
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('答复：已请专家核对。')).toBeTruthy();
  });

  it('is not offered when the days for it are over', async () => {
    await show({ mayAppeal: false });
    fireEvent.click(row(3));
    expect(screen.queryByRole('button', { name: '对这道题有异议' })).toBeNull();
  });
});
