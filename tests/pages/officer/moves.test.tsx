import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { RequestView } from '../../../src/contract/request/request';
import OfficerRequestPage from '../../../src/officer/request';
import { caseAtDesk } from './sample-case';

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const typed = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name }).value;
const prepare = (move: RegExp) => {
  press('更多操作');
  press(move);
};

const after = (changes: Partial<RequestView>) => ok(caseAtDesk({ version: 2, moves: [], ...changes }));

async function openCase(view: RequestView = caseAtDesk()) {
  stage.answer('request.get', () => ok(view));
  render(<OfficerRequestPage />);
  await screen.findByText('ZY 1709 042 137');
}

beforeEach(() => {
  stage.reset();
  stage.params = { id: caseAtDesk().id };
});

describe('a move', () => {
  it('accepts with a note that may be left out, and shows the new state at once', async () => {
    stage.answer('request.accept', () => after({ state: 'accepted', stateLabel: '已受理' }));
    await openCase();
    press('受理');
    press('确认受理');
    expect(await screen.findByText('已受理')).toBeTruthy();
    expect(screen.getByText('已受理，企业能在“我的申请”里看到。')).toBeTruthy();
    expect(stage.sentTo('request.accept')).toMatchObject([{ input: { version: 1, note: '' } }]);
  });

  it('sends an acceptance again under the same key after the network failed', async () => {
    await openCase();
    press('受理');
    press('确认受理');
    expect((await screen.findByRole('alert')).textContent).toContain('网络不太好');
    stage.answer('request.accept', () => after({ state: 'accepted', stateLabel: '已受理' }));
    press('确认受理');
    await screen.findByText('已受理');
    const [first, second] = stage.sentTo('request.accept');
    expect(second).toEqual(first);
  });

  it('fills in ready-made words of its own purpose, which can be changed', async () => {
    stage.answer('request.return', () => after({ state: 'returned', stateLabel: '退回补充' }));
    await openCase();
    prepare(/^退回补充/);
    expect(screen.queryByRole('button', { name: '填入：受理，安排专家' })).toBeNull();
    press('填入：补充产品情况');
    press('填入：核对信用代码');
    expect(typed('需要补充的内容')).toBe('请写明产品名称、规格和执行的标准。\n请对照营业执照核对统一社会信用代码。');
    type('需要补充的内容', '请写明产品名称。');
    press('退回企业');
    expect(await screen.findByText('已退回企业补充，补充后会回到“待受理”。')).toBeTruthy();
    expect(stage.sentTo('request.return')).toMatchObject([{ input: { version: 1, reason: '请写明产品名称。' } }]);
  });

  it('asks for a reason long enough before it sends', async () => {
    await openCase();
    prepare(/^不予受理/);
    type('不予受理的理由', '不全');
    press('确认不予受理');
    expect(screen.getByRole('alert').textContent).toBe('不予受理的理由至少 5 个字。');
    expect(stage.sentTo('request.decline')).toEqual([]);
  });

  it('says what the server finds wrong beside the field, once', async () => {
    stage.answer('request.return', () => refused('invalid_input', '有内容需要修改。', { reason: '需要补充的内容里有电话号码，请删去。' }));
    await openCase();
    prepare(/^退回补充/);
    press('填入：补充产品情况');
    press('退回企业');
    expect((await screen.findByRole('alert')).textContent).toBe('需要补充的内容里有电话号码，请删去。');
  });

  it('keeps what was typed when somebody else was faster, and goes on after a refresh', async () => {
    stage.answer('request.return', ({ version }) => (version === 1 ? refused('conflict', '这项内容刚刚有了变化，请刷新后再操作。') : after({ state: 'returned', stateLabel: '退回补充' })));
    await openCase();
    prepare(/^退回补充/);
    type('需要补充的内容', '请写明产品名称。');
    press('退回企业');
    expect((await screen.findByRole('alert')).textContent).toContain('您写的内容还在');
    stage.answer('request.get', () => ok(caseAtDesk({ version: 2 })));
    press('刷新');
    await waitFor(() => expect(screen.queryByRole('button', { name: '刷新' })).toBeNull());
    expect(typed('需要补充的内容')).toBe('请写明产品名称。');
    press('退回企业');
    await screen.findByText('退回补充');
    expect(stage.sentTo('request.return')[1]).toMatchObject({ input: { version: 2, reason: '请写明产品名称。' } });
  });

  it('keeps the words even where the move has become impossible', async () => {
    stage.answer('request.return', () => refused('conflict', '这项内容刚刚有了变化，请刷新后再操作。'));
    await openCase();
    prepare(/^退回补充/);
    type('需要补充的内容', '请写明产品名称。');
    press('退回企业');
    await screen.findByRole('alert');
    stage.answer('request.get', () => ok(caseAtDesk({ version: 2, state: 'accepted', stateLabel: '已受理', moves: ['conclude'] })));
    press('刷新');
    expect(await screen.findByText(/申请现在是“已受理”，不能再进行“退回补充”/)).toBeTruthy();
    expect(typed('需要补充的内容')).toBe('请写明产品名称。');
    press('退回企业');
    expect(stage.sentTo('request.return')).toHaveLength(1);
  });

  it('passes the request on to the office that was chosen, with the reason', async () => {
    stage.answer('request.transfer', () => after({ officeName: '宝坻检验检疫局' }));
    await openCase();
    prepare(/^转办/);
    press('转办');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual(['请选择单位。', '请填写转办的理由。']);
    choose('宝坻检验检疫局');
    type('转办的理由', '企业的工厂在宝坻。');
    press('转办');
    expect(await screen.findByText('已转给宝坻检验检疫局。')).toBeTruthy();
    expect(stage.sentTo('request.transfer')).toMatchObject([{ input: { officeId: 'baodi', reason: '企业的工厂在宝坻。' } }]);
  });

  it('stops the clock for a named reason, and lets it go on without asking anything', async () => {
    const accepted = { state: 'accepted', stateLabel: '已受理' } as const;
    stage.answer('request.pause', () => ok(caseAtDesk({ ...accepted, version: 2, moves: ['resume', 'conclude'] })));
    stage.answer('request.resume', () => ok(caseAtDesk({ ...accepted, version: 3, moves: ['pause', 'conclude'] })));
    await openCase(caseAtDesk({ ...accepted, moves: ['pause', 'conclude'] }));
    prepare(/^暂停计时/);
    choose('等待检测结果');
    type('说明', '样品已送检，约一周。');
    press('暂停计时');
    expect(await screen.findByText('已暂停计时。可以继续办理时，请恢复计时。')).toBeTruthy();
    expect(stage.sentTo('request.pause')).toMatchObject([{ input: { pauseReason: 'testing', note: '样品已送检，约一周。' } }]);
    press('恢复计时');
    press('恢复计时');
    expect(await screen.findByText('已恢复计时。')).toBeTruthy();
    expect(stage.sentTo('request.resume')).toMatchObject([{ input: { id: caseAtDesk().id, version: 2 } }]);
  });

  it('concludes, and wants to know whose duty it is where it is not the office’s', async () => {
    stage.answer('request.conclude', () => after({ state: 'concluded', stateLabel: '已办结，等您确认' }));
    await openCase(caseAtDesk({ state: 'accepted', moves: ['conclude'] }));
    press('办结');
    type('答复', '这件事由市场监管部门负责。');
    choose('问题已解决');
    expect(screen.queryByRole('textbox', { name: '负责单位' })).toBeNull();
    choose('不属于本单位职责');
    press('确认办结');
    expect(screen.getByRole('alert').textContent).toBe('请写明由哪个单位负责，企业好去联系。');
    type('负责单位', '天津市示例监管局');
    press('确认办结');
    expect(await screen.findByText('已办结，等企业确认。')).toBeTruthy();
    expect(stage.sentTo('request.conclude')).toMatchObject([{ input: { outcome: 'not-our-duty', responsible: '天津市示例监管局', reply: '这件事由市场监管部门负责。' } }]);
  });
});

