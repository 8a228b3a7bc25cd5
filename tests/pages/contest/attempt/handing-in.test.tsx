import { settled, stage } from '../../../support/taro/taro';
import { screen } from '@testing-library/react';
import { questions } from '../sample-contest';
import { answersIn, choose, keptHere, open, press, reachServer, RESULT, saved, submitted } from './scene';

beforeEach(reachServer);

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

  it('takes no more choices once it has passed', async () => {
    stage.goOffline('contest.save');
    await open({ remainingMs: 0 });
    expect(screen.getByRole('alert').textContent).toContain('网络还没有连上');
    choose(/中文/);
    await settled();
    expect(screen.getByRole('radio', { name: /中文/ }).getAttribute('aria-checked')).toBe('false');
  });
});
