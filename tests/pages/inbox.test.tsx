import { ok, refused, stage } from '../support/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { RequestRow } from '../../src/contract/request/request';
import InboxPage from '../../src/officer/inbox';

const row: RequestRow = {
  id: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01',
  receiptNumber: 'ZY1709042137',
  firmName: '天津示例食品有限公司',
  subject: '质量管理',
  state: 'submitted',
  stateLabel: '已提交，等待受理',
  officeName: '东港检验检疫局',
  submittedAt: '2017-09-07T09:00:00+08:00',
  promise: { kind: 'running', dueOn: '2017-09-14', workingDaysLeft: 3 },
};

const page = (...requests: RequestRow[]) => ok({ requests, nextCursor: null });

beforeEach(stage.reset);

describe('the officers’ inbox', () => {
  it('shows who asks for what, by when it is due, and opens the case', async () => {
    stage.answer('request.inbox', () => page(row));
    render(<InboxPage />);
    const link = await screen.findByRole('link', { name: /天津示例食品有限公司/ });
    expect(link.textContent).toMatch(/质量管理.*9 月 14 日.*还有 3 个工作日.*ZY 1709 042 137/);
    fireEvent.click(link);
    expect(stage.opened).toEqual([`/officer/request/index?id=${row.id}`]);
  });

  it('says in words that a request is overdue', async () => {
    stage.answer('request.inbox', () => page({ ...row, promise: { kind: 'running', dueOn: '2017-09-05', workingDaysLeft: -2 } }));
    render(<InboxPage />);
    expect((await screen.findByRole('link', { name: /天津示例/ })).textContent).toContain('已超过 2 个工作日');
  });

  it('names the office only to an officer of several', async () => {
    stage.answer('request.inbox', () => page(row));
    const { unmount } = render(<InboxPage />);
    expect((await screen.findByRole('link')).textContent).not.toContain('东港');
    unmount();
    stage.answer('request.inbox', () => page(row, { ...row, id: 'b', officeName: '南疆检验检疫局' }));
    render(<InboxPage />);
    expect((await screen.findAllByRole('link'))[0]?.textContent).toContain('东港检验检疫局');
  });

  it('shows one state at a time', async () => {
    stage.answer('request.inbox', ({ state }) => (state === 'accepted' ? page({ ...row, firmName: '天津受理过的公司' }) : page(row)));
    render(<InboxPage />);
    await screen.findByText('天津示例食品有限公司');
    fireEvent.click(screen.getByRole('tab', { name: '已受理' }));
    expect(await screen.findByText('天津受理过的公司')).toBeTruthy();
    expect(screen.queryByText('天津示例食品有限公司')).toBeNull();
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('已受理');
  });

  it('reads the list again when it comes back into view', async () => {
    stage.answer('request.inbox', () => page(row));
    render(<InboxPage />);
    await screen.findByText('天津示例食品有限公司');
    stage.answer('request.inbox', () => page());
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    expect(await screen.findByText('现在没有等待受理的申请。')).toBeTruthy();
  });

  it('does not take a failure for an empty inbox, and says that it tries again', async () => {
    render(<InboxPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('没有申请')).toBeNull();
    stage.answer('request.inbox', () => page(row));
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy();
    expect(await screen.findByText('天津示例食品有限公司')).toBeTruthy();
  });

  it('leads a person who is no officer to the service', async () => {
    stage.answer('request.inbox', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<InboxPage />);
    expect(await screen.findByText(/您现在的身份不是受理人员/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '去“服务”' }));
    expect(stage.opened).toEqual(['/pages/service/index']);
  });
});
