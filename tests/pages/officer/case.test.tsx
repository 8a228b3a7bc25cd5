import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { RequestView } from '../../../src/contract/request/request';
import OfficerRequestPage from '../../../src/officer/request';
import { caseAtDesk } from './sample-case';

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const typed = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name }).value;

const settledCase = (changes: Partial<RequestView>) => ok(caseAtDesk({ version: 2, moves: [], ...changes }));

async function openCase(view: RequestView = caseAtDesk()) {
  stage.answer('request.get', () => ok(view));
  render(<OfficerRequestPage />);
  await screen.findByText('ZY 1709 042 137');
}

beforeEach(() => {
  stage.reset();
  stage.params = { id: caseAtDesk().id };
});

describe('a case at the officer’s desk', () => {
  it('shows the promise and what was filled in, and calls the firm by a tap', async () => {
    await openCase();
    expect(screen.getByText(/承诺 9 月 14 日前答复，还有 5 个工作日/)).toBeTruthy();
    expect(screen.getByText('91350100M000100Y43')).toBeTruthy();
    press('13800001234 拨打');
    expect(stage.phoned).toEqual(['13800001234']);
  });

  it('marks a credit code whose check digit is wrong', async () => {
    await openCase(caseAtDesk({ creditCodeDoubtful: true }));
    expect(screen.getByText(/校验位不符，企业已确认/)).toBeTruthy();
  });

  it('does not make up what an anonymous person left out', async () => {
    await openCase(caseAtDesk({ anonymous: true, firmName: null, fields: [{ id: 'need', label: '具体情况', text: '有一批货无合格证。' }] }));
    expect(screen.getByText(/匿名提交，没有留下姓名和联系方式/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /拨打/ })).toBeNull();
  });

  it('has one expected step, and all others behind one button', async () => {
    await openCase();
    const bar = screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(bar).toContain('受理');
    expect(bar).not.toContain('退回补充');
    press('更多操作');
    for (const move of [/^退回补充/, /^不予受理/, /^转办/]) expect(screen.getByRole('button', { name: move })).toBeTruthy();
    press('先不');
    expect(screen.queryByRole('button', { name: /^退回补充/ })).toBeNull();
  });

  it.each([
    ['accepted', ['assign', 'pause', 'conclude', 'transfer'], '安排专家'],
    ['accepted', ['pause', 'conclude', 'transfer'], '办结'],
    ['accepted', ['resume', 'assign', 'conclude'], '恢复计时'],
    ['assigned', ['assign', 'schedule', 'conclude'], '约定上门'],
    ['visited', ['pause', 'conclude'], '办结'],
  ] as const)('expects of an %s case with %j: %s', async (state, moves, next) => {
    await openCase(caseAtDesk({ state, moves }));
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent).at(-1)).toBe(next);
  });

  it('expects nothing of the office while everybody waits for the visit, which can be moved', async () => {
    await openCase(caseAtDesk({ state: 'scheduled', stateLabel: '已约定上门', moves: ['schedule', 'unschedule'] }));
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent).at(-1)).toBe('更多操作');
    press('更多操作');
    expect(screen.getByRole('button', { name: /^改期/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^取消约定的时间/ })).toBeTruthy();
  });

  it('shows nothing to press where nothing may be done', async () => {
    await openCase(caseAtDesk({ moves: [] }));
    for (const name of ['受理', '更多操作']) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('explains why a third transfer is not on offer', async () => {
    await openCase(caseAtDesk({ moves: ['accept', 'return'] }, { needsDispatcher: true }));
    press('更多操作');
    expect(screen.getByText(/已经转办过两次。确需再转，请联系调度人员/)).toBeTruthy();
  });

  it('says into which it was merged', async () => {
    await openCase(caseAtDesk({ moves: [], state: 'merged', stateLabel: '已并案', mergedInto: 'ZY1709052164' }));
    expect(screen.getByText('已并入 ZY 1709 052 164 一起办理。')).toBeTruthy();
  });

  it('says that the case could not be read', async () => {
    stage.answer('request.get', () => refused('not_found', '没有找到您要看的内容。'));
    render(<OfficerRequestPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到');
  });
});

describe('what looks like the same request', () => {
  const similar = {
    id: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a09',
    version: 1,
    receiptNumber: 'ZY1709052164',
    firmName: '天津示例食品有限公司',
    subject: '三同',
    stateLabel: '已受理',
    submittedAt: '2017-09-05T09:00:00+08:00',
    likeness: 0.62,
    excerpt: '想了解同线同标同质',
  };

  // The case itself comes first, so the suggestion is asked for a little later.
  const suggested = () => screen.findByText('可能重复', undefined, { timeout: 3000 });

  it('is suggested by itself and merged once the officer has agreed', async () => {
    stage.answer('request.similar', () => ok({ requests: [similar] }));
    stage.answer('request.merge', () => settledCase({ state: 'merged', stateLabel: '已并案', mergedInto: similar.receiptNumber }));
    await openCase();
    await suggested();
    expect(screen.getByText(/ZY 1709 052 164 · 9 月 5 日 09:00 提交 · 已受理 · 内容相近 62%/)).toBeTruthy();
    press('查看');
    expect(stage.opened).toEqual([`/officer/request/index?id=${similar.id}`]);
    stage.saysYes = false;
    press('并入这一件');
    await settled();
    expect(stage.sentTo('request.merge')).toEqual([]);
    stage.saysYes = true;
    press('并入这一件');
    expect((await screen.findAllByText('已并入 ZY 1709 052 164 一起办理。'))[0]).toBeTruthy();
    expect(stage.sentTo('request.merge')).toMatchObject([{ input: { id: caseAtDesk().id, version: 1, intoId: similar.id } }]);
    expect(screen.queryByText('可能重复')).toBeNull();
  });

  it('says why it could not be merged', async () => {
    stage.answer('request.similar', () => ok({ requests: [similar] }));
    stage.answer('request.merge', () => refused('invalid_input', '有内容需要修改。', { intoId: '匿名的申请不能并案。' }));
    await openCase();
    await suggested();
    press('并入这一件');
    expect((await screen.findByRole('alert')).textContent).toBe('匿名的申请不能并案。');
  });

  it('is not looked for where nothing can be merged', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    stage.answer('request.get', () => ok(caseAtDesk({ moves: ['conclude'] })));
    render(<OfficerRequestPage />);
    await act(() => jest.advanceTimersByTimeAsync(5000));
    expect(stage.sent.map(({ action }) => action)).toEqual(['request.get']);
    jest.useRealTimers();
  });
});

