import { ok, refused, stage } from '../support/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { RequestView } from '../../src/contract/request/request';
import OfficerRequestPage from '../../src/officer/request';

const request: RequestView = {
  id: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01',
  version: 1,
  receiptNumber: 'ZY1709042137',
  state: 'submitted',
  stateLabel: '已提交，等待受理',
  title: '请专家上门',
  subject: '质量管理',
  officeName: '东港检验检疫局',
  submittedAt: '2017-09-07T09:00:00+08:00',
  promise: { kind: 'running', dueOn: '2017-09-14', workingDaysLeft: 3 },
  timeline: [{ at: '2017-09-07T09:00:00+08:00', kind: 'submitted', title: '已提交', by: '天津示例食品有限公司', note: null }],
  next: ['受理'],
  firmName: '天津示例食品有限公司',
  creditCode: '91120116MA05XXXX12',
  creditCodeDoubtful: false,
  contactName: '张三',
  phone: '02212345678',
  areaId: 'donggang',
  areaName: '东港',
  subjectId: 'quality-management',
  need: '想了解如何建立质量管理制度。',
  preferredDates: ['2017-09-12'],
  mine: false,
  moves: ['accept', 'return', 'transfer'],
  transferTo: [
    { id: 'nanjiang', name: '南疆检验检疫局' },
    { id: 'baodi', name: '宝坻检验检疫局' },
  ],
};

const settled = (change: Partial<RequestView>) => ok({ ...request, version: 2, moves: [], ...change });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const reason = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '需要补充的内容' });

async function openCase(view: RequestView = request) {
  stage.answer('request.get', () => ok(view));
  render(<OfficerRequestPage />);
  await screen.findByText('ZY 1709 042 137');
}

beforeEach(() => {
  stage.reset();
  stage.params = { id: request.id };
});

describe('a case at the officer’s desk', () => {
  it('calls the firm by a tap', async () => {
    await openCase();
    press('02212345678 拨打');
    expect(stage.phoned).toEqual(['02212345678']);
  });

  it('marks a credit code whose check digit is wrong', async () => {
    await openCase({ ...request, creditCodeDoubtful: true });
    expect(screen.getByText('校验位不符，企业已确认，请核对营业执照。')).toBeTruthy();
  });

  it('does not make up a contact that is kept back', async () => {
    await openCase({ ...request, contactName: null, phone: null });
    expect(screen.getAllByText('不再显示')).toHaveLength(2);
  });

  it('accepts, and shows the new state at once', async () => {
    stage.answer('request.accept', () => settled({ state: 'accepted', stateLabel: '已受理', promise: { kind: 'kept' } }));
    await openCase();
    press('受理');
    expect(await screen.findByText('已受理')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '受理' })).toBeNull();
    expect(stage.sentTo('request.accept')).toMatchObject([{ input: { id: request.id, version: 1 } }]);
  });

  it('shows nothing to press where nothing may be done', async () => {
    await openCase({ ...request, moves: [] });
    for (const name of ['受理', '退回补充', /转办/]) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('returns with a reason, which may be tapped together and changed', async () => {
    stage.answer('request.return', () => settled({ state: 'returned', stateLabel: '退回补充' }));
    await openCase();
    press('退回补充');
    press('请写明产品名称、规格和执行的标准。');
    press('请对照营业执照核对统一社会信用代码。');
    expect(reason().value).toBe('请写明产品名称、规格和执行的标准。\n请对照营业执照核对统一社会信用代码。');
    fireEvent.input(reason(), { target: { value: '请写明产品名称。' } });
    press('退回企业');
    expect(await screen.findByText('退回补充')).toBeTruthy();
    expect(stage.sentTo('request.return')).toMatchObject([{ input: { version: 1, reason: '请写明产品名称。' } }]);
  });

  it('asks for a reason long enough before it sends', async () => {
    await openCase();
    press('退回补充');
    fireEvent.input(reason(), { target: { value: '不全' } });
    press('退回企业');
    expect(screen.getByRole('alert').textContent).toBe('需要补充的内容至少 5 个字。');
    expect(stage.sentTo('request.return')).toEqual([]);
  });

  it('says what the server finds wrong with the reason beside the field, once', async () => {
    stage.answer('request.return', () => refused('invalid_input', '有内容需要修改。', { reason: '需要补充的内容里有电话号码，请删去。' }));
    await openCase();
    press('退回补充');
    press('请写明产品名称、规格和执行的标准。');
    press('退回企业');
    expect((await screen.findByRole('alert')).textContent).toBe('需要补充的内容里有电话号码，请删去。');
  });

  it('keeps what was typed when somebody else was faster, and goes on after a refresh', async () => {
    stage.answer('request.return', ({ version }) =>
      version === 1 ? refused('conflict', '这项内容刚刚有了变化，请刷新后再操作。') : settled({ stateLabel: '退回补充' }),
    );
    await openCase();
    press('退回补充');
    fireEvent.input(reason(), { target: { value: '请写明产品名称。' } });
    press('退回企业');
    expect((await screen.findByRole('alert')).textContent).toContain('您写的内容还在');
    stage.answer('request.get', () => ok({ ...request, version: 2 }));
    press('刷新');
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: '刷新' })).toBeNull();
    });
    expect(reason().value).toBe('请写明产品名称。');
    press('退回企业');
    await waitFor(() => {
      expect(stage.sentTo('request.return')).toHaveLength(2);
    });
    expect(stage.sentTo('request.return')[1]).toMatchObject({ input: { version: 2, reason: '请写明产品名称。' } });
    await screen.findByText('退回补充');
  });

  it('passes the request on to the office that was chosen', async () => {
    stage.answer('request.transfer', () => settled({ officeName: '宝坻检验检疫局' }));
    await openCase();
    press('不归本单位办理，转办');
    press('转办');
    expect(stage.sentTo('request.transfer')).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: '宝坻检验检疫局' }));
    press('转办');
    expect(await screen.findByText('已转给宝坻检验检疫局。')).toBeTruthy();
    expect(stage.sentTo('request.transfer')).toMatchObject([{ input: { officeId: 'baodi' } }]);
  });

  it('sends an acceptance again under the same key after the network failed', async () => {
    await openCase();
    press('受理');
    expect((await screen.findByRole('alert')).textContent).toContain('网络不太好');
    stage.answer('request.accept', () => settled({ stateLabel: '已受理' }));
    press('受理');
    await screen.findByText('已受理');
    const [first, second] = stage.sentTo('request.accept');
    expect(second).toEqual(first);
  });

  it('says that the case could not be read', async () => {
    stage.answer('request.get', () => refused('not_found', '没有找到您要看的内容。'));
    render(<OfficerRequestPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到');
  });
});
