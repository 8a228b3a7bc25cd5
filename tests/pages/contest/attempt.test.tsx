import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { Input } from '../../../src/contract/actions';
import type { AttemptView, SavedView } from '../../../src/contract/contest/attempt';
import AttemptPage from '../../../src/contest/attempt';
import { attempt, attemptId, questions } from './sample-contest';

const RESULT = `/contest/result/index?id=${attemptId}&just=submitted`;

const saved = (change: Partial<SavedView> = {}) => ok<SavedView>({ remainingMs: 800_000, revision: 1, newer: [], ...change });
const submitted = ok({ attemptId, submittedAt: '2017-09-07T09:06:00+08:00', closedBy: 'person' } as const);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: RegExp) => fireEvent.click(screen.getByRole(questions[1].options.some((text) => name.test(text)) ? 'checkbox' : 'radio', { name }));

const open = async (view: Partial<AttemptView> = {}) => {
  stage.params = { id: attemptId };
  stage.answer('contest.attempt', () => ok({ ...attempt, ...view }));
  const page = render(<AttemptPage />);
  await settled();
  return page;
};

/** What the calls of `contest.save` or `contest.submit` carried. */
const answersIn = (action: 'contest.save' | 'contest.submit') => stage.sentTo(action).map(({ input }) => (input as Input<'contest.save'>).answers);

const keptHere = () => Object.keys(localStorage).filter((key) => key.startsWith('attempt '));

/** Lets time pass for what waits to be tried again. */
const pass = async (ms: number) => {
  act(() => {
    jest.advanceTimersByTime(ms);
  });
  await settled();
};

const networkReturns = async () => {
  act(() => {
    window.dispatchEvent(new Event('online'));
  });
  await settled();
};

beforeEach(() => {
  stage.reset();
  stage.answer('contest.save', () => saved());
  stage.answer('contest.submit', () => submitted);
});

afterEach(() => {
  jest.useRealTimers();
});

