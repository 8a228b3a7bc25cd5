import { ok, refused, settled, stage } from '../support/taro/taro';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { CallResult } from '../../src/platform/call';
import type { ReadArticle } from '../../src/contract/reading';
import type { Reply } from '../../src/contract/errors';
import type { NotebookCounts } from '../../src/contract/practice';
import { useChange } from '../../src/hooks/use-change';
import { usePages, type Page } from '../../src/hooks/use-pages';
import { useRead } from '../../src/hooks/use-read';
import { article, noDetails } from './sample-article';

/** An answer that comes when the test says so. */
function later<Value>() {
  let give: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => (give = resolve));
  return { promise, give };
}

const view = (title: string): ReadArticle => ({
  ...article,
  title,
  officeFullName: '东港检验检疫局',
  place: null,
  activity: null,
  cover: null, details: noDetails, tags: [],
  blocks: [],
  organiser: '',
  campaignName: '',
  related: [],
  readers: 0,
});

beforeEach(stage.reset);

describe('useRead', () => {
  const open = (id = 'first') => renderHook(({ id }) => useRead('article.get', { id }), { initialProps: { id } });
  const titleOf = ({ current: { state } }: ReturnType<typeof open>['result']) => (state.status === 'ready' ? state.data.title : state.status);

  it('drops the answer to an older question, however late it comes', async () => {
    const slow = later<Reply<ReadArticle>>();
    stage.answer('article.get', ({ id }) => (id === 'first' ? slow.promise : ok(view('第二篇'))));
    const { result, rerender } = open();
    rerender({ id: 'second' });
    await waitFor(() => {
      expect(titleOf(result)).toBe('第二篇');
    });
    slow.give(ok(view('第一篇')));
    await settled();
    expect(titleOf(result)).toBe('第二篇');
  });

  it('shows that it waits again when the question changes', async () => {
    stage.answer('article.get', () => ok(view('第一篇')));
    const { result, rerender } = open();
    await settled();
    rerender({ id: 'second' });
    expect(titleOf(result)).toBe('loading');
    await settled();
  });

  it('keeps what it has when asking again fails', async () => {
    stage.answer('article.get', () => ok(view('第一篇')));
    const { result } = open();
    await settled();
    stage.goOffline('article.get');
    await act(() => result.current.reload());
    expect(titleOf(result)).toBe('第一篇');
  });

  it('lets a change put a newer answer in place of one still under way', async () => {
    const slow = later<Reply<ReadArticle>>();
    stage.answer('article.get', () => slow.promise);
    const { result } = open();
    act(() => {
      result.current.replace(view('改过的'));
    });
    slow.give(ok(view('原来的')));
    await settled();
    expect(titleOf(result)).toBe('改过的');
  });
});

