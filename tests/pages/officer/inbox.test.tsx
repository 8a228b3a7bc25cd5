import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Dashboard } from '../../../src/contract/request/office';
import type { RequestRow } from '../../../src/contract/request/request';
import InboxPage from '../../../src/officer/inbox';
import { tellChangedCase } from '../../../src/officer/shared/changed-cases';
import { caseAtDesk, inboxRow } from './sample-case';

const page = (...requests: RequestRow[]) => ok({ requests, nextCursor: null });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const lastAsked = () => stage.sentTo('request.inbox').at(-1)?.input;

const dashboard: Dashboard = {
  countedAt: '2017-09-07T09:00:00+08:00',
  totals: { open: 1, waiting: 1, overdue: 0, concluded: 0 },
  byOffice: [
    { officeId: 'donggang', name: '东港检验检疫局', open: 1, overdue: 0, closed: 0 },
    { officeId: 'baodi', name: '宝坻检验检疫局', open: 0, overdue: 0, closed: 0 },
  ],
  byKind: [{ kindId: 'expert-visit', title: '请专家上门', open: 1, overdue: 0, closed: 0 }],
  byState: [],
  ages: [],
  promises: { kept: 0, missed: 0 },
  helped: { yes: 0, partly: 0, no: 0 },
};

async function openInbox(...rows: RequestRow[]) {
  stage.answer('request.inbox', () => page(...rows));
  render(<InboxPage />);
  await screen.findByText(rows[0]?.firmName ?? '没有申请');
}

beforeEach(stage.reset);

