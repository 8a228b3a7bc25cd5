import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { AppealedQuestion, FlaggedAttempt, QuestionStatistics } from '../../../src/contract/contest/office';
import OfficerContestPage from '../../../src/officer/contest';

const appealed: AppealedQuestion = {
  questionId: 'basics-001',
  topicTitle: '质量基础',
  type: 'single',
  stem: '计量单位“千克”是哪个量的单位？',
  options: ['长度', '质量', '时间', '温度'],
  key: [1],
  explanation: '千克是质量的单位。',
  source: { title: '《中华人民共和国计量法》', article: '第三条', note: null },
  appealCount: 2,
  appeals: [
    { id: 'a-1', at: '2017-09-08T09:00:00+08:00', reason: '选项里有两个说法都成立。' },
    { id: 'a-2', at: '2017-09-09T10:30:00+08:00', reason: '题干里的量没有写清楚。' },
  ],
};

const REPLY = '经复核，题干没有写清楚，这道题作废。';

const giveAppeals = (...questions: AppealedQuestion[]) => {
  stage.answer('appeal.list', () => ok({ keyVersion: 3, questions, nextCursor: null }));
};

async function openAppeals(question: AppealedQuestion = appealed) {
  giveAppeals(question);
  render(<OfficerContestPage />);
  await screen.findByText(question.stem);
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string | RegExp, role = 'radio') => fireEvent.click(screen.getByRole(role, { name }));
const reply = (text: string) => fireEvent.input(screen.getByRole('textbox', { name: '答复' }), { target: { value: text } });
const sent = () => stage.sentTo('appeal.decide').map(({ input }) => input);

beforeEach(stage.reset);

describe('appeals', () => {
  it('show the question with its answer, explanation and source, and every reason', async () => {
    await openAppeals();
    expect(screen.getByText('B. 质量').parentElement?.textContent).toBe('B. 质量现在的答案');
    for (const words of ['千克是质量的单位。', '依据：《中华人民共和国计量法》第三条', '2 份申诉', '选项里有两个说法都成立。', '题干里的量没有写清楚。', '9 月 9 日 10:30']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
  });

  it('tell that only the oldest ones are listed', async () => {
    await openAppeals({ ...appealed, appealCount: 35 });
    expect(screen.getByText('只列出最早的 2 份，答复对全部申诉有效。')).toBeTruthy();
  });

  it('are answered by voiding the question, once the consequences were agreed to', async () => {
    await openAppeals();
    stage.answer('appeal.decide', () => ok({ keyVersion: 4, answeredCount: 2 }));
    press('处理这些申诉');
    choose(/^作废/);
    expect(screen.getByText(/会在“题目更正”里向所有人公布/)).toBeTruthy();
    reply(REPLY);
    press('答复');
    expect((await screen.findByRole('status')).textContent).toBe(`已答复 2 份申诉，题目作废：${appealed.stem}`);
    expect(stage.asked).toEqual(['作废这道题']);
    expect(sent()).toEqual([{ questionId: 'basics-001', keyVersion: 3, decision: { kind: 'void' }, reply: REPLY }]);
  });

  it('are not answered when the person thinks better of it', async () => {
    stage.saysYes = false;
    await openAppeals();
    press('处理这些申诉');
    choose(/^作废/);
    reply(REPLY);
    press('答复');
    await settled();
    expect(stage.asked).toEqual(['作废这道题']);
    expect(sent()).toEqual([]);
  });

  it('are answered by keeping the question, which only those who appealed are told', async () => {
    await openAppeals();
    stage.answer('appeal.decide', () => ok({ keyVersion: 3, answeredCount: 2 }));
    press('处理这些申诉');
    choose(/^维持/);
    expect(screen.getByText(/提出申诉的人会看到这段话/)).toBeTruthy();
    reply('经复核，题目和答案没有问题。');
    press('答复');
    await screen.findByRole('status');
    expect(sent()).toMatchObject([{ decision: { kind: 'keep' } }]);
  });

  it('are answered by a corrected key, named in the question that is asked', async () => {
    await openAppeals({ ...appealed, type: 'multiple', key: [1, 2] });
    stage.answer('appeal.decide', () => ok({ keyVersion: 4, answeredCount: 2 }));
    press('处理这些申诉');
    choose(/^更正答案/);
    choose(/^D/, 'checkbox');
    choose(/^A/, 'checkbox');
    reply('经复核，正确答案应为 A、D。');
    press('答复');
    await screen.findByRole('status');
    expect(stage.asked).toEqual(['答案更正为 A、D']);
    expect(sent()).toMatchObject([{ decision: { kind: 'correct', key: [0, 3] } }]);
  });

  it.each([
    ['no option', appealed, [], '请选择正确的选项。'],
    ['the answer as it is', appealed, [/^B/], '与现在的答案相同。答案没有错的，请选“维持”。'],
    ['a single option of a multiple choice', { ...appealed, type: 'multiple', key: [1, 2] } as const, [/^A/], '多选题至少有两个正确选项。'],
  ])('are not corrected to %s', async (_, question, options, message) => {
    await openAppeals(question);
    press('处理这些申诉');
    choose(/^更正答案/);
    for (const option of options) choose(option, question.type === 'multiple' ? 'checkbox' : 'radio');
    reply(REPLY);
    press('答复');
    expect((await screen.findByRole('alert')).textContent).toBe(message);
    expect(stage.asked).toEqual([]);
    expect(sent()).toEqual([]);
  });

  it('need a reply', async () => {
    await openAppeals();
    press('处理这些申诉');
    choose(/^维持/);
    reply('无误');
    press('答复');
    expect((await screen.findByRole('alert')).textContent).toContain('答复');
    expect(sent()).toEqual([]);
  });

  it('use the key’s new version for the next question', async () => {
    const other = { ...appealed, questionId: 'basics-002', stem: '另一道题' };
    giveAppeals(appealed, other);
    stage.answer('appeal.decide', ({ keyVersion }) => ok({ keyVersion: keyVersion + 1, answeredCount: 2 }));
    render(<OfficerContestPage />);
    await screen.findByText('另一道题');
    const voidFirst = async (answered: number) => {
      fireEvent.click(screen.getAllByRole('button', { name: '处理这些申诉' })[0] ?? document.body);
      choose(/^作废/);
      reply(REPLY);
      press('答复');
      await waitFor(() => {
        expect(screen.getAllByRole('status')).toHaveLength(answered);
      });
    };
    await voidFirst(1);
    await voidFirst(2);
    expect(sent()).toMatchObject([
      { questionId: 'basics-001', keyVersion: 3 },
      { questionId: 'basics-002', keyVersion: 4 },
    ]);
  });

  it('are read again when somebody else has decided meanwhile', async () => {
    await openAppeals();
    stage.answer('appeal.decide', () => refused('conflict', '答案刚刚有了变化，请刷新后再操作。'));
    press('处理这些申诉');
    choose(/^作废/);
    reply(REPLY);
    press('答复');
    expect((await screen.findByRole('alert')).textContent).toContain('请刷新后再操作');
    giveAppeals();
    press('刷新');
    expect(await screen.findByText('没有等待答复的申诉')).toBeTruthy();
  });

  it('are another office’s: that is said kindly', async () => {
    stage.answer('appeal.list', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<OfficerContestPage />);
    expect(await screen.findByText('这里供主办竞赛的单位使用')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    press('去“我的”');
    expect(stage.opened).toEqual(['/pages/me/index']);
  });

  it('are not taken for none when reading failed', async () => {
    render(<OfficerContestPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('没有等待答复的申诉')).toBeNull();
  });
});

async function openPart(name: string) {
  giveAppeals();
  render(<OfficerContestPage />);
  await screen.findByText('没有等待答复的申诉');
  fireEvent.click(screen.getByRole('tab', { name }));
}

describe('flags', () => {
  const attempt: FlaggedAttempt = {
    attemptId: 'attempt-1',
    code: '3f9a3f9a3f9a3f9a',
    name: '王**',
    score: 98,
    usedMs: 28_000,
    submittedAt: '2017-09-08T09:30:00+08:00',
    hiddenCount: 7,
    flags: [
      { flag: 'often-hidden', reason: '答题时离开页面 7 次。' },
      { flag: 'too-fast', reason: '平均每题用时 1.4 秒。' },
    ],
  };

  it('come with their reasons, and with the words that nothing was decided', async () => {
    stage.answer('contest.flagged', () => ok({ attempts: [attempt], nextCursor: null }));
    await openPart('提醒');
    expect(await screen.findByText('答题时离开页面 7 次。')).toBeTruthy();
    for (const words of ['平均每题用时 1.4 秒。', '王**', '98 分', '用时 28 秒']) expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/系统只提醒，不取消成绩/)).toBeTruthy();
  });
});