describe('useChange', () => {
  const ID = '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01';
  const removal = { questionId: 'q-1' };
  const open = () => renderHook(() => useChange('wrong-question.remove')).result;
  const keys = () => stage.sentTo('wrong-question.remove').map(({ key }) => key);

  it('sends once for two presses, and answers both', async () => {
    const slow = later<Reply<NotebookCounts>>();
    stage.answer('wrong-question.remove', () => slow.promise);
    const change = open();
    const answers: CallResult<unknown>[] = [];
    act(() => {
      for (let press = 0; press < 2; press += 1) void change.current.send(removal).then((answer) => answers.push(answer));
    });
    expect(change.current.busy).toBe(true);
    slow.give(ok({ total: 0, dueCount: 0 }));
    await settled();
    expect(keys()).toHaveLength(1);
    expect(answers).toEqual([ok({ total: 0, dueCount: 0 }), ok({ total: 0, dueCount: 0 })]);
    expect(change.current.busy).toBe(false);
  });

  it('sends the same again with the same key, and something else with another', async () => {
    const change = open();
    await act(() => change.current.send(removal));
    expect(change.current.error?.code).toBe('offline');
    await act(() => change.current.send(removal));
    await act(() => change.current.send({ questionId: 'q-2' }));
    const [first, second, other] = keys();
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  it('takes a new key once it has succeeded', async () => {
    stage.answer('wrong-question.remove', () => ok({ total: 0, dueCount: 0 }));
    const change = open();
    await act(() => change.current.send(removal));
    await act(() => change.current.send(removal));
    const [first, second] = keys();
    expect(second).not.toBe(first);
  });

  it('takes the key that a draft has kept', async () => {
    const change = open();
    await act(() => change.current.send(removal, ID));
    expect(keys()).toEqual([ID]);
  });

  it('forgets its error with the next try', async () => {
    stage.answer('wrong-question.remove', () => refused('conflict', '这项内容刚刚有了变化，请刷新后再操作。'));
    const change = open();
    await act(() => change.current.send(removal));
    expect(change.current.error?.code).toBe('conflict');
    act(() => {
      change.current.clearError();
    });
    expect(change.current.error).toBeNull();
  });
});

describe('usePages', () => {
  type Fetch = (cursor: string | undefined) => Promise<CallResult<Page<string>>>;
  const page = (rows: string[], nextCursor: string | null = null): CallResult<Page<string>> => ({ ok: true, data: { rows, nextCursor } });
  const failure: CallResult<never> = { ok: false, error: { code: 'offline', message: '网络不太好。' } };

  async function open(fetchPage: Fetch) {
    const hook = renderHook(({ fetchPage }) => usePages(fetchPage), { initialProps: { fetchPage } });
    await settled();
    return hook;
  }

  it('asks for a page once, however often the end is reached', async () => {
    const next = later<CallResult<Page<string>>>();
    const fetchPage = jest.fn<ReturnType<Fetch>, Parameters<Fetch>>((cursor) =>
      cursor === undefined ? Promise.resolve(page(['a'], 'two')) : next.promise,
    );
    const { result } = await open(fetchPage);
    act(() => {
      result.current.loadMore();
      result.current.loadMore();
    });
    next.give(page(['b']));
    await settled();
    expect(fetchPage.mock.calls).toEqual([[undefined], ['two']]);
    expect(result.current.state).toEqual({ status: 'ready', rows: ['a', 'b'], blocks: [['a'], ['b']], tail: 'end' });
    act(() => {
      result.current.loadMore();
    });
    expect(fetchPage).toHaveBeenCalledTimes(2);
  });

  it('drops a page of the list before', async () => {
    const slow = later<CallResult<Page<string>>>();
    const { result, rerender } = await open((cursor) => (cursor === undefined ? Promise.resolve(page(['a'], 'two')) : slow.promise));
    act(() => {
      result.current.loadMore();
    });
    rerender({ fetchPage: () => Promise.resolve(page(['x'])) });
    await settled();
    slow.give(page(['b']));
    await settled();
    expect(result.current.state).toMatchObject({ status: 'ready', rows: ['x'], tail: 'end' });
  });

  it('asks nothing of a new list with the old one’s place in it', async () => {
    const { result, rerender } = await open(() => Promise.resolve(page(['a'], 'two')));
    const fetchPage = jest.fn<ReturnType<Fetch>, Parameters<Fetch>>(() => Promise.resolve(failure));
    rerender({ fetchPage });
    await settled();
    act(() => {
      result.current.loadMore();
    });
    await settled();
    expect(fetchPage.mock.calls).toEqual([[undefined]]);
  });

  it('does not wait for ever for a page that was given up for a fresh start which failed', async () => {
    let online = true;
    const { result } = await open((cursor) => {
      if (cursor !== undefined) return new Promise(() => undefined);
      return Promise.resolve(online ? page(['a'], 'two') : failure);
    });
    act(() => {
      result.current.loadMore();
    });
    online = false;
    await act(() => result.current.reload());
    expect(result.current.state).toMatchObject({ status: 'ready', rows: ['a'], tail: 'failed' });
  });

  it('puts one row in the place of another, or takes it away, and leaves every other page as it is', async () => {
    const fetchPage = (cursor: string | undefined) => Promise.resolve(page(cursor === undefined ? ['a', 'b'] : ['c'], cursor === undefined ? 'two' : null));
    const { result } = await open(fetchPage);
    act(() => result.current.loadMore());
    await settled();
    const blocks = () => (result.current.state.status === 'ready' ? result.current.state.blocks : []);
    const [before] = blocks();
    act(() => result.current.change((row) => (row === 'c' ? null : row)));
    expect(blocks()).toEqual([['a', 'b'], []]);
    expect(blocks()[0]).toBe(before);
    act(() => result.current.change((row) => (row === 'a' ? 'A' : row)));
    expect(result.current.state).toMatchObject({ rows: ['A', 'b'], tail: 'end' });
  });
});
