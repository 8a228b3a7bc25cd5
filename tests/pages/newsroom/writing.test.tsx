import { ok, refused, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { ManuscriptCheck, ManuscriptView, SavedManuscript } from '../../../src/contract/newsroom/manuscript';
import ManuscriptPage from '../../../src/newsroom/manuscript';
import { clean, content, hers, manuscript } from './sample-manuscript';

jest.useFakeTimers();

const later = (ms = 0) => act(() => jest.advanceTimersByTimeAsync(ms));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const body = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '正文' });
const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const saves = () => stage.sentTo('manuscript.save').map(({ input }) => input as { revision: number; content: typeof content });
const savedAs = (revision: number): SavedManuscript => ({ id: manuscript.id, revision, state: 'draft', savedAt: '2017-09-07T09:20:05+08:00' });

async function openManuscript(view: ManuscriptView = manuscript, check: ManuscriptCheck = clean) {
  stage.params = { id: view.id };
  stage.answer('manuscript.get', () => ok(view));
  stage.answer('manuscript.check', () => ok(check));
  const page = render(<ManuscriptPage />);
  await later(20);
  await later(20);
  return page;
}

/** What the device would bring back after a new start. */
const reopened = async (page: { unmount: () => void }, view?: ManuscriptView) => {
  page.unmount();
  await later();
  return openManuscript(view);
};

beforeAll(() => {
  // jsdom has no editing commands.
  Object.assign(document, { execCommand: () => false });
});

beforeEach(() => {
  stage.reset();
  stage.wide = true;
  stage.answer('person.me', () => refused('not_found', '没有'));
});

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

describe('the tools above the text', () => {
  const select = (start: number, end: number) => body().setSelectionRange(start, end);

  it('mark the selected words by a press and by the keyboard', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    select(0, 2);
    press(/^加粗/);
    expect(body().value).toMatch(/^\*\*讲座\*\*于/);
    expect(document.activeElement).toBe(body());
    expect(body().value.slice(body().selectionStart, body().selectionEnd)).toBe('讲座');
    fireEvent.keyDown(body(), { key: 'b', ctrlKey: true });
    expect(body().value).toMatch(/^讲座于/);
    fireEvent.keyDown(body(), { key: 'k', metaKey: true });
    expect(body().value).toMatch(/^\[讲座\]\(https:\/\/\)于/);
    await later(1600);
    expect(saves().at(-1)?.content.markdown).toBe(body().value);
  });

  it('are reached by Tab, each with its name', async () => {
    await openManuscript();
    const bar = within(screen.getByRole('toolbar', { name: '正文的格式' }));
    expect(bar.getAllByRole('button').map((button) => [button.getAttribute('aria-label'), button.tabIndex])).toEqual(
      ['小标题', '加粗，快捷键 Ctrl+B', '列表', '引用', '链接，快捷键 Ctrl+K', '表格', '图片'].map((name) => [name, 0]),
    );
    select(0, 0);
    fireEvent.keyDown(bar.getByRole('button', { name: '小标题' }), { key: 'Enter' });
    expect(body().value).toMatch(/^## 讲座/);
  });
});

