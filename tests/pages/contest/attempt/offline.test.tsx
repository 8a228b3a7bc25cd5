import { refused, settled, stage } from '../../../support/taro/taro';
import { act, screen } from '@testing-library/react';
import { answersIn, choose, open, press, reachServer, RESULT, saved } from './scene';

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

beforeEach(reachServer);

afterEach(() => {
  jest.useRealTimers();
});

describe('without a network', () => {
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
});

describe('the deadline without a network', () => {
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
});