describe('starting an attempt', () => {
  beforeEach(() => {
    stage.params = {};
  });

  const nonces = () => stage.sentTo('contest.start').map(({ input }) => (input as Input<'contest.start'>).nonce);

  it('starts with 32 random hex digits and shows the first question', async () => {
    stage.answer('contest.start', () => ok(attempt));
    render(<AttemptPage />);
    expect(await screen.findByText('第 1 题 / 共 3 题 · 单选')).toBeTruthy();
    expect(nonces()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(screen.getByRole('timer').textContent).toMatch(/^1[45]:\d\d$/);
  });

  it('keeps the nonce until the start was answered, even when the app is closed meanwhile', async () => {
    const first = render(<AttemptPage />);
    await screen.findByRole('alert');
    press('重试');
    await settled();
    first.unmount();
    stage.answer('contest.start', () => ok(attempt));
    const second = render(<AttemptPage />);
    await settled();
    second.unmount();
    render(<AttemptPage />);
    await settled();
    const [one, two, three, next] = nonces();
    expect([two, three]).toEqual([one, one]);
    expect(next).not.toBe(one);
  });

  it.each([
    ['no_attempts_left', '今天的答题次数已经用完，明天可以再来。'],
    ['contest_not_open', '竞赛 9 月 7 日 09:00 开始，请到时再来。'],
  ] as const)('says why nothing can be started (%s), and leads to the lobby', async (code, message) => {
    stage.answer('contest.start', () => refused(code, message));
    render(<AttemptPage />);
    expect(await screen.findByText(message)).toBeTruthy();
    press('看竞赛说明');
    expect(stage.opened).toEqual(['/contest/lobby/index']);
  });

  it('leads to the result when the attempt was handed in already', async () => {
    await open({ state: 'submitted', remainingMs: 0 });
    expect(stage.opened).toEqual([RESULT]);
  });
});

describe('answering', () => {
  it('sends each answer in the background, with a revision above all before', async () => {
    await open({ revision: 7 });
    choose(/中文/);
    await settled();
    expect(screen.getByText('答案已保存')).toBeTruthy();
    press('下一题');
    choose(/原产地/);
    await settled();
    choose(/代理商/);
    await settled();
    choose(/原产地/);
    await settled();
    expect(answersIn('contest.save')).toEqual([
      [{ questionId: 'q-1', chosen: [1], revision: 8 }],
      [{ questionId: 'q-2', chosen: [0], revision: 9 }],
      [{ questionId: 'q-2', chosen: [0, 1], revision: 10 }],
      [{ questionId: 'q-2', chosen: [1], revision: 11 }],
    ]);
  });

  it('merges what is chosen while a call is under way, and sends one call at a time', async () => {
    let give: (reply: ReturnType<typeof saved>) => void = () => undefined;
    stage.answer('contest.save', () => new Promise((resolve) => (give = resolve)));
    await open();
    choose(/中文/);
    await settled();
    choose(/英文/);
    choose(/中文/);
    await settled();
    expect(screen.getByText('正在保存')).toBeTruthy();
    expect(stage.sentTo('contest.save')).toHaveLength(1);
    stage.answer('contest.save', () => saved());
    give(saved());
    await settled();
    expect(answersIn('contest.save')).toEqual([[{ questionId: 'q-1', chosen: [1], revision: 1 }], [{ questionId: 'q-1', chosen: [1], revision: 3 }]]);
    expect(screen.getByText('答案已保存')).toBeTruthy();
  });

  it('keeps answers while the network is gone, says so, and sends them together when it is back', async () => {
    stage.goOffline('contest.save');
    await open();
    choose(/中文/);
    press('下一题');
    choose(/原产地/);
    await settled();
    expect(screen.getByText('网络不通，答案先存在本机，连上后自动保存。')).toBeTruthy();
    stage.sent.length = 0;
    stage.answer('contest.save', () => saved({ revision: 2 }));
    await networkReturns();
    expect(answersIn('contest.save')).toEqual([
      [
        { questionId: 'q-1', chosen: [1], revision: 1 },
        { questionId: 'q-2', chosen: [0], revision: 2 },
      ],
    ]);
    expect(screen.getByText('答案已保存')).toBeTruthy();
  });

  it('tries again by itself, waiting longer each time', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    stage.goOffline('contest.save');
    await open();
    choose(/中文/);
    await settled();
    await pass(2000);
    expect(stage.sentTo('contest.save')).toHaveLength(2);
    await pass(2000);
    expect(stage.sentTo('contest.save')).toHaveLength(2);
    stage.answer('contest.save', () => saved());
    await pass(2000);
    expect(stage.sentTo('contest.save')).toHaveLength(3);
    expect(screen.getByText('答案已保存')).toBeTruthy();
  });

  it('does not promise to keep anything where storage is switched off', async () => {
    stage.goOffline('contest.save');
    await open();
    stage.storageBroken = true;
    choose(/中文/);
    await settled();
    expect(screen.getByText('网络不通，请不要关闭这个页面，连上后自动保存。')).toBeTruthy();
  });

  it('says why answers are refused', async () => {
    stage.answer('contest.save', () => refused('not_found', '没有找到这份答卷。'));
    await open();
    choose(/中文/);
    await settled();
    expect(screen.getByRole('alert').textContent).toBe('答案没有保存成功。没有找到这份答卷。');
    expect(screen.getByRole('radio', { name: /中文/ }).getAttribute('aria-checked')).toBe('true');
  });

  it('takes over what another device has answered later, and says so', async () => {
    stage.answer('contest.save', () => saved({ revision: 9, newer: [{ questionId: 'q-1', chosen: [0] }] }));
    await open();
    choose(/中文/);
    await settled();
    expect(screen.getByRole('radio', { name: /英文/ }).getAttribute('aria-checked')).toBe('true');
    expect(stage.said).toEqual(['第 1 题在另一台设备上改过，已经更新']);
    stage.answer('contest.save', () => saved({ revision: 10 }));
    choose(/中文/);
    await settled();
    expect(answersIn('contest.save').at(-1)).toEqual([{ questionId: 'q-1', chosen: [1], revision: 10 }]);
  });

  it('counts each time the page is out of sight', async () => {
    await open();
    for (let time = 0; time < 2; time += 1) {
      act(() => {
        stage.happen('didHide');
        stage.happen('didShow');
      });
      await settled();
    }
    choose(/中文/);
    await settled();
    expect(stage.sentTo('contest.save')).toMatchObject([{ input: { hiddenCount: 2 } }]);
  });
});

describe('coming back to an attempt', () => {
  it('goes on where the person was, with what the server has', async () => {
    const first = await open();
    press('下一题');
    first.unmount();
    await open({ revision: 3, questions: [{ ...questions[0], chosen: [1] }, { ...questions[1], chosen: [2] }, questions[2]] });
    expect(screen.getByText('第 2 题 / 共 3 题 · 多选，可选几项')).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /广告语/ }).getAttribute('aria-checked')).toBe('true');
  });

  it('goes to the first question without an answer on a device that is new to it', async () => {
    await open({ revision: 1, questions: [{ ...questions[0], chosen: [1] }, questions[1], questions[2]] });
    expect(screen.getByText('第 2 题 / 共 3 题 · 多选，可选几项')).toBeTruthy();
  });

  it('sends what could not be sent before the app was closed, with its own revision', async () => {
    stage.goOffline('contest.save');
    const first = await open({ revision: 4 });
    choose(/中文/);
    await settled();
    first.unmount();
    stage.sent.length = 0;
    stage.answer('contest.save', () => saved({ revision: 6 }));
    await open({ revision: 6 });
    press('上一题');
    expect(screen.getByRole('radio', { name: /中文/ }).getAttribute('aria-checked')).toBe('true');
    expect(answersIn('contest.save')).toContainEqual([{ questionId: 'q-1', chosen: [1], revision: 5 }]);
    choose(/英文/);
    await settled();
    expect(answersIn('contest.save').at(-1)).toEqual([{ questionId: 'q-1', chosen: [0], revision: 7 }]);
  });

  it('asks how the attempt stands when the page is shown again', async () => {
    await open();
    stage.answer('contest.attempt', () => ok({ ...attempt, remainingMs: 61_000, revision: 2, questions: [{ ...questions[0], chosen: [0] }, questions[1], questions[2]] }));
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    await settled();
    expect(screen.getByRole('radio', { name: /英文/ }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('timer').textContent).toBe('01:01');
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual(['还有 5 分钟']);
  });

  it('leads to the result when it was handed in on another device meanwhile', async () => {
    stage.answer('contest.save', () => refused('attempt_closed', '这份答卷已经交卷。'));
    await open();
    choose(/中文/);
    await settled();
    expect(stage.opened).toEqual([RESULT]);
    expect(keptHere()).toEqual([]);
  });
});

