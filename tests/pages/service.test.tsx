import { ok, stage } from '../support/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import ServicePage from '../../src/pages/service';
import { form } from './sample-request';

const press = (role: 'button' | 'link', name: string | RegExp) => fireEvent.click(screen.getByRole(role, { name }));

beforeEach(stage.reset);

describe('the service tab', () => {
  it('says what happens after filing, and leads to the form', async () => {
    stage.answer('request.form', () => ok(form));
    render(<ServicePage />);
    expect(await screen.findByText('受理并安排专家')).toBeTruthy();
    expect(screen.getByText('三同、质量管理')).toBeTruthy();
    press('button', '填写申请');
    expect(stage.opened).toEqual(['/service/expert-visit/index']);
  });

  it('says why no request can be filed, and still leads to those filed before', async () => {
    stage.answer('request.form', () => ok({ ...form, open: false, closedReason: '活动已经结束。' }));
    render(<ServicePage />);
    expect(await screen.findByText('活动已经结束。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '填写申请' })).toBeNull();
    press('link', /我的申请/);
    press('link', /凭编号查进度/);
    expect(stage.opened).toEqual(['/service/requests/index', '/service/lookup/index']);
  });

  it('leads to requests filed before even when the form could not be read', async () => {
    render(<ServicePage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    press('link', /凭编号查进度/);
    expect(stage.opened).toEqual(['/service/lookup/index']);
  });
});
