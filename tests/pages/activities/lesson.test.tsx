import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import LessonPage from '../../../src/activities/lesson';
import LessonsPage from '../../../src/activities/lessons';
import type { LessonProgress, LessonRow, LessonView } from '../../../src/contract/activity/lesson';
import type { ReadArticle } from '../../../src/contract/reading';
import { article as row, noDetails } from '../sample-article';

const article: ReadArticle = {
  ...row,
  id: 'first-lesson',
  kind: 'lesson',
  title: '第一课',
  officeFullName: '天津出入境检验检疫局',
  place: null,
  activity: { id: 'micro-class', number: 3, title: '微课堂' },
  details: { ...noDetails, minutes: 3 },
  tags: [],
  blocks: [{ kind: 'paragraph', spans: [{ text: '标准是质量的依据。' }] }],
  organiser: '天津出入境检验检疫局',
  campaignName: '2017 年“质量月”',
  related: [],
  readers: 0,
};

const begun: LessonProgress = { readPercent: 40, check: null, finishedOn: null };
const lesson: LessonView = { articleId: article.id, checkQuestionCount: 5, progress: null, next: { id: 'second-lesson', title: '第二课' } };

/** jsdom lays nothing out: the text is 1,000 pixels high, and so much of it was scrolled above the window's lower edge. */
function scrolledTo(percent: number) {
  const top = window.innerHeight - percent * 10;
  jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ top, height: 1000 } as DOMRect);
}

async function openLesson(view: LessonView = lesson, shown: ReadArticle = article) {
  stage.params = { id: article.id };
  stage.answer('article.get', () => ok(shown));
  stage.answer('lesson.get', () => ok(view));
  stage.answer('lesson.note-progress', ({ readPercent }) => ok({ ...begun, readPercent }));
  render(<LessonPage />);
  await screen.findByRole('heading', { name: '学习进度' });
}

async function comeToRest() {
  act(() => {
    stage.happen('pageScroll');
    jest.advanceTimersByTime(1000);
  });
  jest.useRealTimers();
  await settled();
  jest.useFakeTimers({ doNotFake: ['performance'] });
}

