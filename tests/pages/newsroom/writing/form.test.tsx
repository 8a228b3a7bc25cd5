import { ok, refused, stage } from '../../../support/taro/taro';
import { fireEvent, render, screen, within } from '@testing-library/react';
import ManuscriptPage from '../../../../src/newsroom/manuscript';
import { content, manuscript } from '../sample-manuscript';
import { body, later, openManuscript, press, savedAs, saves, sitAtDesk, type } from './scene';

jest.useFakeTimers();

beforeEach(sitAtDesk);

beforeAll(() => {
  // jsdom has no editing commands.
  Object.assign(document, { execCommand: () => false });
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
