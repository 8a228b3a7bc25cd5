import { ok, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { RequestKindList } from '../../../src/contract/request/form';
import ServicePage from '../../../src/pages/service';

const list: RequestKindList = {
  open: true,
  closedReason: null,
  kinds: [
    { id: 'expert-visit', title: '请专家上门', summary: '专家到企业讲解政策', answerWithin: 5, anonymous: false },
    { id: 'clue', title: '线索举报', summary: '反映假冒伪劣和安全隐患', answerWithin: 7, anonymous: true },
  ],
};

const follow = (name: RegExp) => fireEvent.click(screen.getByRole('link', { name }));

beforeEach(stage.reset);

describe('the service tab', () => {
  it('lists what can be asked for, within how many days it is answered, and leads to each form', async () => {
    stage.answer('request.kinds', () => ok(list));
    render(<ServicePage />);
    expect((await screen.findByRole('link', { name: /请专家上门/ })).textContent).toBe('请专家上门专家到企业讲解政策5 个工作日内答复');
    expect(screen.getByRole('link', { name: /线索举报/ }).textContent).toContain('7 个工作日内答复可以匿名');
    follow(/请专家上门/);
    follow(/线索举报/);
    expect(stage.opened).toEqual(['/service/form/index?kind=expert-visit', '/service/form/index?kind=clue']);
    expect(stage.sent).toHaveLength(1);
  });

  it('says why nothing can be filed, and still leads to requests filed before', async () => {
    stage.answer('request.kinds', () => ok({ ...list, open: false, closedReason: '活动已经结束。' }));
    render(<ServicePage />);
    expect(await screen.findByText('活动已经结束。')).toBeTruthy();
    expect(screen.getByText('线索举报')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /线索举报/ })).toBeNull();
    follow(/我的申请/);
    follow(/凭编号查进度/);
    expect(stage.opened).toEqual(['/service/requests/index', '/service/lookup/index']);
  });

  it('leads to requests filed before even when the directory could not be read', async () => {
    render(<ServicePage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    follow(/凭编号查进度/);
    expect(stage.opened).toEqual(['/service/lookup/index']);
  });
});