describe('handing in', () => {
  it('tells how many are unanswered, and leads to the first of them', async () => {
    await open();
    choose(/中文/);
    press(/^答题卡 1\/3$/);
    expect(screen.getByRole('button', { name: '第 1 题，已作答' })).toBeTruthy();
    expect(screen.getByText('还有 2 题没有作答')).toBeTruthy();
    stage.saysYes = false;
    press('交卷');
    await settled();
    expect(stage.asked).toEqual(['还有 2 题没有作答']);
    expect(screen.getByText('第 2 题 / 共 3 题 · 多选，可选几项')).toBeTruthy();
    expect(stage.sentTo('contest.submit')).toEqual([]);
  });

  it('hands in with what is unsent, once however often it is pressed, and forgets what it kept', async () => {
    stage.goOffline('contest.save');
    await open({ revision: 2, questions: [questions[0], { ...questions[1], chosen: [0] }, { ...questions[2], chosen: [0] }] });
    choose(/中文/);
    await settled();
    press('答题卡 3/3');
    press('交卷');
    press('交卷');
    await settled();
    expect(stage.asked).toEqual(['确认交卷']);
    expect(answersIn('contest.submit')).toEqual([[{ questionId: 'q-1', chosen: [1], revision: 3 }]]);
    expect(stage.opened).toEqual([RESULT]);
    expect(keptHere()).toEqual([]);
  });

  it('keeps everything when handing in fails, and tries again', async () => {
    stage.goOffline('contest.submit');
    await open();
    choose(/中文/);
    await settled();
    press('答题卡 1/3');
    press('交卷');
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('还没有交卷，您的答案都在');
    expect(stage.opened).toEqual([]);
    stage.answer('contest.submit', () => submitted);
    press('重新交卷');
    await settled();
    expect(stage.opened).toEqual([RESULT]);
  });
});

describe('the deadline', () => {
  it('sends what is unsent, hands in and shows the result', async () => {
    stage.answer('contest.save', () => saved({ remainingMs: 0 }));
    await open({ remainingMs: 0 });
    expect(stage.sent.map(({ action }) => action)).toEqual(['contest.attempt', 'contest.save', 'contest.submit']);
    expect(stage.asked).toEqual([]);
    expect(stage.opened).toEqual([RESULT]);
  });

  it('is the server’s: a device whose clock is ahead goes on', async () => {
    stage.answer('contest.save', () => saved({ remainingMs: 600_000 }));
    await open({ remainingMs: 0 });
    expect(stage.sentTo('contest.submit')).toEqual([]);
    choose(/中文/);
    await settled();
    expect(answersIn('contest.save').at(-1)).toEqual([{ questionId: 'q-1', chosen: [1], revision: 2 }]);
  });

  it('says offline what will be graded, and hands in when the network is back', async () => {
    stage.goOffline('contest.save');
    const first = await open();
    choose(/中文/);
    await settled();
    first.unmount();
    await open({ remainingMs: 0 });
    expect(screen.getByText('时间到了，网络还没有连上。已经送到的答案会按时计分，连上网络后自动交卷。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '下一题' })).toBeNull();
    stage.answer('contest.save', () => refused('attempt_closed', '答题时间已到，之前保存的答案会自动交卷。'));
    await networkReturns();
    expect(stage.opened).toEqual([RESULT]);
  });

  it('tries by itself to hand in, until the server is reached', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    stage.goOffline('contest.save');
    await open({ remainingMs: 0 });
    await pass(2000);
    expect(stage.opened).toEqual([]);
    stage.answer('contest.save', () => saved({ remainingMs: 0 }));
    await pass(4000);
    expect(stage.opened).toEqual([RESULT]);
  });

  it('takes no more choices once it has passed', async () => {
    stage.goOffline('contest.save');
    await open({ remainingMs: 0 });
    expect(screen.getByRole('alert').textContent).toContain('网络还没有连上');
    choose(/中文/);
    await settled();
    expect(screen.getByRole('radio', { name: /中文/ }).getAttribute('aria-checked')).toBe('false');
  });
});
