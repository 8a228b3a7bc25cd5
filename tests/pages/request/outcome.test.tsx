import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { RequestView } from '../../../src/contract/request/request';
import type { VisitBrief } from '../../../src/contract/visit/visit';
import RequestPage from '../../../src/service/request';
import { sampleRequestView } from '../sample-request';

const concluded = sampleRequestView({
  version: 6,
  state: 'concluded',
  stateLabel: '已办结，等您确认',
  outcome: 'advised',
  promise: { kind: 'kept' },
  moves: ['confirm', 'reopen'],
});
const confirmed: RequestView = { ...concluded, version: 7, state: 'confirmed', stateLabel: '已确认办结', moves: [], mayWrite: false };
const reopened: RequestView = { ...concluded, version: 7, state: 'reopened', stateLabel: '重新办理，等待受理', outcome: null, moves: ['withdraw'] };

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const write = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });

async function openCase(view: RequestView) {
  stage.answer('request.get', () => ok(view));
  render(<RequestPage />);
  await screen.findByText('ZY 1709 042 137');
}

beforeEach(() => {
  stage.reset();
  stage.params = { id: concluded.id };
});

describe('a concluded request', () => {
  it('is confirmed by one press', async () => {
    stage.answer('request.confirm', () => ok(confirmed));
    await openCase(concluded);
    expect(screen.getByText(/已办结：已给出意见。/)).toBeTruthy();
    press('问题解决了，确认办结');
    expect(await screen.findByText('已确认办结')).toBeTruthy();
    expect(stage.sentTo('request.confirm')).toMatchObject([{ input: { id: concluded.id, version: 6 } }]);
    expect(screen.queryByRole('button', { name: '问题解决了，确认办结' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: '写留言' })).toBeNull();
  });

  it('is reopened with a reason, after saying who takes it over', async () => {
    stage.answer('request.reopen', () => ok(reopened));
    await openCase(concluded);
    press('还没有解决');
    expect(screen.getByText(/由上级单位接手重新办理/)).toBeTruthy();
    press('提交');
    expect(screen.getByText('请填写还没有解决的问题。')).toBeTruthy();
    expect(stage.sentTo('request.reopen')).toEqual([]);
    write('还没有解决的问题', '专家没有讲到标签的要求。');
    press('提交');
    expect(await screen.findByText('重新办理，等待受理')).toBeTruthy();
    expect(stage.sentTo('request.reopen')).toMatchObject([{ input: { id: concluded.id, version: 6, reason: '专家没有讲到标签的要求。' } }]);
  });

  it('keeps the reason when it could not be sent', async () => {
    await openCase(concluded);
    press('还没有解决');
    write('还没有解决的问题', '专家没有讲到标签的要求。');
    press('提交');
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '还没有解决的问题' }).value).toBe('专家没有讲到标签的要求。');
  });

  it('is final the second time', async () => {
    await openCase({ ...concluded, moves: ['confirm'] });
    expect(screen.queryByRole('button', { name: '还没有解决' })).toBeNull();
    expect(screen.getByText(/上级单位的办理结果为最终答复/)).toBeTruthy();
  });

  it('asks a colleague who follows nothing', async () => {
    await openCase({ ...concluded, actors: ['follower'], moves: [], followerCount: null });
    expect(screen.queryByText('问题解决了吗')).toBeNull();
  });
});