beforeEach(stage.reset);
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('a lesson', () => {
  it('can be read, says how long it takes, and what finishing it means', async () => {
    await openLesson();
    expect(screen.getByText('标准是质量的依据。')).toBeTruthy();
    expect(screen.getByText('大约 3 分钟')).toBeTruthy();
    expect(screen.getByText('读到最后并做完小测，就是学完，进度会自动记下。')).toBeTruthy();
    expect(stage.shared()).toEqual({ title: '第一课', path: '/activities/lesson/index?id=first-lesson' });
  });

  it('counts who has read it for a while, and shares its picture', async () => {
    localStorage.setItem('session', '"token"');
    jest.useFakeTimers({ doNotFake: ['performance'] });
    stage.params = { id: article.id };
    stage.answer('article.get', () => ok({ ...article, cover: { url: '/covers/lesson.jpg', alt: '讲课' } }));
    stage.answer('lesson.get', () => ok(lesson));
    render(<LessonPage />);
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(stage.shared()).toMatchObject({ title: '第一课', imageUrl: expect.stringContaining('/covers/lesson.jpg') as unknown });
    await act(() => jest.advanceTimersByTimeAsync(7_000));
    expect(stage.sentTo('article.note-read')).toEqual([]);
    await act(() => jest.advanceTimersByTimeAsync(2_000));
    expect(stage.sentTo('article.note-read')).toMatchObject([{ input: { id: 'first-lesson' } }]);
  });

  it('can be read where progress cannot be known', async () => {
    stage.params = { id: article.id };
    stage.answer('article.get', () => ok(article));
    render(<LessonPage />);
    expect(await screen.findByText('标准是质量的依据。')).toBeTruthy();
    expect((await screen.findByRole('alert')).textContent).toContain('重试');
  });

  it('keeps how far it was read once scrolling rests, and only when it went further', async () => {
    await openLesson();
    jest.useFakeTimers({ doNotFake: ['performance'] });
    scrolledTo(35);
    await comeToRest();
    scrolledTo(20);
    await comeToRest();
    scrolledTo(38);
    await comeToRest();
    scrolledTo(140);
    await comeToRest();
    expect(stage.sentTo('lesson.note-progress').map(({ input }) => input)).toEqual([
      { articleId: 'first-lesson', readPercent: 35 },
      { articleId: 'first-lesson', readPercent: 100 },
    ]);
    expect(screen.getByText('已经读完，做完小测就是学完。')).toBeTruthy();
  });

  it('tries again with the next scrolling what the network did not carry', async () => {
    await openLesson();
    stage.goOffline('lesson.note-progress');
    jest.useFakeTimers({ doNotFake: ['performance'] });
    scrolledTo(50);
    await comeToRest();
    await comeToRest();
    expect(stage.sentTo('lesson.note-progress')).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not begin anew for whoever has read it further before', async () => {
    await openLesson({ ...lesson, progress: { ...begun, readPercent: 100 } });
    jest.useFakeTimers({ doNotFake: ['performance'] });
    scrolledTo(60);
    await comeToRest();
    expect(stage.sentTo('lesson.note-progress')).toHaveLength(0);
  });

  it('leads to its check, and notes before how far it was read', async () => {
    await openLesson();
    scrolledTo(100);
    fireEvent.click(screen.getByRole('button', { name: '做小测（5 题）' }));
    expect(stage.opened).toEqual(['/contest/practice/index?lesson=first-lesson']);
    await waitFor(() => {
      expect(stage.sentTo('lesson.note-progress')).toHaveLength(1);
    });
  });

  it.each<[string, LessonProgress, string]>([
    ['a check that was begun', { ...begun, check: { practiceId: 'p', questionCount: 5, answeredCount: 2, correctCount: 1 } }, '继续小测（已答 2 / 5）'],
    ['a check that was done', { readPercent: 100, check: { practiceId: 'p', questionCount: 5, answeredCount: 5, correctCount: 4 }, finishedOn: '2017-09-07' }, '再测一次'],
  ])('goes on with %s', async (_, progress, button) => {
    await openLesson({ ...lesson, progress });
    expect(screen.getByRole('button', { name: button })).toBeTruthy();
  });

  it('says when it was finished and how the check went', async () => {
    await openLesson({ ...lesson, progress: { readPercent: 100, check: { practiceId: 'p', questionCount: 5, answeredCount: 5, correctCount: 4 }, finishedOn: '2017-09-07' } });
    expect(screen.getByText('9 月 7 日学完，小测答对 4 / 5。')).toBeTruthy();
  });

  it('asks for no check where there is none', async () => {
    await openLesson({ ...lesson, checkQuestionCount: 0 });
    expect(screen.queryByRole('button', { name: /小测/ })).toBeNull();
    expect(screen.getByText('读到最后就是学完，进度会自动记下。')).toBeTruthy();
  });

  it('reads how it stands anew when one comes back from the check', async () => {
    await openLesson();
    stage.answer('lesson.get', () => ok({ ...lesson, progress: { ...begun, finishedOn: '2017-09-07' } }));
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    expect(await screen.findByText('9 月 7 日学完。')).toBeTruthy();
  });

  it('goes on to the next one in place of this one', async () => {
    await openLesson();
    fireEvent.click(screen.getByRole('link', { name: /第二课/ }));
    expect(stage.opened).toEqual(['/activities/lesson/index?id=second-lesson']);
  });

  it.each([
    ['video', '播放视频', '不方便看视频，可以直接读下面的文字。'],
    ['audio', '收听音频', '不方便听音频，可以直接读下面的文字。'],
  ] as const)('fetches its %s only when it is asked for', async (kind, name, note) => {
    await openLesson(lesson, { ...article, details: { ...noDetails, media: { kind, url: '/files/lesson' } } });
    expect(document.querySelector(kind)).toBeNull();
    expect(screen.getByText(note)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name }));
    expect(document.querySelector(kind)?.getAttribute('src')).toBe('/files/lesson');
  });

  it('says that it does not exist', async () => {
    stage.params = { id: 'no-such' };
    stage.answer('article.get', () => refused('not_found', '没有找到您要看的内容。'));
    render(<LessonPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到');
  });
});

describe('the lessons', () => {
  const lessonRow = (changes: Partial<LessonRow>): LessonRow => ({ ...row, kind: 'lesson', minutes: 3, media: null, hasCheck: true, progress: null, ...changes });

  it('shows for each how long it takes and how far one is, and the total', async () => {
    const lessons = [
      lessonRow({ id: 'a', title: '甲课' }),
      lessonRow({ id: 'b', title: '乙课', media: 'video', progress: begun }),
      lessonRow({ id: 'c', title: '丙课', progress: { ...begun, readPercent: 100 } }),
      lessonRow({ id: 'd', title: '丁课', progress: { ...begun, readPercent: 100, finishedOn: '2017-09-07' } }),
    ];
    stage.answer('lesson.list', () => ok({ lessons, nextCursor: null, totals: { lessonCount: 4, finishedCount: 1 }, coming: null }));
    render(<LessonsPage />);
    expect(await screen.findByText('已学完 1 课，共 4 课')).toBeTruthy();
    const words = screen.getAllByRole('link').map(({ textContent }) => textContent);
    expect(words.map((text) => /未开始|已读 40%|待做小测|学完/.exec(text)?.[0])).toEqual(['未开始', '已读 40%', '待做小测', '学完']);
    expect(words[1]).toContain('约 3 分钟 · 有视频 · 课后小测');
    fireEvent.click(screen.getByRole('link', { name: /丙课/ }));
    expect(stage.opened).toEqual(['/activities/lesson/index?id=c']);
  });

  it('says what is to come while there is none', async () => {
    stage.answer('lesson.list', () => ok({ lessons: [], nextCursor: null, totals: { lessonCount: 0, finishedCount: 0 }, coming: '课程还在准备，上线后放在这里。' }));
    render(<LessonsPage />);
    expect(await screen.findByText('课程还在准备，上线后放在这里。')).toBeTruthy();
  });
});