describe('what was said and noted', () => {
  const messages: RequestView['messages'] = [
    { id: 'm-1', at: '2017-09-07T10:00:00+08:00', audience: 'everyone', by: '企业', mine: false, text: '需要准备什么？', attachments: [] },
    { id: 'm-2', at: '2017-09-07T11:00:00+08:00', audience: 'inside', by: '开发区检验检疫局', mine: true, text: '去年查过一次。', attachments: [] },
  ];

  it('stands with the steps in the order of time, notes clearly marked', async () => {
    const timeline = [...caseAtDesk().timeline, { at: '2017-09-07T10:30:00+08:00', kind: 'accept' as const, title: '开发区检验检疫局已受理', by: '开发区检验检疫局', note: null }];
    await openCase(caseAtDesk({ messages, timeline }));
    const text = document.body.textContent;
    const places = ['已提交9 月 7 日', '需要准备什么？', '开发区检验检疫局已受理', '去年查过一次。'].map((words) => text.indexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(screen.getAllByText('内部备注，企业看不到')).toHaveLength(1);
    expect(screen.getByText('去年查过一次。').parentElement?.textContent).toContain('内部备注，企业看不到');
  });

  it('sends nothing before it is said for whom it is', async () => {
    await openCase();
    press('填入：商定上门日期');
    press('发送');
    expect(screen.getByText('请先选择给谁看。')).toBeTruthy();
    expect(stage.sentTo('request.say')).toEqual([]);
    choose(/^内部备注/);
    expect(screen.queryByText('请先选择给谁看。')).toBeNull();
    expect(screen.queryByRole('button', { name: '填入：商定上门日期' })).toBeNull();
    stage.answer('request.say', () => ok(caseAtDesk({ messages })));
    press('保存内部备注');
    expect(await screen.findByText('去年查过一次。')).toBeTruthy();
    expect(stage.sentTo('request.say')).toMatchObject([{ input: { audience: 'inside', text: '请告诉我们另外两三个方便的工作日。' } }]);
    expect(typed('写留言或备注')).toBe('');
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });

  it('keeps what could not be sent, for the next time too', async () => {
    await openCase();
    type('写留言或备注', '请补充产品照片。');
    choose(/^发给企业/);
    press('发给企业');
    expect((await screen.findByRole('alert')).textContent).toContain('没有送出');
    expect(typed('写留言或备注')).toBe('请补充产品照片。');
  });

  it('takes no more words once the case is over', async () => {
    await openCase(caseAtDesk({ mayWrite: false }));
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('这份申请已经结束，不能再留言或备注。')).toBeTruthy();
  });
});

describe('the visit', () => {
  const visit: RequestView['visit'] = {
    id: 'v-1',
    date: '2017-09-12',
    half: 'am',
    state: 'done',
    expert: '王示例',
    record: {
      writtenAt: '2017-09-12T11:00:00+08:00',
      findings: '包装线与出口一致。',
      policies: '',
      promises: [{ id: 'p-1', text: '寄送标准文本', by: 'office', dueOn: '2017-09-20', doneOn: null }],
      photos: [],
      confirmedAt: null,
    },
  };

  it('shows its record, and the office marks what was promised as done', async () => {
    stage.answer('visit.keep-promise', () => ok({ ...visit, record: visit.record && { ...visit.record, promises: [{ id: 'p-1', text: '寄送标准文本', by: 'office', dueOn: '2017-09-20', doneOn: '2017-09-15' }] } }));
    await openCase(caseAtDesk({ visit }));
    expect(screen.getByText('9 月 12 日（周二）上午 王示例')).toBeTruthy();
    expect(screen.getByText('等待企业确认这份记录。')).toBeTruthy();
    press('标记为已完成');
    expect(await screen.findByText('办理单位 · 9 月 15 日已完成')).toBeTruthy();
    expect(within(document.body).queryByRole('button', { name: '标记为已完成' })).toBeNull();
    await waitFor(() => expect(stage.sentTo('visit.keep-promise')).toMatchObject([{ input: { promiseId: 'p-1' } }]));
  });
});