describe('what the check finds', () => {
  const check: ManuscriptCheck = {
    ...clean,
    findings: [
      { rule: 'weekday', severity: 'should', field: 'body', line: 1, at: 4, excerpt: '9 月 4 日', message: '请核对星期。', suggestion: null },
      { rule: 'body-name', severity: 'must', field: 'body', line: 3, at: 0, excerpt: '企业代表', message: '请写全称。', suggestion: '企业的代表' },
    ],
    missing: { summary: '请填写摘要。' },
  };

  it('is listed with what must be mended first, and leads to its place in the text', async () => {
    await openManuscript(manuscript, check);
    fireEvent.click(screen.getByRole('tab', { name: '检查 3' }));
    const points = screen.getAllByRole('button', { name: /修改/ }).map((button) => button.textContent);
    expect(points).toEqual(['必须修改摘要请填写摘要。', '必须修改正文第 3 行“企业代表”请写全称。可以写成“企业的代表”', '建议修改正文第 1 行“9 月 4 日”请核对星期。']);
    press(/请写全称/);
    expect(document.activeElement).toBe(body());
    expect(body().value.slice(body().selectionStart, body().selectionEnd)).toBe('企业代表');
    press(/请填写摘要/);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '摘要' }));
  });

  it('leads to each of two places of one kind in a line', async () => {
    const comma = { rule: 'punctuation', severity: 'should', field: 'body', line: 1, excerpt: ',', message: '中文里请用全角标点。', suggestion: '，' } as const;
    await openManuscript({ ...manuscript, content: { ...content, markdown: '共 1,200 人,质量月,开始了。' } }, { ...clean, findings: [{ ...comma, at: 9 }, { ...comma, at: 13 }] });
    fireEvent.click(screen.getByRole('tab', { name: '检查 2' }));
    const places = screen.getAllByRole('button', { name: /全角标点/ }).map((button) => {
      fireEvent.click(button);
      return [body().selectionStart, body().selectionEnd];
    });
    expect(places).toEqual([[9, 10], [13, 14]]);
  });

  it('is said once where it can neither be saved nor submitted', async () => {
    await openManuscript(manuscript, { ...clean, missing: { activityId: '没有这项活动，请重新选择。' } });
    stage.answer('manuscript.save', () => refused('invalid_input', '请修改标出的内容。', { 'content.activityId': '没有这项活动，请重新选择。' }));
    type('标题', '质量月专题讲座');
    await later(1600);
    expect(screen.getByRole('tab', { name: '检查 1' })).toBeTruthy();
  });

  it('follows the text, in the preview as well', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    stage.answer('manuscript.check', (input) => ok({ ...clean, blocks: [{ kind: 'paragraph', spans: [{ text: `预览：${input.content.markdown}` }] }] }));
    type('正文', '新的正文');
    await later(800);
    expect(screen.getByText('预览：新的正文')).toBeTruthy();
  });

  it('leads on a phone back to the text', async () => {
    stage.wide = false;
    await openManuscript(manuscript, check);
    expect(stage.sent.map(({ action }) => action)).toEqual(['manuscript.get']);
    fireEvent.click(screen.getByRole('tab', { name: '检查' }));
    await later(10);
    press(/请写全称/);
    expect(screen.getByRole('tab', { name: '编辑' }).getAttribute('aria-selected')).toBe('true');
    expect(body().value.slice(body().selectionStart, body().selectionEnd)).toBe('企业代表');
  });

  it('is not taken for nothing when it could not be asked', async () => {
    stage.params = { id: manuscript.id };
    stage.answer('manuscript.get', () => ok(manuscript));
    render(<ManuscriptPage />);
    await later(20);
    await later(20);
    fireEvent.click(screen.getByRole('tab', { name: '检查' }));
    expect(screen.getByRole('alert').textContent).toContain('没有连上服务');
    stage.answer('manuscript.check', () => ok(clean));
    press('重试');
    await later(1000);
    expect(screen.getByText('没有发现问题')).toBeTruthy();
  });
});

describe('the fields', () => {
  it('let a day be taken back', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    press('清除日期');
    await later(1600);
    expect(saves().map((save) => save.content.happenedOn)).toEqual([null]);
    expect(screen.queryByRole('button', { name: '清除日期' })).toBeNull();
  });

  it.each([
    ['without an activity', { activityId: null }, true],
    ['in the activity’s line', { activityId: 'three-sames', lineId: 'publicity' as const }, false],
    ['in another line than its activity', { activityId: 'three-sames', lineId: 'service' as const }, true],
  ])('ask for the line of an article %s: %#', async (_, part, asks) => {
    await openManuscript({ ...manuscript, content: { ...content, ...part } });
    expect(screen.queryAllByLabelText(/类别/).length > 0).toBe(asks);
  });
});

describe('a manuscript', () => {
  it('of another office is only read, on a desktop as the phone will show it', async () => {
    await openManuscript({ ...manuscript, may: ['approve', 'return'], mine: false, ownWork: false, state: 'in-review' });
    expect(screen.queryByRole('textbox', { name: '正文' })).toBeNull();
    expect(screen.getByText(/修改由它所属单位的编辑进行/)).toBeTruthy();
    expect(screen.getByText('讲座于 9 月 4 日举行。')).toBeTruthy();
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['流程', '检查', '版本']);
  });

  it('that does not exist, and one that is not for the caller, say so', async () => {
    stage.params = { id: 'gone' };
    stage.answer('manuscript.get', () => refused('not_found', '没有找到这篇稿件。'));
    const { unmount } = render(<ManuscriptPage />);
    await later();
    expect(screen.getByRole('alert').textContent).toContain('没有找到这篇稿件。');
    unmount();
    stage.answer('manuscript.get', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<ManuscriptPage />);
    await later();
    expect(screen.getByText('这里供编辑使用')).toBeTruthy();
  });

  it('says what its activity makes of its line, and asks only what its kind says', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    const choose = (name: string, value: string) => fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
    expect(screen.queryByRole('textbox', { name: '时长（分钟）' })).toBeNull();
    choose('栏目', 'lesson');
    choose('所属活动', 'three-sames');
    type('时长（分钟）', '12');
    type('标签', '讲座、 三同');
    expect(screen.queryByRole('combobox', { name: '类别' })).toBeNull();
    await later(1600);
    expect(saves().at(-1)?.content).toMatchObject({ kind: 'lesson', activityId: 'three-sames', lineId: 'publicity', tags: ['讲座', '三同'], details: { minutes: 12 } });
  });
});
