import { ok, refused, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Dashboard } from '../../../src/contract/request/office';
import DashboardPage from '../../../src/officer/dashboard';

const dashboard: Dashboard = {
  countedAt: '2017-09-07T09:00:00+08:00',
  totals: { open: 12, waiting: 5, overdue: 2, concluded: 30 },
  byOffice: [
    { officeId: 'donggang', name: '东港检验检疫局', open: 8, overdue: 2, closed: 20 },
    { officeId: 'baodi', name: '宝坻检验检疫局', open: 4, overdue: 0, closed: 10 },
  ],
  byKind: [
    { kindId: 'expert-visit', title: '请专家上门', open: 12, overdue: 2, closed: 30 },
    { kindId: 'clue-report', title: '线索举报', open: 0, overdue: 0, closed: 0 },
  ],
  byState: [
    { state: 'submitted', label: '已提交，等待受理', count: 5 },
    { state: 'concluded', label: '已办结，等您确认', count: 3 },
    { state: 'declined', label: '不予受理', count: 0 },
  ],
  ages: [
    { label: '3 天以内', count: 9 },
    { label: '4 到 10 天', count: 3 },
  ],
  promises: { kept: 28, missed: 2 },
  helped: { yes: 0, partly: 0, no: 0 },
};

const nothing: Dashboard = {
  ...dashboard,
  totals: { open: 0, waiting: 0, overdue: 0, concluded: 0 },
  byOffice: [{ officeId: 'baodi', name: '宝坻检验检疫局', open: 0, overdue: 0, closed: 0 }],
  byKind: [],
  byState: [],
  ages: [{ label: '3 天以内', count: 0 }],
  promises: { kept: 0, missed: 0 },
};

const items = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem').map(({ textContent }) => textContent);

beforeEach(stage.reset);

describe('the dashboard', () => {
  it('has every figure as text, beside what is drawn', async () => {
    stage.answer('request.dashboard', () => ok(dashboard));
    render(<DashboardPage />);
    await screen.findByText('30');
    expect(document.body.textContent).toContain('12在办5待受理2已逾期30已办结');
    expect(items('各单位在办')).toEqual(['东港检验检疫局8 份，其中逾期 2', '宝坻检验检疫局4 份']);
    expect(items('各事项在办')).toEqual(['请专家上门12 份，其中逾期 2']);
    expect(items('在办时间')).toEqual(['3 天以内9 份', '4 到 10 天3 份']);
    expect(items('各状态')).toEqual(['已提交，等待受理5 份', '已办结，等企业确认3 份']);
    expect(items('承诺期限')).toEqual(['按期办理28 份', '超过期限2 份']);
  });

  it('draws no bars for what nobody has answered yet, and says so', async () => {
    stage.answer('request.dashboard', () => ok(dashboard));
    render(<DashboardPage />);
    expect(await screen.findByText('还没有企业回访的结果。')).toBeTruthy();
    expect(screen.queryByRole('list', { name: '企业回访' })).toBeNull();
  });

  it('is honest about an office to which nothing has come', async () => {
    stage.answer('request.dashboard', () => ok(nothing));
    render(<DashboardPage />);
    expect(await screen.findByText('还没有收到申请。')).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
    expect(screen.queryByRole('radiogroup', { name: '单位' })).toBeNull();
  });

  it('counts one office when it is chosen, and leads back to all', async () => {
    stage.answer('request.dashboard', ({ officeId }) => ok(officeId === undefined ? dashboard : { ...dashboard, byOffice: dashboard.byOffice.slice(1) }));
    render(<DashboardPage />);
    fireEvent.click(await screen.findByRole('radio', { name: '宝坻检验检疫局' }));
    await waitFor(() => expect(screen.queryByRole('list', { name: '各单位在办' })).toBeNull());
    await screen.findByRole('list', { name: '各状态' });
    expect(stage.sentTo('request.dashboard').map(({ input }) => input)).toEqual([{}, { officeId: 'baodi' }]);
    fireEvent.click(screen.getByRole('radio', { name: '全部单位' }));
    expect(await screen.findByRole('list', { name: '各单位在办' })).toBeTruthy();
  });

  it('is no business of a person who is no officer', async () => {
    stage.answer('request.dashboard', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<DashboardPage />);
    expect(await screen.findByText(/您现在的身份不是受理人员/)).toBeTruthy();
  });
});
