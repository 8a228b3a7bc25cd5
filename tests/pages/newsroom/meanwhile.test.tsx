import { ok, refused, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { Reply } from '../../../src/contract/errors';
import type { ManuscriptView, SavedManuscript } from '../../../src/contract/newsroom/manuscript';
import ManuscriptPage from '../../../src/newsroom/manuscript';
import { clean, content, hers, manuscript, mine, versionRow } from './sample-manuscript';

jest.useFakeTimers();

const later = (ms = 0) => act(() => jest.advanceTimersByTimeAsync(ms));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const part = (name: string) => fireEvent.click(screen.getByRole('tab', { name }));
const body = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '正文' });
const write = (value: string) => fireEvent.input(body(), { target: { value } });
const saves = () => stage.sentTo('manuscript.save').map(({ input }) => input as { revision: number; content: typeof content; asNewVersion?: boolean });
const saved = (revision: number, state: SavedManuscript['state'] = 'draft'): SavedManuscript => ({ id: manuscript.id, revision, state, savedAt: '2017-09-07T09:20:05+08:00' });
const onDevice = () => Object.values<string>(localStorage).join();

const published: ManuscriptView = { ...manuscript, state: 'published', may: ['save', 'pin', 'withdraw'], publishedVersion: 1, public: { publishedAt: '2017-09-07T10:00:00+08:00', pinnedUntil: null, current: true } };

async function openManuscript(view: ManuscriptView = manuscript) {
  stage.params = { id: view.id };
  stage.answer('manuscript.get', () => ok(view));
  stage.answer('manuscript.check', () => ok(clean));
  render(<ManuscriptPage />);
  await later(20);
  await later(20);
}

/** An answer that comes when the test says so. */
function awaited<Data>(): { readonly answer: () => Promise<Reply<Data>>; readonly come: (reply: Reply<Data>) => Promise<void> } {
  let settle: (reply: Reply<Data>) => void = () => undefined;
  const reply = new Promise<Reply<Data>>((done) => {
    settle = done;
  });
  return {
    answer: () => reply,
    come: async (arrived) => {
      settle(arrived);
      await later();
    },
  };
}

beforeEach(() => {
  stage.reset();
  stage.wide = true;
  stage.answer('manuscript.save', ({ revision }) => ok(saved(revision + 1)));
});

describe('what is typed while a step is under way', () => {
  it('stays when the manuscript was submitted, and takes that back only when the writer says so', async () => {
    await openManuscript();
    const submitted = awaited<ManuscriptView>();
    stage.answer('manuscript.submit', submitted.answer);
    part('流程');
    press('提交审核');
    await later();
    write('提交以后写的。');
    // Nothing is sent on a revision that is about to pass.
    await later(5000);
    expect(saves()).toEqual([]);
    await submitted.come(ok({ ...manuscript, revision: 4, state: 'in-review', may: ['save'], submitted: mine }));
    expect(screen.getByRole('alert').textContent).toBe('稿件的状态变为“待审核”，您在这之后写的内容没有保存。');
    expect(screen.getByText('提交以后写的。', { selector: '.sideText' })).toBeTruthy();
    expect(onDevice()).toContain('提交以后写的。');
    await later(5000);
    expect(saves()).toEqual([]);
    press('保存我的修改');
    await later(20);
    expect(saves()).toEqual([{ id: manuscript.id, revision: 4, content: { ...content, markdown: '提交以后写的。' } }]);
  });

  it('is saved after it where the step leaves the text alone', async () => {
    await openManuscript(published);
    const pinned = awaited<ManuscriptView>();
    stage.answer('manuscript.pin', pinned.answer);
    press('修改稿件');
    part('流程');
    fireEvent.change(screen.getByLabelText('置顶到哪一天'), { target: { value: '2017-09-12' } });
    press('置顶');
    await later();
    write('置顶时写的。');
    await later(5000);
    await pinned.come(ok({ ...published, revision: 4 }));
    expect(body().value).toBe('置顶时写的。');
    await later(1600);
    expect(saves().map(({ revision, content: { markdown } }) => [revision, markdown])).toEqual([[4, '置顶时写的。']]);
    expect(screen.getByText('已保存 09:20:05')).toBeTruthy();
  });

  it('stands beside a former version that was brought back', async () => {
    stage.answer('manuscript.versions', () => ok({ versions: [versionRow(1)], nextCursor: null }));
    stage.answer('manuscript.version', () => ok({ ...versionRow(1), content }));
    const restored = awaited<ManuscriptView>();
    stage.answer('manuscript.restore', restored.answer);
    await openManuscript();
    part('版本');
    await later(20);
    press(/第 1 版/);
    await later(20);
    press('恢复到这一版');
    await later();
    write('恢复时写的。');
    await restored.come(ok({ ...manuscript, revision: 4, content: { ...content, markdown: '最初的一段。' } }));
    expect(screen.getByText('恢复时写的。', { selector: '.sideText' })).toBeTruthy();
    expect(screen.getByText('最初的一段。', { selector: '.sideText' })).toBeTruthy();
  });

  it('stays when the answer says less than what is known already', async () => {
    await openManuscript(published);
    stage.answer('manuscript.pin', () => ok({ ...published, revision: 2, content: { ...content, markdown: '以前的正文。' } }));
    press('修改稿件');
    part('流程');
    fireEvent.change(screen.getByLabelText('置顶到哪一天'), { target: { value: '2017-09-12' } });
    press('置顶');
    await later();
    expect(body().value).toBe(content.markdown);
  });
});

