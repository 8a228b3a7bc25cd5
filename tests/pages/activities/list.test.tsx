import { ok, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import ActivitiesPage from '../../../src/pages/activities';
import { lines } from './sample-activity';

async function openActivities() {
  stage.answer('activity.list', () => ok({ lines }));
  render(<ActivitiesPage />);
  await screen.findByRole('radiogroup', { name: '类别' });
}

const titles = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

beforeEach(stage.reset);

describe('the activities', () => {
  it('shows all twenty with their number, for whom each one is, and how it stands', async () => {
    await openActivities();
    expect(titles()).toHaveLength(20);
    for (const row of screen.getAllByRole('link', { name: /面向企业、消费者/ })) expect(row.textContent).toContain('进行中');
    expect(screen.getAllByText('9 月 4 日有动态')).toHaveLength(20);
  });

  it('shows the line that the address names, and any other one chooses', async () => {
    stage.params = { line: 'service' };
    await openActivities();
    expect(titles()).toEqual(['专家上门', '三同进万家', '三同成果展', '泰达检测平台', '三进三优']);
    expect(stage.shared()?.path).toBe('/pages/activities/index?line=service');
    fireEvent.click(screen.getByRole('radio', { name: '质量宣传' }));
    expect(titles()).toHaveLength(7);
    expect(stage.shared()?.path).toBe('/pages/activities/index?line=publicity');
    fireEvent.click(screen.getByRole('radio', { name: '全部' }));
    expect(titles()).toHaveLength(20);
    expect(stage.shared()?.path).toBe('/pages/activities/index');
  });

  it('goes to the activity that an old link names by its line and number', async () => {
    stage.params = { line: 'service', number: '12' };
    await openActivities();
    expect(stage.scrolledTo).toHaveLength(1);
    expect(document.querySelector(stage.scrolledTo[0] ?? '')?.textContent).toContain('专家上门');
  });

  it('leads to each one’s page, and to the board of all', async () => {
    await openActivities();
    fireEvent.click(screen.getByRole('link', { name: /实验室开放日/ }));
    fireEvent.click(screen.getByRole('link', { name: /活动进展/ }));
    expect(stage.opened).toEqual(['/activities/activity/index?id=activity-7', '/activities/board/index']);
  });

  it('says that it could not be read, and reads it again', async () => {
    render(<ActivitiesPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    stage.answer('activity.list', () => ok({ lines }));
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('heading', { name: '专家上门' })).toBeTruthy();
  });
});
