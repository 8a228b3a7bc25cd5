import { ok, stage } from '../support/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { ActivityView, LineActivities, TakePart } from '../../src/contract/campaign';
import ActivitiesPage from '../../src/pages/activities';

const activity = (number: number, title: string, takePart: TakePart): ActivityView => ({
  id: `activity-${number}`,
  number,
  shortTitle: title,
  title,
  audience: ['企业', '消费者'],
  summary: `${title}的说明`,
  takePart,
  articleCount: 0,
});

const lines: LineActivities[] = [
  {
    id: 'publicity',
    name: '宣传类',
    summary: '',
    activities: [
      activity(1, '知识竞赛', { kind: 'practice' }),
      activity(2, '新闻发布', { kind: 'news' }),
      activity(3, '开放日', { kind: 'coming', note: '预约开放后，可以在这里报名。' }),
    ],
  },
  {
    id: 'service',
    name: '服务类',
    summary: '',
    activities: [
      activity(11, '专家门诊', { kind: 'request', kindId: 'expert-visit', title: '请专家上门', subjectId: null }),
      activity(12, '三同帮扶', { kind: 'request', kindId: 'three-sames-assistance', title: '三同帮扶与参展', subjectId: 'three-sames' }),
    ],
  },
];

async function openActivities() {
  stage.answer('activity.list', () => ok({ lines }));
  render(<ActivitiesPage />);
  await screen.findByRole('radiogroup', { name: '类别' });
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const press = (name: string) => {
  for (const link of screen.getAllByRole('link', { name })) fireEvent.click(link);
};

beforeEach(stage.reset);

describe('the activities', () => {
  it('shows all of them, for whom each one is', async () => {
    await openActivities();
    expect(titles()).toEqual(['知识竞赛', '新闻发布', '开放日', '专家门诊', '三同帮扶']);
    expect(screen.getAllByText('面向企业、消费者')).toHaveLength(5);
  });

  it('shows the line that the address names, and any other one chooses', async () => {
    stage.params = { line: 'service' };
    await openActivities();
    expect(titles()).toEqual(['专家门诊', '三同帮扶']);
    expect(stage.shared()?.path).toBe('/pages/activities/index?line=service');
    fireEvent.click(screen.getByRole('radio', { name: '宣传类' }));
    expect(titles()).toEqual(['知识竞赛', '新闻发布', '开放日']);
    expect(stage.shared()?.path).toBe('/pages/activities/index?line=publicity');
    fireEvent.click(screen.getByRole('radio', { name: '全部' }));
    expect(titles()).toHaveLength(5);
    expect(stage.shared()?.path).toBe('/pages/activities/index');
  });

  it('goes to the activity that the address names', async () => {
    stage.params = { line: 'service', number: '12' };
    await openActivities();
    expect(stage.scrolledTo).toHaveLength(1);
    expect(document.querySelector(stage.scrolledTo[0] ?? '')?.textContent).toContain('三同帮扶');
  });

  it('offers the way to take part that each has', async () => {
    await openActivities();
    press('练习题目');
    press('看资讯');
    press('请专家上门');
    press('三同帮扶与参展');
    expect(stage.opened).toEqual([
      '/pages/contest/index',
      '/pages/news/index',
      '/service/form/index?kind=expert-visit',
      '/service/form/index?kind=three-sames-assistance&subject=three-sames',
    ]);
  });

  it('says what is to come where one cannot take part yet', async () => {
    await openActivities();
    expect(screen.getByText('预约开放后，可以在这里报名。')).toBeTruthy();
    // One link for each of the four others, and the way back is a button.
    expect(screen.getAllByRole('link')).toHaveLength(4);
  });

  it('says that it could not be read, and reads it again', async () => {
    render(<ActivitiesPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    stage.answer('activity.list', () => ok({ lines }));
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('heading', { name: '知识竞赛' })).toBeTruthy();
  });
});
