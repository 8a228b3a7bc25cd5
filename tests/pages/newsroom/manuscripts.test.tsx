import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ManuscriptPage, ManuscriptRow } from '../../../src/contract/newsroom/manuscript';
import ManuscriptsPage from '../../../src/newsroom/manuscripts';
import { hers, manuscriptRow } from './sample-manuscript';

const offices: ManuscriptPage['offices'] = [
  { id: 'donggang', name: '东港检验检疫局', mine: true },
  { id: 'baodi', name: '宝坻检验检疫局', mine: false },
];

const page = (manuscripts: readonly ManuscriptRow[], part: Partial<ManuscriptPage> = {}) => ok({ manuscripts, nextCursor: null, waitingForMe: 0, offices, ...part });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const lastAsked = () => stage.sentTo('manuscript.list').at(-1)?.input;

beforeEach(stage.reset);

describe('the manuscripts', () => {
  it('say who edited what last, and open', async () => {
    stage.answer('manuscript.list', () => page([manuscriptRow({ title: '', edited: hers, state: 'scheduled', publishAt: '2017-09-08T08:00:00+08:00' })]));
    render(<ManuscriptsPage />);
    const row = await screen.findByRole('link', { name: /还没有标题/ });
    expect(row.textContent).toMatch(/定时发布.*9 月 8 日 08:00 自动发布.*资讯 · 东港检验检疫局 · 9 月 7 日 09:12 · 李示例 编辑/);
    fireEvent.click(row);
    expect(stage.opened).toEqual([`/newsroom/manuscript/index?id=${manuscriptRow().id}`]);
    expect(stage.sent).toHaveLength(1);
  });

  it('name first what waits for the caller', async () => {
    stage.answer('manuscript.list', ({ state }) => page(state === 'waiting' ? [manuscriptRow({ state: 'in-review', waitsForMe: true })] : [manuscriptRow()], { waitingForMe: 1 }));
    render(<ManuscriptsPage />);
    await screen.findByText('有 1 篇稿件等您审核。');
    press('去审核');
    expect(await screen.findByText('等您审核')).toBeTruthy();
    expect(lastAsked()).toEqual({ state: 'waiting' });
    expect(screen.queryByText('有 1 篇稿件等您审核。')).toBeNull();
  });

  it('are narrowed by state, column and office', async () => {
    stage.answer('manuscript.list', () => page([]));
    render(<ManuscriptsPage />);
    expect(await screen.findByText(/写好的稿件会显示在这里/)).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '已发布' }));
    fireEvent.click(screen.getByRole('radio', { name: '课程' }));
    fireEvent.click(screen.getByRole('radio', { name: '宝坻检验检疫局' }));
    await waitFor(() => expect(lastAsked()).toEqual({ state: 'published', kind: 'lesson', officeId: 'baodi' }));
    expect(await screen.findByText(/没有符合条件的稿件/)).toBeTruthy();
  });

  it('begin with a column and one of the caller’s own offices', async () => {
    stage.answer('manuscript.list', () => page([]));
    stage.answer('manuscript.start', () => ok({ id: 'new' }));
    render(<ManuscriptsPage />);
    await screen.findByText('没有稿件');
    press('写新稿');
    const office = screen.getByRole('combobox', { name: '单位' });
    expect(within(office).queryByRole('option', { name: '宝坻检验检疫局' })).toBeNull();
    fireEvent.change(screen.getByRole('combobox', { name: '栏目' }), { target: { value: 'advisory' } });
    press('开始写');
    await waitFor(() => expect(stage.opened).toEqual(['/newsroom/manuscript/index?id=new']));
    expect(stage.sentTo('manuscript.start')[0]).toMatchObject({ input: { kind: 'advisory', officeId: 'donggang' }, key: expect.any(String) as string });
    await settled();
  });

  it('ask for the office where there are several', async () => {
    stage.answer('manuscript.list', () => page([], { offices: offices.map((office) => ({ ...office, mine: true })) }));
    render(<ManuscriptsPage />);
    await screen.findByText('没有稿件');
    press('写新稿');
    press('开始写');
    expect(screen.getByRole('alert').textContent).toBe('请选择单位。');
    expect(stage.sentTo('manuscript.start')).toEqual([]);
  });

  it('cannot be begun by whoever may write nowhere', async () => {
    stage.answer('manuscript.list', () => page([manuscriptRow()], { offices: offices.map((office) => ({ ...office, mine: false })) }));
    render(<ManuscriptsPage />);
    await screen.findByText('质量月专题讲座开讲');
    expect(screen.queryByRole('button', { name: '写新稿' })).toBeNull();
  });

  it('are read again when the page comes back', async () => {
    stage.answer('manuscript.list', () => page([manuscriptRow()]));
    render(<ManuscriptsPage />);
    await screen.findByText('质量月专题讲座开讲');
    stage.answer('manuscript.list', () => page([manuscriptRow({ title: '另一个标题' })]));
    act(() => (['didHide', 'didShow'] as const).forEach((moment) => stage.happen(moment)));
    expect(await screen.findByText('另一个标题')).toBeTruthy();
  });

  it('are not for everybody, and a failure is no empty list', async () => {
    stage.answer('manuscript.list', () => refused('forbidden', '当前身份不能进行这项操作。'));
    const { unmount } = render(<ManuscriptsPage />);
    expect(await screen.findByText('这里供编辑使用')).toBeTruthy();
    unmount();
    stage.goOffline('manuscript.list');
    render(<ManuscriptsPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('没有稿件')).toBeNull();
  });
});
