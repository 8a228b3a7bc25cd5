import { ok, refused, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { OfferView } from '../../../src/contract/role';
import InvitationPage from '../../../src/officer/invitation';

const token = 'A'.repeat(43);
const offer: OfferView = {
  offers: { role: 'officer', name: '受理人员', officeId: 'baodi', officeName: '宝坻检验检疫局' },
  inviteeName: '张示例',
  campaignName: '2017 年“质量月”',
  expiresAt: '2017-09-14T09:00:00+08:00',
  standing: 'ready',
};

const acceptButton = () => screen.queryByRole('button', { name: '接受邀请' });

beforeEach(stage.reset);

describe('an invitation', () => {
  it('says what it offers, and is accepted by a tap', async () => {
    stage.params = { token };
    stage.answer('invitation.get', () => ok(offer));
    stage.answer('invitation.accept', () => ok({ id: 'i-1', holds: offer.offers }));
    render(<InvitationPage />);
    expect(await screen.findByText('宝坻检验检疫局受理人员')).toBeTruthy();
    expect(screen.getByText('张示例，邀请您担任')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '接受邀请' }));
    expect((await screen.findByRole('alert')).textContent).toContain('您现在是宝坻检验检疫局受理人员');
    expect(stage.sentTo('invitation.accept')).toMatchObject([{ input: { token } }]);
    fireEvent.click(screen.getByRole('button', { name: '去“我的”' }));
    expect(stage.opened).toEqual(['/pages/me/index']);
  });

  it('sends a browser’s guest to the mini-program', async () => {
    stage.params = { token };
    stage.answer('invitation.get', () => ok({ ...offer, standing: 'guest' }));
    render(<InvitationPage />);
    expect(await screen.findByText(/请在手机上打开微信小程序/)).toBeTruthy();
    expect(acceptButton()).toBeNull();
  });

  it('tells who has the role already', async () => {
    stage.params = { token };
    stage.answer('invitation.get', () => ok({ ...offer, standing: 'held' }));
    render(<InvitationPage />);
    expect(await screen.findByText(/您已经担任这个角色/)).toBeTruthy();
    expect(acceptButton()).toBeNull();
  });

  it('says that it was used, taken back or has expired', async () => {
    stage.params = { token };
    stage.answer('invitation.get', () => refused('not_found', '这份邀请已经用过、撤回或过期，请向管理员要一份新的。'));
    render(<InvitationPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('请向管理员要一份新的');
    expect(acceptButton()).toBeNull();
  });

  it('says that somebody else was faster', async () => {
    stage.params = { token };
    stage.answer('invitation.get', () => ok(offer));
    stage.answer('invitation.accept', () => refused('not_found', '这份邀请已经用过、撤回或过期，请向管理员要一份新的。'));
    render(<InvitationPage />);
    await screen.findByText('宝坻检验检疫局受理人员');
    fireEvent.click(screen.getByRole('button', { name: '接受邀请' }));
    expect((await screen.findByRole('alert')).textContent).toContain('已经用过');
  });

  it.each([`/officer/invitation/index?token=${token}`, `https://quality.example.cn/#/officer/invitation/index?token=${token}`, token])('is found by the pasted link %s', async (link) => {
    stage.answer('invitation.get', () => ok(offer));
    render(<InvitationPage />);
    fireEvent.input(screen.getByRole('textbox', { name: '邀请链接' }), { target: { value: ` ${link} ` } });
    fireEvent.click(screen.getByRole('button', { name: '下一步' }));
    expect(await screen.findByText('宝坻检验检疫局受理人员')).toBeTruthy();
    expect(stage.sentTo('invitation.get')).toMatchObject([{ input: { token } }]);
  });

  it('is not looked for by half a link', () => {
    render(<InvitationPage />);
    fireEvent.input(screen.getByRole('textbox', { name: '邀请链接' }), { target: { value: `/officer/invitation/index?token=${token.slice(1)}` } });
    fireEvent.click(screen.getByRole('button', { name: '下一步' }));
    expect(screen.getByRole('alert').textContent).toContain('没有完整的邀请链接');
    expect(stage.sent).toEqual([]);
  });
});
