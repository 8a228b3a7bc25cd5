import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import ActivityPage from '../../../src/activities/activity';
import EssayPage from '../../../src/activities/essay';
import LessonPage from '../../../src/activities/lesson';
import EventPage from '../../../src/booking/event';
import ArticlePage from '../../../src/pages/article';
import NewsPage from '../../../src/pages/news';
import { activity } from '../activities/sample-activity';
import { eventId, eventRow, eventView } from '../booking/sample-event';
import { essay, essayId } from '../essay/sample';
import { noDetails } from '../sample-article';
import { readArticle } from './sample';

jest.mock('../../../src/platform/single-page', () => ({ isSinglePage: () => true }));

// 关怀版 is for everyone; the way back is H5's own header, which these tests draw and WeChat does not.
const ASIDE: readonly (string | null)[] = ['切换到关怀版', '返回'];

/** What there is to press. */
const controls = () => [...screen.queryAllByRole('link'), ...screen.queryAllByRole('button')].map(({ textContent, ariaLabel }) => ariaLabel ?? textContent).filter((name) => !ASIDE.includes(name));
const actions = () => stage.sent.map(({ action }) => action);

async function open(page: ReactElement, id: string) {
  stage.params = { id };
  render(page);
  await settled();
}

beforeEach(stage.reset);
afterEach(() => {
  jest.useRealTimers();
});

describe('a page that stands alone in Moments', () => {
  it('is an article with its text, the size of it and its pictures', async () => {
    localStorage.setItem('session', '"token"');
    stage.answer('article.get', () => ok(readArticle()));
    await open(<ArticlePage />, 'seminar');
    expect(screen.getByText('讲座讲“三同”，见活动')).toBeTruthy();
    expect(screen.getByText('第 13 项 专家讲座')).toBeTruthy();
    expect(screen.getByText('7 人读过')).toBeTruthy();
    expect(screen.getByRole('radiogroup', { name: '字号' })).toBeTruthy();
    expect(screen.queryByText('相关文章')).toBeNull();
    expect(controls()).toEqual(['查看大图：讲座现场']);
  });

  it('is an advisory without its practice, which takes a person', async () => {
    stage.answer('article.get', () => ok(readArticle({ kind: 'advisory', details: { ...noDetails, topicId: 'imported-food' } })));
    await open(<ArticlePage />, 'seminar');
    expect(screen.getByText('讲座讲“三同”，见活动')).toBeTruthy();
    expect(screen.queryByText(/练习/)).toBeNull();
  });

  it('counts nobody among the readers', async () => {
    jest.useFakeTimers({ doNotFake: ['performance'] });
    localStorage.setItem('session', '"token"');
    stage.answer('article.get', () => ok(readArticle()));
    stage.params = { id: 'seminar' };
    render(<ArticlePage />);
    // The article is drawn, and then read for long enough.
    for (const ms of [0, 20_000]) await act(() => jest.advanceTimersByTimeAsync(ms));
    expect(actions()).toEqual(['article.get']);
  });

  it('is a lesson with its text, without anybody’s progress', async () => {
    stage.answer('article.get', () => ok(readArticle({ kind: 'lesson' })));
    stage.answer('lesson.get', () => ok({ articleId: 'seminar', checkQuestionCount: 5, progress: null, next: { id: 'next', title: '下一课' } }));
    await open(<LessonPage />, 'seminar');
    expect(screen.getByText('讲座讲“三同”，见活动')).toBeTruthy();
    expect(controls()).toEqual(['查看大图：讲座现场']);
  });

  it('is an activity with what it is, how to take part, its events and its news', async () => {
    stage.answer('activity.get', () => ok(activity(7)));
    stage.answer('event.list', () => ok({ events: [eventRow()], nextCursor: null }));
    await open(<ActivityPage />, 'activity-7');
    for (const words of ['怎样参加', '预约场次', '食品检测实验室开放日', '质量月专题讲座开讲']) expect(screen.getByText(words)).toBeTruthy();
    expect(controls()).toEqual([]);
  });

  it('is an essay with how many appreciate it', async () => {
    stage.answer('essay.get', () => ok(essay));
    await open(<EssayPage />, essayId);
    expect(screen.getByText('第一段写车间里的检验。')).toBeTruthy();
    expect(screen.getByText('2 人赞赏')).toBeTruthy();
    expect(controls()).toEqual([]);
  });

  it('is an event, and says where it can be booked', async () => {
    stage.answer('event.get', () => ok(eventView()));
    await open(<EventPage />, eventId);
    expect(screen.getByText('9 月 12 日（周二）14:00—16:00')).toBeTruthy();
    expect(screen.getByText('点屏幕下方的“前往小程序”，就可以预约。')).toBeTruthy();
    expect(screen.queryAllByRole('textbox')).toEqual([]);
    expect(controls()).toEqual([]);
  });

  it('signs nobody in, whatever it is asked', async () => {
    stage.answer('article.get', () => refused('not_signed_in', '请先登录，再继续操作。'));
    await open(<ArticlePage />, 'seminar');
    expect(actions()).toEqual(['article.get']);
    expect(screen.getByRole('alert').textContent).toContain('请先登录');
  });

  it('has no tabs', async () => {
    stage.answer('article.list', () => ok({ pinned: [], articles: [], nextCursor: null, filters: null }));
    await open(<NewsPage />, '');
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