describe('the officers’ inbox', () => {
  it('shows who asks for what, by when it is due, and opens the case', async () => {
    const row = inboxRow();
    await openInbox(row);
    const link = screen.getByRole('link', { name: /天津示例1公司/ });
    expect(link.textContent).toMatch(/请专家上门 · 三同.*9 月 14 日前答复，还有 5 个工作日.*ZY 1709 042 137/);
    fireEvent.click(link);
    expect(stage.opened).toEqual([`/officer/request/index?id=${row.id}`]);
  });

  it('says in words that a request is overdue, and that the firm has written', async () => {
    await openInbox(inboxRow({ unanswered: true, promise: { kind: 'running', what: 'answer', dueOn: '2017-09-05', workingDaysLeft: -2 } }));
    expect(screen.getByRole('link', { name: /天津示例/ }).textContent).toMatch(/已逾期企业有新留言.*已超过 2 个工作日/);
  });

  it('says of a concluded one that the firm has to confirm it', async () => {
    await openInbox(inboxRow({ state: 'concluded', stateLabel: '已办结，等您确认', promise: { kind: 'kept' } }));
    expect(screen.getByText('已办结，等企业确认')).toBeTruthy();
  });

  it('names the office only to an officer of several', async () => {
    await openInbox(inboxRow({ officeName: '东港检验检疫局' }));
    expect(screen.getByRole('link').textContent).not.toContain('东港');
    stage.answer('request.inbox', () => page(inboxRow({ officeName: '东港检验检疫局' }), inboxRow({ officeName: '南疆检验检疫局' }, 2)));
    act(() => stage.happen('pullDownRefresh'));
    await screen.findByText('天津示例2公司');
    expect(screen.getAllByRole('link')[0]?.textContent).toContain('东港检验检疫局');
    expect(stage.refreshing).toBe(false);
  });

  it('is narrowed by state and due day, and asks for no due day of what has ended', async () => {
    await openInbox(inboxRow());
    choose('待受理');
    choose('已逾期');
    await waitFor(() => expect(lastAsked()).toEqual({ state: 'submitted', due: 'overdue' }));
    choose('已结束');
    await waitFor(() => expect(lastAsked()).toEqual({ state: 'closed' }));
    expect(screen.queryByRole('radiogroup', { name: '期限' })).toBeNull();
    choose('在办');
    await waitFor(() => expect(lastAsked()).toEqual({}));
    await screen.findByText('天津示例1公司');
  });

  it('reads the kinds and offices only when they are wanted', async () => {
    stage.answer('request.dashboard', () => ok(dashboard));
    await openInbox(inboxRow());
    expect(stage.sent).toHaveLength(1);
    press('更多筛选');
    fireEvent.click(await screen.findByRole('radio', { name: '宝坻检验检疫局' }));
    choose('请专家上门');
    await waitFor(() => expect(lastAsked()).toEqual({ officeId: 'baodi', kindId: 'expert-visit' }));
    press('收起筛选');
    expect(screen.getByRole('button', { name: '更多筛选（已选）' })).toBeTruthy();
    await settled();
  });

  it('says that nothing fits, which is another thing than nothing to do', async () => {
    await openInbox();
    expect(screen.getByText('现在没有要办的申请。')).toBeTruthy();
    choose('已逾期');
    expect(await screen.findByText('没有符合条件的申请，可以换一个条件看看。')).toBeTruthy();
  });

  it('reads the list again when it comes back into view, but not one that was read further', async () => {
    stage.answer('request.inbox', ({ cursor }) => ok({ requests: [inboxRow({}, cursor === undefined ? 1 : 2)], nextCursor: cursor === undefined ? 'next' : null }));
    render(<InboxPage />);
    await screen.findByText('天津示例1公司');
    const comeBack = () => act(() => (['didHide', 'didShow'] as const).forEach((moment) => stage.happen(moment)));
    comeBack();
    await waitFor(() => expect(stage.sentTo('request.inbox')).toHaveLength(2));
    await settled();
    act(() => stage.happen('reachBottom'));
    await screen.findByText('天津示例2公司');
    comeBack();
    await settled();
    expect(stage.sentTo('request.inbox')).toHaveLength(3);
  });

  it('follows what was done with a case, without reading again', async () => {
    const row = inboxRow();
    await openInbox(row, inboxRow({}, 2));
    act(() => tellChangedCase(caseAtDesk({ id: row.id, version: 2, state: 'accepted', stateLabel: '已受理' })));
    expect(within(screen.getByRole('link', { name: /天津示例1公司/ })).getByText('已受理')).toBeTruthy();
    act(() => tellChangedCase(caseAtDesk({ id: row.id, version: 3, state: 'declined', stateLabel: '不予受理' })));
    expect(screen.queryByText('天津示例1公司')).toBeNull();
    expect(screen.getByText('天津示例2公司')).toBeTruthy();
    expect(stage.sent).toHaveLength(1);
  });

  it('lets go of a case that was passed on to an office the officer does not answer for', async () => {
    const row = inboxRow();
    await openInbox(row, inboxRow({}, 2));
    act(() => tellChangedCase(caseAtDesk({ id: row.id, officeName: '宝坻检验检疫局', actors: [] })));
    expect(screen.queryByText('天津示例1公司')).toBeNull();
  });

  it('does not take a failure for an empty inbox, and says that it tries again', async () => {
    render(<InboxPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('没有申请')).toBeNull();
    stage.answer('request.inbox', () => page(inboxRow()));
    press('重试');
    expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy();
    expect(await screen.findByText('天津示例1公司')).toBeTruthy();
  });

  it('leads a person who is no officer to the service', async () => {
    stage.answer('request.inbox', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<InboxPage />);
    expect(await screen.findByText(/您现在的身份不是受理人员/)).toBeTruthy();
    press('去“服务”');
    expect(stage.opened).toEqual(['/pages/service/index']);
  });

  it('saves the list as it is narrowed, and says when it could not', async () => {
    const saved: string[] = [];
    Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${blob.size}`, revokeObjectURL: () => undefined });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
      saved.push(`${this.download} ${this.href}`);
    });
    await openInbox(inboxRow());
    choose('已逾期');
    await settled();
    press('导出 Excel');
    await waitFor(() => expect(stage.said).toEqual(['网络不太好，没有连上服务，请检查网络后重试。']));
    stage.answer('request.export', () => ok({ name: '企业申请-2017-09-07.xlsx', base64: btoa('12345'), rowCount: 1 }));
    press('导出 Excel');
    await waitFor(() => expect(saved).toEqual(['企业申请-2017-09-07.xlsx blob:5']));
    expect(stage.sentTo('request.export')[0]?.input).toEqual({ due: 'overdue' });
    click.mockRestore();
    await settled();
  });
});

describe('accepting several at once', () => {
  const [first, second, third] = [inboxRow({}, 1), inboxRow({ version: 4 }, 2), inboxRow({ state: 'accepted', stateLabel: '已受理' }, 3)];

  it('accepts those that were chosen, in the version that was seen', async () => {
    stage.answer('request.accept-many', () => ok({ accepted: [first.id, second.id], refused: [] }));
    await openInbox(first, second, third);
    press('批量受理');
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(2);
    press('受理所选 2 份');
    expect(await screen.findByText('已受理 2 份。')).toBeTruthy();
    expect(stage.sentTo('request.accept-many')[0]?.input).toEqual({ requests: [{ id: first.id, version: 1 }, { id: second.id, version: 4 }] });
    await waitFor(() => expect(stage.sentTo('request.inbox')).toHaveLength(2));
    expect(screen.queryByRole('checkbox')).toBeNull();
    await settled();
  });

  it('tells which were not accepted, and why', async () => {
    stage.answer('request.accept-many', () => ok({ accepted: [], refused: [{ id: second.id, message: '这项内容刚刚有了变化，请刷新后再操作。' }] }));
    await openInbox(first, second);
    press('批量受理');
    fireEvent.click(screen.getByRole('checkbox', { name: /天津示例2公司/ }));
    press('受理所选 1 份');
    expect((await screen.findByRole('alert')).textContent).toBe('有 1 份没有受理：天津示例2公司：这项内容刚刚有了变化，请刷新后再操作。');
    await settled();
  });

  it('keeps the choice when the network fails, and forgets it when it is given up', async () => {
    await openInbox(first);
    press('批量受理');
    fireEvent.click(screen.getByRole('checkbox'));
    press('受理所选 1 份');
    expect((await screen.findByRole('alert')).textContent).toContain('网络不太好');
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(1);
    press('取消选择');
    fireEvent.click(screen.getByRole('link', { name: /天津示例1公司/ }));
    expect(stage.opened).toEqual([`/officer/request/index?id=${first.id}`]);
  });
});
