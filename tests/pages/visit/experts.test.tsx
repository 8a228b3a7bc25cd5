import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import ExpertsPage from '../../../src/officer/experts';
import { choices, expert } from './sample-expert';

async function openExperts() {
  stage.answer('expert.list', () => ok({ experts: [{ ...expert, linked: false, fit: null }], choices }));
  render(<ExpertsPage />);
  await settled();
}

const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));
const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });

beforeEach(stage.reset);

describe('the experts', () => {
  it('are added with fields, districts and weekly limit', async () => {
    await openExperts();
    await press('添加专家');
    type('姓名', '示例专家乙');
    fireEvent.change(screen.getByRole('combobox', { name: '单位' }), { target: { value: 'bureau' } });
    tick('检验检测');
    tick('宝坻');
    type('每周上限', '3');
    stage.answer('expert.add', () => ok(expert));
    await press('保存');
    expect(stage.sentTo('expert.add').map(({ input }) => input)).toEqual([
      { name: '示例专家乙', officeId: 'bureau', subjectIds: ['testing'], areaIds: ['baodi'], weeklyLimit: 3, active: true },
    ]);
    expect(stage.sentTo('expert.list')).toHaveLength(2);
  });

  it('are not sent with mistakes, which are told at their fields', async () => {
    await openExperts();
    await press('添加专家');
    type('每周上限', '30');
    await press('保存');
    expect(stage.sentTo('expert.add')).toEqual([]);
    expect(screen.getByText('请至少选择一个擅长的方面。')).toBeTruthy();
    expect(screen.getByText('每周最多 10 个半天。')).toBeTruthy();
  });

  it('are changed against the version that was read', async () => {
    await openExperts();
    await press('修改');
    tick('参加上门安排');
    stage.answer('expert.change', () => refused('conflict', '这份专家档案刚刚有了变化，请刷新后再修改。'));
    await press('保存');
    expect(stage.sentTo('expert.change')).toMatchObject([{ input: { id: expert.id, version: 1, active: false, subjectIds: ['three-sames'] } }]);
    expect(screen.getByRole('alert').textContent).toContain('刚刚有了变化');
  });

  it('are invited by a link that is shown once', async () => {
    await openExperts();
    const offers = { role: 'expert', name: '专家', officeId: null, officeName: null } as const;
    const token = 'C'.repeat(43);
    stage.answer('expert.invite', () => ok({ id: 'i-1', offers, inviteeName: expert.name, madeAt: '2017-09-07T09:00:00+08:00', expiresAt: '2017-09-14T09:00:00+08:00', token }));
    await press('邀请本人');
    expect(stage.sentTo('expert.invite')).toMatchObject([{ input: { id: expert.id } }]);
    expect(screen.getByText(`/officer/invitation/index?token=${token}`)).toBeTruthy();
    expect(stage.shared()).toEqual({ title: '邀请您担任专家', path: `/officer/invitation/index?token=${token}` });
  });
});