describe('the question whether it helped', () => {
  const asked: RequestView = { ...confirmed, survey: { round: 30 } };

  it('is answered once, with a comment or without', async () => {
    stage.answer('survey.answer', () => ok(confirmed));
    await openCase(asked);
    expect(screen.getByText('办结 30 天了，这次办理对您有帮助吗')).toBeTruthy();
    press('提交反馈');
    expect(screen.getByText('请选择是否有帮助。')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '有一些帮助' }));
    write('补充说明（选填）', '希望多讲案例。');
    press('提交反馈');
    await waitFor(() => {
      expect(screen.queryByText(/有帮助吗/)).toBeNull();
    });
    expect(stage.sentTo('survey.answer')).toMatchObject([{ input: { id: asked.id, round: 30, helped: 'partly', comment: '希望多讲案例。' } }]);
  });

  it('stays when the answer could not be sent', async () => {
    await openCase(asked);
    fireEvent.click(screen.getByRole('radio', { name: '有帮助' }));
    press('提交反馈');
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.getByRole('radio', { name: '有帮助' }).getAttribute('aria-checked')).toBe('true');
  });
});

describe('the visit', () => {
  const visit: VisitBrief = { id: 'v', date: '2017-09-12', half: 'am', state: 'booked', expert: '质量管理专家', record: null };
  const record = {
    writtenAt: '2017-09-12T11:30:00+08:00',
    findings: '现场查看了标签和台账。',
    policies: '讲解了三同的要求。',
    promises: [
      { id: 'p1', text: '补齐标签备案', by: 'firm', dueOn: '2017-09-30', doneOn: null },
      { id: 'p2', text: '寄送政策汇编', by: 'expert', dueOn: '2017-09-20', doneOn: '2017-09-15' },
    ],
    photos: [],
    confirmedAt: null,
  } as const;
  const visited = sampleRequestView({ version: 5, state: 'visited', stateLabel: '已上门', moves: [], visit: { ...visit, state: 'done', record } });

  it('says when which kind of expert comes', async () => {
    await openCase(sampleRequestView({ state: 'scheduled', stateLabel: '已约定上门', visit }));
    expect(screen.getByText('9 月 12 日（周二）上午')).toBeTruthy();
    expect(screen.getByText('质量管理专家将到企业')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '确认记录' })).toBeNull();
  });

  it('shows what was written down on site, for the firm to confirm', async () => {
    await openCase(visited);
    expect(screen.getByText('现场查看了标签和台账。')).toBeTruthy();
    expect(screen.getByText('企业 · 9 月 30 日前完成')).toBeTruthy();
    expect(screen.getByText('专家 · 9 月 15 日已完成')).toBeTruthy();
    const after = { ...visit, state: 'done' as const, record: { ...record, confirmedAt: '2017-09-12T15:00:00+08:00' } };
    stage.answer('visit.confirm-record', () => ok(after));
    stage.answer('request.get', () => ok({ ...visited, version: 6, visit: after }));
    press('确认记录');
    expect(await screen.findByText('企业已于 9 月 12 日 15:00 确认这份记录')).toBeTruthy();
    expect(stage.sentTo('visit.confirm-record')).toMatchObject([{ input: { requestId: visited.id, version: 5 } }]);
  });

  it('shows the record as it is now when it was mended meanwhile', async () => {
    await openCase(visited);
    stage.answer('visit.confirm-record', () => refused('conflict', '这项内容刚刚有了变化，请刷新后再操作。'));
    stage.answer('request.get', () => ok({ ...visited, version: 6, visit: { ...visit, state: 'done', record: { ...record, findings: '补记：标签缺生产批号。' } } }));
    press('确认记录');
    expect(await screen.findByText('补记：标签缺生产批号。')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('刚刚有了变化');
  });

  it('lets the firm mark its own promise as kept', async () => {
    await openCase(visited);
    stage.answer('visit.keep-promise', () => ok(visit));
    press('标记为已完成');
    await settled();
    expect(stage.sentTo('visit.keep-promise')).toMatchObject([{ input: { requestId: visited.id, promiseId: 'p1' } }]);
    expect(stage.sentTo('request.get')).toHaveLength(2);
  });

  it('leaves the confirming to the owner', async () => {
    await openCase({ ...visited, actors: ['follower'], followerCount: null });
    expect(screen.getByText('等待企业确认这份记录。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '标记为已完成' })).toBeNull();
  });
});
