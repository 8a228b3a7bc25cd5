import { ok, refused, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import ActivityPage from '../../../src/activities/activity';
import type { ActivityPage as Activity } from '../../../src/contract/activity/activity';
import type { EventRow } from '../../../src/contract/booking/event';
import { article } from '../sample-article';
import { activities, activity } from './sample-activity';

const event: EventRow = {
  id: '0f6a3f0a-6f0b-4b57-8f57-00000000000a',
  version: 1,
  changedAt: '2017-09-05T09:00:00+08:00',
  activity: { id: 'activity-7', number: 7, shortTitle: '实验室开放日' },
  officeId: 'bureau',
  officeName: '天津局',
  title: '食品实验室开放日',
  address: '示例路 1 号',
  startsAt: '2017-09-12T09:00:00+08:00',
  endsAt: '2017-09-12T11:00:00+08:00',
  bookingOpensAt: '2017-09-05T09:00:00+08:00',
  bookingClosesAt: '2017-09-11T18:00:00+08:00',
  capacity: 30,
  placesLeft: 8,
  waitingCount: 0,
  availability: 'open',
  own: null,
};

async function openActivity(view: Activity) {
  stage.params = { id: view.id };
  stage.answer('activity.get', () => ok(view));
  stage.answer('event.list', () => ok({ events: [event], nextCursor: null }));
  render(<ActivityPage />);
  await screen.findByRole('heading', { level: 2, name: view.title });
}

const ways = () => screen.getAllByRole('link').map(({ textContent }) => textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('link', { name }));

beforeEach(stage.reset);

describe.each(activities.map((view) => [view.number, view] as const))('activity %i', (number, view) => {
  it('says what it is, for whom, when, how it stands and when something last happened, and how to take part', async () => {
    await openActivity(view);
    const words = [`第 ${number} 项`, view.lineName, view.summary, '企业、消费者', '2017 年 9 月 1 日至 30 日', '进行中', '9 月 4 日（周一）', '天津出入境检验检疫局'];
    for (const text of words) expect(screen.getByText(text)).toBeTruthy();
    const coming = view.ways.flatMap((way) => ('coming' in way && way.coming !== null ? [way.coming] : []));
    for (const note of coming) expect(screen.getByText(note)).toBeTruthy();
    expect(stage.shared()).toEqual({ title: view.title, path: `/activities/activity/index?id=${view.id}` });
    // A place where nothing works yet promises nothing: it has no button but the one that passes the page on.
    const buttons = within(screen.getByRole('main')).getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['复制链接']);
  });
});

describe('the page of an activity', () => {
  it.each([
    [2, null, []],
    [3, '学微课', ['/activities/lessons/index']],
    [4, '知识竞赛', ['/pages/contest/index']],
    [5, '投稿征文', ['/activities/essays/index']],
    [8, '看消费提示', ['/activities/articles/index?activity=activity-8&kind=advisory']],
    [11, '质量线索举报', ['/service/form/index?kind=clue-report&subject=safety-hazard']],
    [12, '请专家上门', ['/service/form/index?kind=expert-visit']],
    [17, '查名录', ['/activities/directory/index?activity=activity-17']],
  ])('has for activity %i one main button, for the first way that works', async (number, name, opened) => {
    await openActivity(activity(number));
    const button = name === null ? null : screen.getByRole('button', { name });
    if (button !== null) fireEvent.click(button);
    expect(stage.opened).toEqual(opened);
  });

  it('passes over a way in which there is nothing yet', async () => {
    await openActivity(activity(19));
    fireEvent.click(screen.getByRole('button', { name: '地理标志辅导' }));
    expect(stage.opened).toEqual(['/service/form/index?kind=gi-coaching']);
  });

  it('lists every way that works', async () => {
    await openActivity(activity(10));
    expect(ways()).toEqual(expect.arrayContaining([expect.stringContaining('质量线索举报'), expect.stringContaining('企业自查清单')]));
    press(/企业自查清单/);
    expect(stage.opened).toEqual(['/activities/checklist/index?id=shuangda']);
  });

  it('says that a request is not taken any more, and offers no way to it', async () => {
    await openActivity(activity(12, { state: 'ended', ways: [{ kind: 'request', kindId: 'expert-visit', title: '请专家上门', subjectId: null, open: false }] }));
    expect(screen.getByText('“请专家上门”目前不受理新的申请。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '请专家上门' })).toBeNull();
  });

  it('shows the events to come, and asks for none where there are none', async () => {
    await openActivity(activity(7));
    fireEvent.click(await screen.findByRole('link', { name: /食品实验室开放日/ }));
    expect(stage.opened).toEqual([`/booking/event/index?id=${event.id}`]);
    expect(stage.sentTo('event.list')).toMatchObject([{ input: { activityId: 'activity-7' } }]);
  });

  it('reads the events again when the person comes back from booking one', async () => {
    await openActivity(activity(7));
    await screen.findByRole('link', { name: /食品实验室开放日/ });
    stage.answer('event.list', () => ok({ events: [{ ...event, own: { id: event.id, state: 'booked' } }], nextCursor: null }));
    act(() => stage.happen('didHide'));
    act(() => stage.happen('didShow'));
    expect(await screen.findByRole('link', { name: /食品实验室开放日.*预约成功|预约成功.*食品实验室开放日/ })).toBeTruthy();
  });

  it('takes one request where there are no events', async () => {
    await openActivity(activity(12));
    expect(stage.sent).toHaveLength(1);
  });

  it('leads to its news, its lessons and all of each', async () => {
    await openActivity(activity(3, { shelves: [{ of: 'lesson', articles: [{ ...article, id: 'lesson-1', kind: 'lesson', title: '第一课' }] }] }));
    press(/第一课/);
    press('全部课程');
    press(new RegExp(article.title));
    press('全部动态');
    expect(stage.opened).toEqual([
      '/activities/lesson/index?id=lesson-1',
      '/activities/lessons/index',
      '/pages/article/index?id=seminar',
      '/activities/articles/index?activity=activity-3&kind=news',
    ]);
  });

  it('says honestly that nothing has happened yet', async () => {
    await openActivity(activity(20, { state: 'preparing', news: [], lastHappenedOn: null, evidenceCount: 0 }));
    expect(screen.getByText('筹备中')).toBeTruthy();
    expect(screen.getByText('还没有')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '全部动态' })).toBeNull();
  });

  it('says that it does not exist', async () => {
    stage.params = { id: 'no-such' };
    stage.answer('activity.get', () => refused('not_found', '没有找到这项活动。'));
    render(<ActivityPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到');
  });
});
