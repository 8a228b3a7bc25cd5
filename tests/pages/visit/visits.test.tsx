import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { VisitRow } from '../../../src/contract/visit/visit';
import VisitsPage from '../../../src/officer/visits';
import { requestId } from './sample-expert';

const row: VisitRow = {
  id: '3a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01',
  requestId,
  date: '2017-09-12',
  half: 'am',
  state: 'booked',
  firmName: '天津示例食品有限公司',
  areaName: '开发区',
  subject: '三同',
  overduePromises: 0,
};

beforeEach(stage.reset);

describe('my visits', () => {
  it('are those to come, each leading to its record', async () => {
    stage.answer('visit.mine', () => ok({ visits: [row], nextCursor: null }));
    render(<VisitsPage />);
    await settled();
    expect(screen.getByText('9 月 12 日上午')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: /天津示例食品有限公司/ }));
    expect(stage.opened).toEqual([`/officer/visit-record/index?request=${requestId}`]);
  });

  it('that are done say what was promised and is overdue', async () => {
    stage.answer('visit.mine', ({ span }) => ok({ visits: span === 'done' ? [{ ...row, state: 'done', overduePromises: 2 }] : [], nextCursor: null }));
    render(<VisitsPage />);
    await settled();
    expect(screen.getByText('没有上门安排')).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: '已经上门' }));
    await settled();
    expect(screen.getByText('2 项后续事项已到期')).toBeTruthy();
  });

  it('are an expert’s', async () => {
    stage.answer('visit.mine', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<VisitsPage />);
    expect(await screen.findByText('这里供专家使用')).toBeTruthy();
  });
});
