import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { RequestRow } from '../../../src/contract/request/request';
import RequestsPage from '../../../src/service/requests';
import { forgetPerson, fileRequest, type Filing } from '../../../src/platform/request/filing';
import { request, row } from '../sample-request';

const page = (requests: RequestRow[], nextCursor: string | null = null) => ok({ requests, nextCursor });
const rows = () => screen.queryAllByRole('link').map(({ textContent }) => textContent);

const filing: Filing = {
  action: 'request.submit',
  key: 'k',
  title: '请专家上门',
  input: { campaignId: 'tianjin-2017', kindId: 'expert-visit', values: {}, consent: true },
};

beforeEach(() => {
  stage.reset();
  forgetPerson();
});

describe('one’s own requests', () => {
  it('says of each what it is about, where it stands and by when it is answered', async () => {
    stage.answer('request.mine', () => page([row]));
    render(<RequestsPage />);
    const link = await screen.findByRole('link', { name: /三同/ });
    expect(link.textContent).toMatch(/请专家上门：三同.*已提交，等待受理.*天津示例食品有限公司.*ZY 1709 042 137.*承诺 9 月 14 日前答复/);
    fireEvent.click(link);
    expect(stage.opened).toEqual([`/service/request/index?id=${row.id}`]);
  });

  it('marks what was answered and what a colleague filed', async () => {
    stage.answer('request.mine', () => page([{ ...row, subject: null, unanswered: true }, { ...row, id: 'b', followed: true }]));
    render(<RequestsPage />);
    const [own, followed] = await screen.findAllByRole('link');
    expect(own?.textContent).toMatch(/^请专家上门已提交，等待受理有新回复天津/);
    expect(followed?.textContent).toContain('一起跟进');
    expect(followed?.textContent).not.toContain('有新回复');
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
    fireEvent.click(screen.getByRole('button', { name: '看可以申请什么' }));
    expect(stage.opened).toEqual(['/pages/service/index']);
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

  it('shows what waits for the network, until it is filed', async () => {
    stage.answer('request.mine', () => page([]));
    fileRequest('expert-visit', filing);
    await settled();
    render(<RequestsPage />);
    const link = await screen.findByRole('link', { name: /等待网络/ });
    fireEvent.click(link);
    expect(stage.opened).toEqual(['/service/form/index?kind=expert-visit']);

    stage.answer('request.submit', () => ok(request));
    stage.answer('request.mine', () => page([row]));
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    expect(await screen.findByRole('link', { name: /已提交，等待受理/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /等待网络/ })).toBeNull();
  });

  it('shows what was not taken', async () => {
    stage.answer('request.mine', () => page([]));
    stage.answer('request.submit', () => refused('campaign_closed', '本届活动不在受理期内，暂时不能提交。'));
    fileRequest('expert-visit', filing);
    await settled();
    render(<RequestsPage />);
    expect((await screen.findByRole('link')).textContent).toContain('没有提交成功');
  });
});
