import { ok, stage } from '../support/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { RequestRow } from '../../src/contract/request/request';
import RequestsPage from '../../src/service/requests';
import { row } from './sample-request';

const page = (requests: RequestRow[], nextCursor: string | null = null) => ok({ requests, nextCursor });
const rows = () => screen.queryAllByRole('link').map(({ textContent }) => textContent);

beforeEach(stage.reset);

describe('one’s own requests', () => {
  it('says of each what it is about, where it stands and by when it is answered', async () => {
    stage.answer('request.mine', () => page([row]));
    render(<RequestsPage />);
    const link = await screen.findByRole('link', { name: /三同/ });
    expect(link.textContent).toMatch(/已提交，等待受理.*天津示例食品有限公司.*ZY 1709 042 137.*承诺 9 月 14 日前答复/);
    fireEvent.click(link);
    expect(stage.opened).toEqual([`/service/request/index?id=${row.id}`]);
  });

  it('fetches older ones at the end of the list', async () => {
    stage.answer('request.mine', ({ cursor }) =>
      cursor === undefined ? page([row], 'older') : page([{ ...row, id: 'b', subject: '质量管理', promise: { kind: 'ended' } }]),
    );
    render(<RequestsPage />);
    await screen.findByRole('link');
    act(() => {
      stage.happen('reachBottom');
    });
    await screen.findByText('没有更多了');
    expect(rows()).toMatchObject([expect.stringContaining('三同'), expect.stringContaining('质量管理')]);
  });

  it('explains where requests will be when there are none, and how to file one', async () => {
    stage.answer('request.mine', () => page([]));
    render(<RequestsPage />);
    expect(await screen.findByText('还没有申请')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '请专家上门' }));
    expect(stage.opened).toEqual(['/service/expert-visit/index']);
  });

  it('never says that there are none when they could not be read', async () => {
    render(<RequestsPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('还没有申请')).toBeNull();
    stage.answer('request.mine', () => page([row]));
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('link', { name: /三同/ })).toBeTruthy();
  });

  it('reads the list again when it comes back into view', async () => {
    stage.answer('request.mine', () => page([row]));
    render(<RequestsPage />);
    await screen.findByRole('link');
    act(() => {
      stage.happen('didShow');
    });
    stage.answer('request.mine', () => page([{ ...row, state: 'withdrawn', stateLabel: '已撤回', promise: { kind: 'ended' } }]));
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    expect(await screen.findByText('已撤回')).toBeTruthy();
    expect(stage.sentTo('request.mine')).toHaveLength(2);
  });
});