describe('statistics', () => {
  const question = (index: number, discrimination: number | null): QuestionStatistics => ({
    questionId: `q-${index}`,
    topicTitle: '质量基础',
    type: 'single',
    stem: `第 ${index} 道题`,
    askedCount: 40,
    correctShare: 0.625,
    discrimination,
  });

  const stems = () => screen.getAllByRole('row').slice(1).map((row) => /第 \d+ 道题/.exec(row.textContent)?.[0]);

  it('show the share of right answers and the discrimination, and what a low one means', async () => {
    stage.answer('contest.statistics', () => ok({ attemptCount: 80, questions: [question(1, 0.41), question(2, -0.124), question(3, 0.1), question(4, null)] }));
    await openPart('题目统计');
    await screen.findByText('按已交的 80 份答卷统计。');
    const rows = screen.getAllByRole('row').slice(1).map(({ textContent }) => textContent);
    expect(rows).toEqual([
      expect.stringMatching(/40 次.*63%.*0\.41$/),
      expect.stringMatching(/−0\.12，请核对$/),
      expect.stringMatching(/0\.10，偏低$/),
      expect.stringMatching(/暂无$/),
    ]);
    expect(screen.getByText(/为负，说明答得好的人反而答错/)).toBeTruthy();
    choose('区分度最低的在前');
    await waitFor(() => {
      expect(stems()).toEqual(['第 2 道题', '第 3 道题', '第 1 道题', '第 4 道题']);
    });
  });

  it('are shown bit by bit from one answer', async () => {
    stage.answer('contest.statistics', () => ok({ attemptCount: 80, questions: Array.from({ length: 45 }, (_, index) => question(index, 0.3)) }));
    await openPart('题目统计');
    await waitFor(() => {
      expect(stems()).toHaveLength(20);
    });
    for (const count of [40, 45]) {
      act(() => {
        stage.happen('reachBottom');
      });
      await waitFor(() => {
        expect(stems()).toHaveLength(count);
      });
    }
    expect(stage.sentTo('contest.statistics')).toHaveLength(1);
  });

  it('say that there are none yet', async () => {
    stage.answer('contest.statistics', () => ok({ attemptCount: 0, questions: [] }));
    await openPart('题目统计');
    expect(await screen.findByText('还没有统计')).toBeTruthy();
  });
});
