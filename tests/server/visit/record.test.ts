import type { RequestView } from '../../../src/contract/request/request';
import type { Input } from '../../../src/contract/actions';
import { filesFolder, uploaded } from '../../support/samples/attached';
import { refusedUnchanged } from '../../support/refused';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { addExpert, asExpert, scheduledRequest, tuesday } from '../../support/samples/sample-visit';

const folder = filesFolder();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ configuration: { files: { kind: 'disk', folder: folder.path } } });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});
beforeEach(() => {
  server.clock.set('2017-09-07T09:00:00+08:00');
});

const promise = { text: '寄送三同认证的材料清单', by: 'expert', dueOn: '2017-09-15' } as const;
const written = ({ id, version }: Pick<RequestView, 'id' | 'version'>, changes: Partial<Input<'visit.record'>> = {}): Input<'visit.record'> => ({
  requestId: id,
  version,
  findings: '出口与内销共用一条生产线，标签还没有分开管理。',
  policies: '讲解了三同的要求和认证流程。',
  promises: [promise],
  ...changes,
});

interface Scene {
  readonly expert: TestCaller;
  readonly firm: TestCaller;
  readonly scheduled: RequestView;
}

/** On the day of the visit, which a new firm has agreed with a new expert. */
async function onSite(): Promise<Scene> {
  const profile = await addExpert(server);
  const firm = await server.asGuest();
  const scheduled = await scheduledRequest(server, profile.id, { firm });
  const expert = await asExpert(server, profile);
  server.clock.set('2017-09-12T11:30:00+08:00');
  return { expert, firm, scheduled };
}

const get = async (caller: TestCaller, { id }: Pick<RequestView, 'id'>): Promise<RequestView> => dataOf(await caller.call('request.get', { id }));

describe('the record', () => {
  test('makes the request visited, lets the clock go on and asks the firm to confirm', async () => {
    const { expert, firm, scheduled } = await onSite();
    const photoIds = [await uploaded(server, expert)];
    expect(dataOf(await expert.call('visit.record', written(scheduled, { photoIds })))).toMatchObject({
      ...tuesday,
      state: 'done',
      record: { writtenAt: '2017-09-12T11:30:00+08:00', findings: written(scheduled).findings, promises: [{ ...promise, doneOn: null }], photos: [{ id: photoIds[0] }], confirmedAt: null },
    });
    const visited = await get(firm, scheduled);
    expect(visited).toMatchObject({ state: 'visited', visit: { state: 'done' }, promise: { kind: 'running', what: 'conclude' } });
    expect(visited.timeline.at(-1)).toMatchObject({ kind: 'visit', by: '专家', title: '专家已于 9 月 12 日（周二）上午上门' });
    expect(dataOf(await firm.call('message.list', {})).messages.map(({ title }) => title)).toContain('请确认上门记录');
  });

  test('is written by the expert who went there or by the dispatcher', async () => {
    const { firm, scheduled } = await onSite();
    const other = await asExpert(server, await addExpert(server));
    await refusedUnchanged(server, 'not_found', () => other.call('visit.record', written(scheduled)));
    const officer = await server.as('officer-development-zone');
    await refusedUnchanged(server, 'forbidden', () => officer.call('visit.record', written(scheduled)));
    expect(errorOf(await firm.call('visit.record', written(scheduled))).code).toBe('forbidden');
    expect(dataOf(await (await server.as('dispatcher')).call('visit.record', written(scheduled))).state).toBe('done');
  });

  test('is refused before the day of the visit', async () => {
    const { expert, scheduled } = await onSite();
    server.clock.set('2017-09-11T18:00:00+08:00');
    expect(await refusedUnchanged(server, 'conflict', () => expert.call('visit.record', written(scheduled)))).toContain('9 月 12 日（周二）上午');
  });

  test('promises nothing for before the visit, and takes no file that is not the writer’s', async () => {
    const { expert, firm, scheduled } = await onSite();
    const { fields } = errorOf(await expert.call('visit.record', written(scheduled, { promises: [promise, { ...promise, dueOn: '2017-09-11' }] })));
    expect(Object.keys(fields ?? {})).toEqual(['promises.1.dueOn']);
    const photoIds = [await uploaded(server, firm)];
    await refusedUnchanged(server, 'invalid_input', () => expert.call('visit.record', written(scheduled, { photoIds })));
  });

  test('can be mended until the firm has confirmed it; what is still promised stays done', async () => {
    const { expert, firm, scheduled } = await onSite();
    const first = dataOf(await expert.call('visit.record', written(scheduled)));
    const [kept] = first.record?.promises ?? [];
    dataOf(await expert.call('visit.keep-promise', { requestId: scheduled.id, promiseId: kept?.id ?? '' }));
    const other = { text: '整改标签', by: 'firm', dueOn: '2017-09-20' } as const;
    const mended = dataOf(await expert.call('visit.record', written(await get(expert, scheduled), { findings: '标签需要分开管理。', promises: [other, promise] })));
    expect(mended.record).toMatchObject({ findings: '标签需要分开管理。', promises: [{ ...other, doneOn: null }, { ...kept, doneOn: '2017-09-12' }] });
    expect((await get(firm, scheduled)).timeline.filter(({ kind }) => kind === 'visit')).toHaveLength(1);

    dataOf(await firm.call('visit.confirm-record', { requestId: scheduled.id, version: (await get(firm, scheduled)).version }));
    const late = written(await get(expert, scheduled));
    expect(await refusedUnchanged(server, 'conflict', () => expert.call('visit.record', late))).toContain('已经确认');
  });
});

