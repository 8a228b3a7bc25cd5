import type { LessonRow, LessonView } from '../../../src/contract/activity/lesson';
import type { PracticeView } from '../../../src/contract/practice';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { refusedUnchanged } from '../../support/refused';
import { publish, withdraw } from './publish';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await publish(server, { id: 'without-check', kind: 'lesson', activityId: 'micro-class', lineId: 'publicity', happenedOn: '2017-09-06', details: { minutes: 2 } });
});
afterAll(() => server.close());

const articleId = 'lesson-4-food-labels';

const list = async (caller: Pick<TestCaller, 'call'> = server) => dataOf(await caller.call('lesson.list', {}));
const rowOf = async (caller: TestCaller, id = articleId): Promise<LessonRow | undefined> => (await list(caller)).lessons.find((lesson) => lesson.id === id);
const view = async (caller: Pick<TestCaller, 'call'>, id = articleId): Promise<LessonView> => dataOf(await caller.call('lesson.get', { articleId: id }));
const read = async (caller: TestCaller, readPercent: number, id = articleId) => dataOf(await caller.call('lesson.note-progress', { articleId: id, readPercent }));
const startCheck = async (caller: TestCaller): Promise<PracticeView> => dataOf(await caller.call('practice.start', { from: 'lesson', articleId }));

async function answerAll(caller: TestCaller, { id: practiceId, questions }: PracticeView): Promise<void> {
  for (const { id: questionId } of questions) dataOf(await caller.call('practice.answer', { practiceId, questionId, chosen: [0] }));
}

describe('the 微课堂', () => {
  it('shows everyone the lessons, and one’s own progress to whoever has any', async () => {
    const { lessons, totals, coming } = await list();
    expect(totals).toEqual({ lessonCount: lessons.length, finishedCount: 0 });
    expect(coming).toBeNull();
    // The folder's own have no day: they stand on the campaign's first, in the order of their ids.
    expect(lessons.map(({ id }) => id)).toEqual(['lesson-1-four-cornerstones', 'lesson-2-three-sames', 'lesson-3-geographical-indications', articleId, 'without-check']);
    const { shelves } = dataOf(await server.call('activity.get', { id: 'micro-class' }));
    expect(shelves.map(({ articles }) => articles.map(({ id }) => id))).toEqual([lessons.slice(0, 3).map(({ id }) => id)]);
    expect(lessons.at(-1)).toMatchObject({ id: 'without-check', minutes: 2, hasCheck: false, progress: null });
    expect(lessons.find(({ id }) => id === articleId)).toMatchObject({ hasCheck: true, minutes: 4, section: '食品安全', progress: null });

    const caller = await server.asGuest();
    await read(caller, 40);
    expect((await rowOf(caller))?.progress).toEqual({ readPercent: 40, check: null, finishedOn: null });
    expect((await rowOf(await server.asGuest()))?.progress).toBeNull();
  });

  it('says what will come while there is no lesson', async () => {
    await server.db.updateTable('article').set({ withdrawnAt: new Date(), withdrawalNote: '测试' }).where('kind', '=', 'lesson').execute();
    expect(await list()).toMatchObject({ lessons: [], totals: { lessonCount: 0 }, coming: '课程还没有上线，编辑会把课程放在这里。' });
    await server.db.updateTable('article').set({ withdrawnAt: null, withdrawalNote: null }).where('kind', '=', 'lesson').execute();
  });

  it('leads from each lesson to the next, to the end', async () => {
    const { lessons } = await list();
    for (const [index, { id }] of lessons.entries()) expect((await view(server, id)).next?.id ?? null).toBe(lessons[index + 1]?.id ?? null);
  });
});