describe('coming back to the page', () => {
  const comeBack = async () => {
    act(() => {
      stage.happen('didHide');
    });
    act(() => {
      stage.happen('didShow');
    });
    await later();
  };

  it('does not put back what the server had before the last save', async () => {
    await openManuscript();
    const asked = awaited<ManuscriptView>();
    stage.answer('manuscript.get', asked.answer);
    await comeBack();
    write('回来以后写的。');
    await later(5000);
    await asked.come(ok(manuscript));
    await later(1600);
    expect(body().value).toBe('回来以后写的。');
    expect(saves().map(({ revision }) => revision)).toEqual([3]);
    expect(screen.getByText('已保存 09:20:05')).toBeTruthy();
  });

  it('shows what another has saved, where nothing was typed', async () => {
    await openManuscript();
    stage.answer('manuscript.get', () => ok({ ...manuscript, revision: 7, edited: hers, content: { ...content, markdown: '同事写的。' } }));
    await comeBack();
    expect(body().value).toBe('同事写的。');
    write('接着写的。');
    await later(1600);
    expect(saves().map(({ revision }) => revision)).toEqual([7]);
  });
});

describe('a save that finds a newer revision', () => {
  /** Refused until it carries this view's revision. */
  const moveOn = (now: ManuscriptView) => {
    stage.answer('manuscript.get', () => ok(now));
    stage.answer('manuscript.save', ({ revision }) => (revision < now.revision ? refused('conflict', '刚刚有了变化') : ok(saved(revision + 1))));
  };
  const withCover = { ...content, cover: { pictureId: '0f6a3f0a-6f0b-4b57-8f57-0000000000c1', alt: '大厅' } };

  it('goes on from it where only what stands around the text has changed', async () => {
    await openManuscript({ ...published, content: withCover });
    press('修改稿件');
    // The database names the fields of an object in an order of its own.
    moveOn({ ...published, revision: 4, content: { ...withCover, cover: { alt: '大厅', pictureId: '0f6a3f0a-6f0b-4b57-8f57-0000000000c1' } } });
    write('更正以后的正文。');
    await later(1600);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(saves().map(({ revision }) => revision)).toEqual([3, 4]);
    expect(body().value).toBe('更正以后的正文。');
  });

  it('goes on from it though the page was closed in between', async () => {
    await openManuscript();
    stage.goOffline('manuscript.save');
    write('没有网络时写的。');
    await later(1600);
    document.body.innerHTML = '';
    moveOn({ ...manuscript, revision: 4 });
    render(<ManuscriptPage />);
    await later(50);
    expect(body().value).toBe('没有网络时写的。');
    expect(saves().at(-1)).toMatchObject({ revision: 4, content: { markdown: '没有网络时写的。' } });
  });

  it('asks where the manuscript was submitted meanwhile', async () => {
    await openManuscript();
    moveOn({ ...manuscript, revision: 4, state: 'in-review', may: ['save'], submitted: hers });
    write('同时写的。');
    await later(1600);
    expect(screen.getByRole('alert').textContent).toContain('稿件的状态变为“待审核”');
    press('不保存修改');
    await later();
    expect(stage.asked).toEqual(['不保存修改']);
    expect(screen.getByText(/稿件正在审核/)).toBeTruthy();
    expect(onDevice()).not.toContain('同时写的。');
  });

  it('names the other window where both are the same person’s, and overwrites neither', async () => {
    await openManuscript();
    moveOn({ ...manuscript, revision: 4, content: { ...content, markdown: '另一个窗口写的。' } });
    write('这个窗口写的。');
    await later(1600);
    expect(screen.getByRole('alert').textContent).toContain('您在 9 月 7 日 09:00 在另一个窗口保存了这篇稿件');
    expect(screen.getByText('另一个窗口的版本')).toBeTruthy();
    stage.goOffline('manuscript.save');
    press('用这里的版本');
    await later();
    stage.answer('manuscript.save', ({ revision }) => ok(saved(revision + 1)));
    await later(60_000);
    expect(saves().slice(1).map(({ revision, asNewVersion }) => [revision, asNewVersion])).toEqual([
      [4, true],
      [4, true],
    ]);
    write('接着写。');
    await later(1600);
    expect(saves().at(-1)).toEqual({ id: manuscript.id, revision: 5, content: { ...content, markdown: '接着写。' } });
  });

  it('is not sent over and over where nothing has moved on', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => refused('conflict', '刚刚有了变化。'));
    write('写的内容。');
    await later(1600);
    expect(saves()).toHaveLength(1);
    expect(screen.getByRole('alert').textContent).toContain('没有保存成功。刚刚有了变化。');
  });
});