describe('the firm’s confirmation', () => {
  test('stands in the timeline, once', async () => {
    const { expert, firm, scheduled } = await onSite();
    dataOf(await expert.call('visit.record', written(scheduled)));
    const confirm = async () => firm.call('visit.confirm-record', { requestId: scheduled.id, version: (await get(firm, scheduled)).version });
    expect(dataOf(await confirm()).record?.confirmedAt).toBe('2017-09-12T11:30:00+08:00');
    expect((await get(firm, scheduled)).timeline.at(-1)).toMatchObject({ kind: 'record-confirmed', by: '企业' });
    await refusedUnchanged(server, 'conflict', confirm);
  });

  test('is for what the firm has read: a record mended meanwhile is refused', async () => {
    const { expert, firm, scheduled } = await onSite();
    dataOf(await expert.call('visit.record', written(scheduled)));
    const { version } = await get(firm, scheduled);
    dataOf(await expert.call('visit.record', written(await get(expert, scheduled), { findings: '标签需要分开管理。' })));
    await refusedUnchanged(server, 'conflict', () => firm.call('visit.confirm-record', { requestId: scheduled.id, version }));
  });

  test('is the owner’s, and of a visit that was made', async () => {
    const { expert, firm, scheduled } = await onSite();
    await refusedUnchanged(server, 'conflict', () => firm.call('visit.confirm-record', { requestId: scheduled.id, version: scheduled.version }));
    dataOf(await expert.call('visit.record', written(scheduled)));
    const { version } = await get(firm, scheduled);
    await refusedUnchanged(server, 'forbidden', () => expert.call('visit.confirm-record', { requestId: scheduled.id, version }));
    const stranger = await server.asGuest();
    await refusedUnchanged(server, 'not_found', () => stranger.call('visit.confirm-record', { requestId: scheduled.id, version }));
  });
});

test('a promise is marked as kept by the side that made it or by the office, once', async () => {
  const { expert, firm, scheduled } = await onSite();
  const sides = ['firm', 'expert', 'office'] as const;
  const brief = dataOf(await expert.call('visit.record', written(scheduled, { promises: sides.map((by) => ({ ...promise, by })) })));
  const keep = (caller: TestCaller, by: (typeof sides)[number]) =>
    caller.call('visit.keep-promise', { requestId: scheduled.id, promiseId: brief.record?.promises.find((one) => one.by === by)?.id ?? '' });
  const [officer, elsewhere] = [await server.as('officer-development-zone'), await server.as('officer-baodi')];
  await refusedUnchanged(server, 'forbidden', () => keep(firm, 'expert'));
  await refusedUnchanged(server, 'forbidden', () => keep(firm, 'office'));
  await refusedUnchanged(server, 'forbidden', () => keep(expert, 'firm'));
  await refusedUnchanged(server, 'not_found', () => keep(elsewhere, 'office'));
  dataOf(await keep(firm, 'firm'));
  dataOf(await keep(expert, 'expert'));
  expect(dataOf(await keep(officer, 'office')).record?.promises.map(({ doneOn }) => doneOn)).toEqual(['2017-09-12', '2017-09-12', '2017-09-12']);
  await refusedUnchanged(server, 'conflict', () => keep(officer, 'firm'));
});

describe('the expert’s own visits', () => {
  test('to come are soonest first and page by page; done are newest first, with promises that are overdue', async () => {
    const profile = await addExpert(server, { weeklyLimit: 10, subjectIds: ['three-sames', 'testing'] });
    const expert = await asExpert(server, profile);
    const halves = ['2017-09-14', '2017-09-12', '2017-09-13', '2017-09-15'].flatMap((date) => [{ date, half: 'pm' } as const, { date, half: 'am' } as const]);
    const requests: RequestView[] = [];
    for (const slot of halves) requests.push(await scheduledRequest(server, profile.id, { slot }));
    // Neighbours on the first visits.
    for (const slot of halves.slice(0, 4)) requests.push(await scheduledRequest(server, profile.id, { slot }));
    const first = dataOf(await expert.call('visit.mine', {}));
    const second = dataOf(await expert.call('visit.mine', { cursor: first.nextCursor ?? '' }));
    const all = [...first.visits, ...second.visits];
    expect(second.nextCursor).toBeNull();
    expect(new Set(all.map(({ requestId }) => requestId)).size).toBe(12);
    const keys = all.map(({ date, half }) => `${date} ${half}`);
    expect(keys).toEqual([...keys].sort());
    expect(all[0]).toMatchObject({ ...tuesday, state: 'booked', firmName: '天津示例食品有限公司', areaName: '开发区', subject: '三同与出口转内销', overduePromises: 0 });

    server.clock.set('2017-09-18T09:00:00+08:00');
    const dispatcher = await server.as('dispatcher');
    for (const request of requests.slice(0, 3)) dataOf(await dispatcher.call('visit.record', written(request)));
    server.clock.set('2017-09-19T09:00:00+08:00');
    const done = dataOf(await expert.call('visit.mine', { span: 'done' })).visits;
    expect(done.map(({ date, half, overduePromises }) => [date, half, overduePromises])).toEqual([
      ['2017-09-14', 'pm', 1],
      ['2017-09-14', 'am', 1],
      ['2017-09-12', 'pm', 1],
    ]);
    expect(errorOf(await expert.call('visit.mine', { cursor: Buffer.from('2017-09-12|x').toString('base64url') })).code).toBe('invalid_input');
  });

  test('are nobody else’s, and an expert sees the contact but not what the office notes inside', async () => {
    const { expert, scheduled } = await onSite();
    const other = await asExpert(server, await addExpert(server));
    expect(dataOf(await other.call('visit.mine', {})).visits).toEqual([]);
    const seen = await get(expert, scheduled);
    expect(seen.actors).toEqual(['expert']);
    expect(seen.office).toBeNull();
    expect(seen.fields.find(({ id }) => id === 'phone')?.text).toBe('13800001234');
  });
});