describe('a lesson', () => {
  it('keeps the furthest that was read, in whatever order it is told', async () => {
    const caller = await server.asGuest();
    const progress = await Promise.all([30, 80, 10, 55].map((percent) => read(caller, percent)));
    expect(progress.every(({ readPercent }) => readPercent >= 10)).toBe(true);
    expect((await read(caller, 20)).readPercent).toBe(80);
    expect((await view(caller)).progress?.readPercent).toBe(80);
  });

  it('is finished when it is read and its check is done, whichever comes first', async () => {
    const [reader, solver] = [await server.asGuest(), await server.asGuest()];
    expect((await read(reader, 100)).finishedOn).toBeNull();
    const check = await startCheck(reader);
    expect(check.title).toBe('小测：第四课 读懂进口食品的标签');
    expect(check.questions).toHaveLength(3);
    expect((await view(reader)).progress?.check).toEqual({ practiceId: check.id, questionCount: 3, answeredCount: 0, correctCount: 0 });
    await answerAll(reader, check);
    expect((await view(reader)).progress).toMatchObject({ finishedOn: '2017-09-07', check: { answeredCount: 3 } });

    await answerAll(solver, await startCheck(solver));
    expect((await view(solver)).progress).toMatchObject({ readPercent: 0, finishedOn: null });
    expect((await read(solver, 100)).finishedOn).toBe('2017-09-07');
    expect((await list(solver)).totals?.finishedCount).toBe(1);
  });

  it('has a check of its own topic, without the key, that is gone on with and can be done again', async () => {
    const caller = await server.asGuest();
    const check = await startCheck(caller);
    const topics = await server.db.selectFrom('question').select('topicId').distinct().where('id', 'in', check.questions.map(({ id }) => id)).execute();
    expect(topics).toEqual([{ topicId: 'imported-food' }]);
    expect(JSON.stringify(check)).not.toMatch(/"key":|"explanation":/);
    expect((await startCheck(caller)).id).toBe(check.id);
    await read(caller, 100);
    await answerAll(caller, check);
    const again = await startCheck(caller);
    expect(again.id).not.toBe(check.id);
    // Finished once is finished.
    expect((await view(caller)).progress).toMatchObject({ finishedOn: '2017-09-07', check: { practiceId: again.id, answeredCount: 0 } });
  });

  it('starts one check, however often it is asked for at once', async () => {
    const caller = await server.asGuest();
    const checks = await Promise.all([1, 2, 3].map(() => startCheck(caller)));
    expect(new Set(checks.map(({ id }) => id)).size).toBe(1);
  });

  it('without a topic is finished when it is read, and has no check', async () => {
    const caller = await server.asGuest();
    expect((await read(caller, 100, 'without-check')).finishedOn).toBe('2017-09-07');
    expect((await list(caller)).totals?.finishedCount).toBe(1);
    await refusedUnchanged(server, 'not_found', () => caller.call('practice.start', { from: 'lesson', articleId: 'without-check' }));
  });

  it('that is none, or was taken back, takes no progress', async () => {
    const caller = await server.asGuest();
    await publish(server, { id: 'taken-back', kind: 'lesson', activityId: 'micro-class', lineId: 'publicity', details: { topicId: 'imported-food' } });
    await withdraw(server, 'taken-back');
    for (const id of ['taken-back', 'launch-of-quality-month', 'no-such-lesson']) {
      await refusedUnchanged(server, 'not_found', () => caller.call('lesson.note-progress', { articleId: id, readPercent: 50 }));
      await refusedUnchanged(server, 'not_found', () => caller.call('practice.start', { from: 'lesson', articleId: id }));
      expect(errorOf(await caller.call('lesson.get', { articleId: id })).code).toBe('not_found');
    }
  });

  it.each([-1, 101, 50.5, NaN])('takes no progress of %s', async (readPercent) => {
    const caller = await server.asGuest();
    await refusedUnchanged(server, 'invalid_input', () => caller.call('lesson.note-progress', { articleId, readPercent }));
  });
});

describe('what is kept of one’s lessons', () => {
  it('is exported in words and deleted with the person', async () => {
    const caller = await server.asGuest();
    await read(caller, 100);
    await answerAll(caller, await startCheck(caller));
    const exported = dataOf(await caller.call('person.export', {}));
    expect(exported.lessons).toEqual([
      { 课程: '第四课 读懂进口食品的标签', 读到百分之: 100, 开始时间: '2017-09-07T09:00:00+08:00', 读完时间: '2017-09-07T09:00:00+08:00', 做完小测时间: '2017-09-07T09:00:00+08:00' },
    ]);
    dataOf(await caller.call('person.delete', { confirm: true }));
    expect(await server.db.selectFrom('lessonProgress').select('articleId').where('personId', '=', caller.person.id).execute()).toEqual([]);
  });
});
