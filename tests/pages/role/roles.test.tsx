import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { GrantView, InvitationView, RoleView } from '../../../src/contract/role';
import RolesPage from '../../../src/officer/roles';

const officer: RoleView = { role: 'officer', name: '受理人员', officeId: 'baodi', officeName: '宝坻检验检疫局' };
const administrator: RoleView = { role: 'administrator', name: '管理员', officeId: null, officeName: null };
const grants: readonly GrantView[] = [
  { id: 'g-1', personId: 'p-1', holds: officer, holderName: '张示例', mine: false, grantedAt: '2017-09-06T09:00:00+08:00' },
  { id: 'g-2', personId: 'p-2', holds: administrator, holderName: '李示例', mine: true, grantedAt: '2017-09-01T09:00:00+08:00' },
];
const invitation: InvitationView = { id: 'i-1', offers: officer, inviteeName: '王示例', madeAt: '2017-09-07T09:00:00+08:00', expiresAt: '2017-09-14T09:00:00+08:00' };
const offices = [
  { id: 'bureau', name: '天津检验检疫局' },
  { id: 'baodi', name: '宝坻检验检疫局' },
];
const token = 'B'.repeat(43);

async function openPage(shown: readonly GrantView[] = grants) {
  stage.answer('role.list', () => ok({ grants: shown, nextCursor: null }));
  render(<RolesPage />);
  await settled();
}

async function openInvitations(...invitations: InvitationView[]) {
  await openPage();
  stage.answer('invitation.list', () => ok({ invitations, nextCursor: null, offices }));
  fireEvent.click(screen.getByRole('tab', { name: '邀请' }));
  await settled();
}

const press = (name: string, nth = 0) => {
  const button = screen.getAllByRole('button', { name })[nth];
  if (!button) throw new Error(`There is no button ${name} at ${nth}.`);
  fireEvent.click(button);
};
const select = (name: string, value: string) => fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
const typeName = (value: string) => fireEvent.input(screen.getByRole('textbox', { name: '受邀人' }), { target: { value } });

beforeEach(stage.reset);

describe('who holds what', () => {
  it('is listed with office, name and since when', async () => {
    await openPage();
    expect(screen.getByText('张示例')).toBeTruthy();
    expect(screen.getByText('宝坻检验检疫局受理人员，9 月 6 日 09:00 起')).toBeTruthy();
    expect(screen.getByText('李示例（您自己）')).toBeTruthy();
  });

  it('is narrowed to one role', async () => {
    await openPage();
    fireEvent.click(screen.getByRole('radio', { name: '专家' }));
    await settled();
    expect(stage.sentTo('role.list').map(({ input }) => input)).toEqual([{}, { role: 'expert' }]);
  });

  it('is taken back after a question', async () => {
    await openPage();
    stage.answer('role.revoke', ({ id }) => ok({ id }));
    stage.saysYes = false;
    press('收回');
    await settled();
    expect(stage.sentTo('role.revoke')).toEqual([]);
    stage.saysYes = true;
    press('收回');
    await settled();
    expect(stage.asked).toEqual(['收回张示例的角色', '收回张示例的角色']);
    expect(stage.sentTo('role.revoke')).toMatchObject([{ input: { id: 'g-1' } }]);
    expect(stage.sentTo('role.list')).toHaveLength(2);
  });

  it('says why the last administrator stays', async () => {
    await openPage();
    stage.answer('role.revoke', () => refused('conflict', '这是最后一位管理员，请先邀请另一位，再收回这个角色。'));
    press('收回', 1);
    await settled();
    expect(stage.asked).toEqual(['收回您自己的角色']);
    expect(screen.getByRole('alert').textContent).toContain('最后一位管理员');
  });

  it('is an administrator’s to see', async () => {
    stage.answer('role.list', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<RolesPage />);
    expect(await screen.findByText('这里供管理员使用')).toBeTruthy();
    expect(screen.queryByRole('tab')).toBeNull();
  });
});

describe('inviting', () => {
  it('asks for the office where the role is held in one, and shows the link once', async () => {
    await openInvitations();
    select('单位', 'baodi');
    typeName('王示例');
    stage.answer('invitation.make', () => ok({ ...invitation, token }));
    press('生成邀请');
    await settled();
    expect(stage.sentTo('invitation.make')).toMatchObject([{ input: { role: 'officer', officeId: 'baodi', inviteeName: '王示例' } }]);
    expect(screen.getByText(`/officer/invitation/index?token=${token}`)).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('请王示例担任宝坻检验检疫局受理人员');
    press('复制链接');
    await settled();
    expect(stage.copied[0]).toContain(`#/officer/invitation/index?token=${token}`);
    expect(stage.shared()).toEqual({ title: '邀请您担任宝坻检验检疫局受理人员', path: `/officer/invitation/index?token=${token}` });
  });

  it('asks for no office for a role of the whole campaign', async () => {
    await openInvitations();
    select('单位', 'baodi');
    select('角色', 'dispatcher');
    expect(screen.queryByRole('combobox', { name: '单位' })).toBeNull();
    typeName('王示例');
    stage.answer('invitation.make', () => refused('invalid_input', '有内容需要修改，请查看标出的各项。', { inviteeName: '受邀人至少 2 个字。' }));
    press('生成邀请');
    await settled();
    expect(stage.sentTo('invitation.make')).toMatchObject([{ input: { role: 'dispatcher', officeId: null } }]);
    expect(screen.getByRole('alert').textContent).toBe('受邀人至少 2 个字。');
  });

  it('says what to do when the answer with the link was lost', async () => {
    await openInvitations(invitation);
    select('单位', 'baodi');
    typeName('王示例');
    press('生成邀请');
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('没有连上服务');
    stage.answer('invitation.make', () => ok({ ...invitation, token: null }));
    press('生成邀请');
    await settled();
    const keys = stage.sentTo('invitation.make').map(({ key }) => key);
    expect(keys[0]).toBe(keys[1]);
    expect(screen.getByRole('alert').textContent).toContain('链接没有传回来');
  });

  it('shares nothing that needs a role before an invitation was made', async () => {
    await openInvitations();
    expect(stage.shared()).toEqual({ title: '质量月', path: '/pages/home/index' });
  });

  it('is taken back, and its link with it', async () => {
    await openInvitations(invitation);
    expect(screen.getByText('宝坻检验检疫局受理人员，9 月 14 日 09:00 前有效')).toBeTruthy();
    stage.answer('invitation.revoke', ({ id }) => ok({ id }));
    stage.answer('invitation.list', () => ok({ invitations: [], nextCursor: null, offices }));
    press('撤回');
    await settled();
    expect(stage.sentTo('invitation.revoke')).toMatchObject([{ input: { id: 'i-1' } }]);
    expect(screen.getByText('没有等待接受的邀请')).toBeTruthy();
  });
});
