import { ok, refused, settled, stage } from '../../../support/taro/taro';
import { act, render, screen } from '@testing-library/react';
import type { Input } from '../../../../src/contract/actions';
import AttemptPage from '../../../../src/contest/attempt';
import { attempt, questions } from '../sample-contest';
import { choose, keptHere, open, press, reachServer, RESULT } from './scene';

beforeEach(reachServer);

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