describe('an expert’s visit', () => {
  const expert = {
    id: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8b01',
    version: 1,
    name: '王示例',
    officeId: 'kaifaqu',
    officeName: '开发区检验检疫局',
    subjects: [{ id: 'three-sames', name: '三同' }],
    areas: [],
    weeklyLimit: 3,
    active: true,
    linked: true,
  };

  it('is given to an expert, each with what speaks for and against', async () => {
    stage.answer('expert.list', () =>
      ok({
        experts: [
          { ...expert, fit: { fits: true, why: ['擅长三同。'] } },
          { ...expert, id: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8b02', name: '李示例', fit: { fits: false, why: ['不擅长三同。'] } },
        ],
        choices: { offices: [], subjects: [], areas: [] },
      }),
    );
    stage.answer('request.assign', () => after({ state: 'assigned', stateLabel: '已安排专家' }));
    await openCase(caseAtDesk({ state: 'accepted', moves: ['assign', 'conclude'] }));
    press('安排专家');
    await screen.findByRole('radio', { name: /^王示例（合适）.*擅长三同。/ });
    press('就安排这位专家');
    expect(screen.getByRole('alert').textContent).toBe('请选择专家。');
    choose(/^李示例 开发区检验检疫局：三同 不擅长三同。/);
    press('就安排这位专家');
    expect(await screen.findByText('已安排专家，接下来约定上门时间。')).toBeTruthy();
    expect(stage.sentTo('request.assign')).toMatchObject([{ input: { expertId: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8b02' } }]);
  });

  it('is agreed for a half-day in which the expert is free', async () => {
    stage.answer('expert.calendar', () =>
      ok({
        expert,
        days: [
          { date: '2017-09-11', half: 'am', use: 'leave', stops: [] },
          { date: '2017-09-11', half: 'pm', use: 'visit', stops: [] },
          { date: '2017-09-12', half: 'am', use: 'free', stops: [] },
          { date: '2017-09-12', half: 'pm', use: 'free', stops: [] },
        ],
      }),
    );
    stage.answer('request.schedule', ({ half }) =>
      half === 'am' ? refused('invalid_input', '有内容需要修改。', { half: '专家这半天刚刚有了别的安排，请另选。' }) : after({ state: 'scheduled', stateLabel: '已约定上门' }),
    );
    await openCase(caseAtDesk({ state: 'assigned', stateLabel: '已安排专家', moves: ['schedule', 'conclude'] }, { expertId: expert.id }));
    press('约定上门');
    await screen.findByText('9 月 12 日（周二） 企业希望');
    choose(/9 月 11 日（周一）上午，请假/);
    press('确认上门时间');
    expect(screen.getByRole('alert').textContent).toBe('请选择上门的日期和上下午。');
    choose('9 月 12 日（周二）上午');
    press('确认上门时间');
    expect(await screen.findByText('专家这半天刚刚有了别的安排，请另选。')).toBeTruthy();
    choose('9 月 12 日（周二）下午');
    press('确认上门时间');
    expect(await screen.findByText('已约定上门时间，企业和专家会收到通知。')).toBeTruthy();
    expect(stage.sentTo('request.schedule')[1]).toMatchObject({ input: { date: '2017-09-12', half: 'pm' } });
    expect(stage.sentTo('expert.calendar')).toMatchObject([{ input: { id: expert.id } }]);
    await settled();
  });
});
