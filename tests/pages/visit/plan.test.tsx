import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { Input } from '../../../src/contract/actions';
import type { PlanView, ProposedStop } from '../../../src/contract/visit/plan';
import PlanPage from '../../../src/officer/plan';
import { expert, requestId } from './sample-expert';

const days = ['2017-09-08', '2017-09-11', '2017-09-12', '2017-09-13', '2017-09-14', '2017-09-15'];
const slot = { date: '2017-09-11', half: 'am' } as const;
const stop: ProposedStop = {
  requestId,
  receiptNumber: 'ZY1709042137',
  firmName: '天津示例食品有限公司',
  subject: '三同',
  why: ['示例专家甲的专业和服务区域相符，9 月 11 日上午有空。'],
  preferred: true,
  pinned: false,
  change: null,
};
const plan: PlanView = {
  id: '1a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01',
  fromOn: '2017-09-08',
  toOn: '2017-09-14',
  madeAt: '2017-09-07T09:00:00+08:00',
  publishedAt: null,
  stale: null,
  visits: [{ ...slot, expertId: expert.id, expertName: expert.name, areaName: '开发区', requests: [stop] }],
  leftOut: [
    { requestId: '8a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01', receiptNumber: 'ZY1709042145', firmName: '天津示例机械有限公司', subject: '检验检测', why: ['没有专家登记这个方面。'] },
  ],
  pins: [],
  excludes: [],
  proof: { verified: true, requestCount: 2, served: 1, weighted: 3, bound: 3, preferred: 1, busiestHalfDays: 1 },
};

async function openPlan(shown: PlanView | null) {
  stage.answer('plan.latest', () => ok({ plan: shown, waitingCount: 2, expertCount: 1, days }));
  render(<PlanPage />);
  await settled();
}

const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));
const proposed = () => stage.sentTo('plan.propose').map(({ input }) => input as Input<'plan.propose'>);

beforeEach(stage.reset);

describe('making a plan', () => {
  it('takes the chosen working days and shows who goes where, why, and who is left out', async () => {
    await openPlan(null);
    fireEvent.change(screen.getByRole('combobox', { name: '到' }), { target: { value: '2017-09-12' } });
    stage.answer('plan.propose', () => ok(plan));
    await press('生成方案');
    expect(proposed()).toMatchObject([{ fromOn: '2017-09-08', toOn: '2017-09-12', pins: [], excludes: [], previousId: null }]);
    expect(screen.getByText('上午 · 示例专家甲 · 开发区')).toBeTruthy();
    expect(screen.getByText('企业方便的日期')).toBeTruthy();
    expect(screen.getByText('没有专家登记这个方面。')).toBeTruthy();
    expect(screen.queryByText(stop.why[0] ?? '')).toBeNull();
    await press('天津示例食品有限公司：为什么这样安排');
    expect(screen.getByText(stop.why[0] ?? '')).toBeTruthy();
  });

  it('says in plain words what is proven, and what is not', async () => {
    await openPlan(plan);
    expect(screen.getByText('完成 1 件，按紧急程度加权 3，任何安排都不会超过 3；已由独立程序核验。')).toBeTruthy();
  });

  it('claims no optimum without the proof', async () => {
    await openPlan({ ...plan, proof: { ...plan.proof, verified: false, bound: 6 } });
    expect(screen.getByRole('heading', { name: '尚未证明最优' })).toBeTruthy();
    expect(screen.getByText(/任何安排都不会超过 6。在限定的时间里没有完成证明/)).toBeTruthy();
  });

  it('asked again after a broken network is the same plan', async () => {
    await openPlan(null);
    await press('生成方案');
    expect(screen.getByRole('alert').textContent).toContain('没有连上服务');
    await press('生成方案');
    const [first, second] = proposed();
    expect(first?.id).toBe(second?.id);
  });
});

