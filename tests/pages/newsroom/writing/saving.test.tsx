import { ok, refused, stage } from '../../../support/taro/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import type { ManuscriptView } from '../../../../src/contract/newsroom/manuscript';
import { content, hers, manuscript } from '../sample-manuscript';
import { body, later, openManuscript, press, savedAs, saves, sitAtDesk, type } from './scene';

jest.useFakeTimers();

beforeEach(sitAtDesk);

/** What the device would bring back after a new start. */
const reopened = async (page: { unmount: () => void }, view?: ManuscriptView) => {
  page.unmount();
  await later();
  return openManuscript(view);
};

describe('what is typed', () => {
  it('is saved a moment after the last key, once', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    type('标题', '质量月专题讲座');
    type('正文', '讲座举行。');
    await later(1000);
    expect(saves()).toEqual([]);
    type('正文', '讲座如期举行。');
    await later(1600);
    expect(saves()).toEqual([{ id: manuscript.id, revision: 3, content: { ...content, title: '质量月专题讲座', markdown: '讲座如期举行。' } }]);
    expect(screen.getByText('已保存 09:20:05')).toBeTruthy();
    await later(10_000);
    expect(saves()).toHaveLength(1);
  });

  it('is saved at once when the text is left', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    type('正文', '讲座如期举行。');
    fireEvent.blur(body());
    await later();
    expect(saves()).toHaveLength(1);
  });

  it('is saved when the page is left', async () => {
    const page = await openManuscript();
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    type('正文', '讲座如期举行。');
    page.unmount();
    await later();
    expect(saves()[0]?.content.markdown).toBe('讲座如期举行。');
  });

  it('goes on from the revision that the server gave', async () => {
    await openManuscript();
    stage.answer('manuscript.save', ({ revision }) => ok(savedAs(revision + 1)));
    type('正文', '一');
    await later(1600);
    type('正文', '一二');
    await later(1600);
    expect(saves().map(({ revision }) => revision)).toEqual([3, 4]);
  });

  it('waits out a broken network on the device, says so, and is sent by itself', async () => {
    await openManuscript();
    type('正文', '讲座如期举行。');
    await later(1600);
    expect(screen.getByRole('alert').textContent).toContain('没有保存成功。网络不太好');
    expect(screen.getByRole('alert').textContent).toContain('已经留在这台设备上');
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    act(() => void window.dispatchEvent(new Event('online')));
    await later();
    expect(screen.getByText('已保存 09:20:05')).toBeTruthy();
    expect(localStorage).toHaveLength(0);
  });

  it('comes back after the app was closed on a broken network', async () => {
    const page = await openManuscript();
    type('正文', '讲座如期举行。');
    await later(1600);
    await reopened(page);
    expect(body().value).toBe('讲座如期举行。');
    expect(screen.getByText('已恢复这台设备上没有保存完的内容。')).toBeTruthy();
    expect(saves().at(-1)).toMatchObject({ revision: 3, content: { markdown: '讲座如期举行。' } });
  });

  it('is no conflict with oneself when only the answer was lost', async () => {
    await openManuscript();
    type('正文', '一');
    await later(1600);
    type('正文', '一二');
    // The first arrived; the server answers the same content again, and refuses another on the former revision.
    stage.answer('manuscript.save', (input) => (input.content.markdown === '一' || input.revision === 4 ? ok(savedAs(input.content.markdown === '一' ? 4 : 5)) : refused('conflict', '有变化')));
    await later(1600);
    expect(saves().slice(-2).map(({ revision, content: { markdown } }) => [revision, markdown])).toEqual([
      [3, '一'],
      [4, '一二'],
    ]);
    expect(screen.getByText(/^已保存/)).toBeTruthy();
  });

  it('is not sent while it is too long, which the field says', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    type('标题', '长'.repeat(61));
    await later(1600);
    expect(saves()).toEqual([]);
    expect(screen.getAllByText(/标题最多 60 个字/)).toHaveLength(2);
    type('标题', '刚好');
    await later(1600);
    expect(saves()).toHaveLength(1);
  });

  it('says what the server refuses at its field', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => refused('invalid_input', '有内容需要修改', { 'content.place': '地点不正确。' }));
    type('地点', '东港');
    await later(1600);
    expect(screen.getAllByText(/地点不正确。/)).toHaveLength(2);
  });
});

describe('two editors', () => {
  const theirs: ManuscriptView = { ...manuscript, revision: 5, edited: hers, content: { ...content, markdown: '讲座改期举行。\n\n企业代表参加。' } };

  async function collide() {
    await openManuscript();
    stage.answer('manuscript.save', ({ revision }) => (revision < 5 ? refused('conflict', '这项内容刚刚有了变化。') : ok(savedAs(revision + 1))));
    stage.answer('manuscript.get', () => ok(theirs));
    type('正文', '讲座如期举行。\n\n企业代表参加。');
    await later(1600);
  }

  it('see both texts side by side, and neither is overwritten', async () => {
    await collide();
    expect(screen.getByRole('alert').textContent).toContain('李示例在 9 月 7 日 09:12 保存了这篇稿件，您的修改没有保存，也没有覆盖对方的。');
    expect(screen.getByText(/讲座如期举行。/, { selector: 'span' })).toBeTruthy();
    expect(screen.getByText(/讲座改期举行。/, { selector: 'span' })).toBeTruthy();
    await later(60_000);
    expect(saves()).toHaveLength(1);
  });

  it('may put one’s own over theirs, as a new version', async () => {
    await collide();
    press('用我的版本');
    await later();
    expect(saves().at(-1)).toMatchObject({ revision: 5, content: { markdown: '讲座如期举行。\n\n企业代表参加。' } });
    expect(body().value).toBe('讲座如期举行。\n\n企业代表参加。');
  });

  it('may go on from theirs, having been asked', async () => {
    await collide();
    press('用对方的版本');
    await later();
    expect(stage.asked).toEqual(['用对方的版本']);
    expect(body().value).toBe('讲座改期举行。\n\n企业代表参加。');
    type('正文', '讲座改期。');
    await later(1600);
    expect(saves().at(-1)?.revision).toBe(5);
  });

  it('do not lose the text when the page is closed before they decide', async () => {
    await collide();
    document.body.innerHTML = '';
    await openManuscript(theirs);
    expect(screen.getAllByText(/讲座如期举行。/, { selector: 'span' }).length).toBeGreaterThan(0);
  });
});