describe('asking for something by hand', () => {
  it('pins a stop, and the next plan says what has changed', async () => {
    await openPlan(plan);
    tick('固定天津示例食品有限公司的安排');
    expect(screen.getByText(/有 1 处调整/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '发布并通知' })).toBeNull();
    const pins = [{ requestId, expertId: expert.id, slot }];
    stage.answer('plan.propose', () => ok({ ...plan, id: '1a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a02', pins, visits: plan.visits.map((visit) => ({ ...visit, requests: [{ ...stop, pinned: true, change: 'same' }] })) }));
    await press('重新生成');
    expect(proposed()).toMatchObject([{ pins, excludes: [], previousId: plan.id }]);
    expect(screen.getByText('不变')).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: '固定天津示例食品有限公司的安排' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('button', { name: '发布并通知' })).toBeTruthy();
  });

  it('excludes a stop instead of pinning it, and takes that back', async () => {
    await openPlan(plan);
    tick('固定天津示例食品有限公司的安排');
    tick('不要这样安排天津示例食品有限公司');
    expect(screen.getByText('天津示例食品有限公司 · 9 月 11 日上午 · 示例专家甲')).toBeTruthy();
    stage.answer('plan.propose', () => refused('unavailable', '在限定的时间里没有排出计划，请缩短日期范围，或只选一类事项后再试。'));
    await press('重新生成');
    expect(proposed()).toMatchObject([{ pins: [], excludes: [{ requestId, expertId: expert.id, slot }] }]);
    expect(screen.getByRole('alert').textContent).toContain('没有排出计划');
    await press('取消');
    expect(screen.queryByText(/处调整/)).toBeNull();
  });

  it('insists on a firm that was left out', async () => {
    await openPlan(plan);
    tick('一定要安排天津示例机械有限公司');
    stage.answer('plan.propose', () => refused('invalid_input', '这些固定的安排不能同时满足：天津示例机械有限公司。请取消其中一项。', { pins: '不能同时满足。' }));
    await press('重新生成');
    expect(proposed()).toMatchObject([{ pins: [{ requestId: '8a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01', expertId: null, slot: null }] }]);
    expect(screen.getByRole('alert').textContent).toContain('请取消其中一项');
  });
});

describe('publishing', () => {
  it('asks first, books it and says so', async () => {
    await openPlan(plan);
    stage.answer('plan.publish', () => ok({ ...plan, publishedAt: '2017-09-07T10:00:00+08:00' }));
    stage.saysYes = false;
    await press('发布并通知');
    expect(stage.sentTo('plan.publish')).toEqual([]);
    stage.saysYes = true;
    await press('发布并通知');
    expect(stage.asked).toEqual(['发布上门计划', '发布上门计划']);
    expect(stage.sentTo('plan.publish')).toMatchObject([{ input: { id: plan.id } }]);
    expect(screen.getByRole('alert').textContent).toContain('已于 9 月 7 日 10:00 发布');
    expect(screen.queryByRole('button', { name: '发布并通知' })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('of a plan that is out of date is not offered', async () => {
    await openPlan({ ...plan, stale: '有 1 份申请的情况变了，请重新生成。' });
    expect(screen.getByRole('alert').textContent).toContain('请重新生成');
    expect(screen.queryByRole('button', { name: '发布并通知' })).toBeNull();
  });

  it('refused because something has just changed shows why, and offers to make it again', async () => {
    await openPlan(plan);
    const stale = '有 1 位专家的情况变了，请重新生成。';
    stage.answer('plan.publish', () => refused('conflict', stale));
    stage.answer('plan.latest', () => ok({ plan: { ...plan, stale }, waitingCount: 2, expertCount: 1, days }));
    await press('发布并通知');
    expect(screen.getByRole('alert').textContent).toBe(stale);
    expect(screen.queryByRole('button', { name: '发布并通知' })).toBeNull();
    expect(screen.getByRole('button', { name: '重新生成' })).toBeTruthy();
  });
});
