import { tableContents } from '../../support/table-contents';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { refusedUnchanged } from '../../support/refused';
import { acceptedRequest, addExpert, asExpert, assignedRequest, at, profileOf, sampleExpert, scheduledRequest, tuesday, tuesdayAfternoon } from '../../support/samples/sample-visit';

let server: TestServer;
let dispatcher: TestCaller;
let officer: TestCaller;

beforeAll(async () => {
  server = await startTestServer();
  dispatcher = await server.as('dispatcher');
  officer = await server.as('officer-development-zone');
});
afterAll(() => server.close());

describe('a profile', () => {
  test('is added by the dispatcher, once each subject and area', async () => {
    const expert = await addExpert(server, { subjectIds: ['testing', 'three-sames', 'testing'], areaIds: ['heping', 'donggang'] });
    expect(expert).toMatchObject({
      version: 1,
      officeName: '天津出入境检验检疫局',
      subjects: [
        { id: 'three-sames', name: '三同与出口转内销' },
        { id: 'testing', name: '检验检测服务' },
      ],
      areas: [
        { id: 'donggang', name: '东港' },
        { id: 'heping', name: '和平区' },
      ],
      linked: false,
    });
    const { experts, choices } = dataOf(await officer.call('expert.list', {}));
    expect(experts).toContainEqual({ ...expert, fit: null });
    for (const { subjects, areas, officeId } of experts) {
      expect(choices.subjects).toEqual(expect.arrayContaining([...subjects]));
      expect(choices.areas).toEqual(expect.arrayContaining([...areas]));
      expect(choices.offices.map(({ id }) => id)).toContain(officeId);
    }
  });

  test('names what content does not know', async () => {
    const wrong = { officeId: 'nowhere', subjectIds: ['taxes'], areaIds: ['pudong'] };
    const { code, fields } = errorOf(await dispatcher.call('expert.add', sampleExpert(wrong)));
    expect(code).toBe('invalid_input');
    expect(Object.keys(fields ?? {}).sort()).toEqual(['areaIds', 'officeId', 'subjectIds']);
  });

  test('is the dispatcher’s to change, but not what somebody else has meanwhile changed', async () => {
    const { id, version } = await addExpert(server);
    const change = () => dispatcher.call('expert.change', { id, version, ...sampleExpert({ name: '示例专家丁', active: false }) });
    expect(dataOf(await change())).toMatchObject({ name: '示例专家丁', active: false, version: 2 });
    await refusedUnchanged(server, 'conflict', change);
  });

  test('lets its expert change districts and weekly limit, and nothing else', async () => {
    const { id, version } = await addExpert(server);
    const own = await asExpert(server, { id });
    const change = (changes: Parameters<typeof sampleExpert>[0], caller = own) => caller.call('expert.change', { id, version, ...sampleExpert(changes) });
    for (const changes of [{ name: '别的名字' }, { officeId: 'baodi' }, { subjectIds: ['testing'] }, { active: false }]) {
      expect(await refusedUnchanged(server, 'forbidden', () => change({ ...changes, weeklyLimit: 2 }))).toContain('服务区域和每周上限');
    }
    const another = await asExpert(server, await addExpert(server));
    await refusedUnchanged(server, 'forbidden', () => change({}, another));
    await refusedUnchanged(server, 'forbidden', () => change({}, officer));
    expect(dataOf(await change({ areaIds: ['heping'], weeklyLimit: 2 }))).toMatchObject({ areas: [{ id: 'heping' }], weeklyLimit: 2 });
  });
});

describe('for a request', () => {
  test('those who fit come first, the one with fewer visits before the other, each with why', async () => {
    const own = await startTestServer();
    const [elsewhere, busy, idle, other, away] = [
      await addExpert(own, { name: '专家 1', areaIds: ['heping'] }),
      await addExpert(own, { name: '专家 2' }),
      await addExpert(own, { name: '专家 3', areaIds: ['kaifaqu'] }),
      await addExpert(own, { name: '专家 4', subjectIds: ['testing'] }),
      await addExpert(own, { name: '专家 5', active: false }),
    ];
    await scheduledRequest(own, busy.id);
    const { id: requestId } = await acceptedRequest(own);
    const { experts } = dataOf(await (await own.as('officer-development-zone')).call('expert.list', { requestId }));
    expect(experts.map(({ id }) => id)).toEqual([idle.id, busy.id, elsewhere.id, other.id, away.id]);
    expect(experts.map(({ fit }) => fit)).toEqual([
      { fits: true, why: ['擅长“三同与出口转内销”。', '能去开发区。', '目前没有约定的上门。'] },
      { fits: true, why: ['擅长“三同与出口转内销”。', '能去开发区。', '已约定 1 个半天上门。'] },
      { fits: false, why: ['擅长“三同与出口转内销”。', '服务区域不含开发区。', '目前没有约定的上门。'] },
      { fits: false, why: ['没有登记“三同与出口转内销”这个方面。', '能去开发区。', '目前没有约定的上门。'] },
      { fits: false, why: ['已暂停参加安排。', '擅长“三同与出口转内销”。', '能去开发区。', '目前没有约定的上门。'] },
    ]);
    expect(errorOf(await (await own.as('officer-baodi')).call('expert.list', { requestId })).code).toBe('not_found');
    await own.close();
  });
});

describe('the invitation', () => {
  test('links one person to the profile and gives the role; whoever has it sees so', async () => {
    const { id } = await addExpert(server);
    const invite = async () => dataOf(await dispatcher.call('expert.invite', { id }));
    const [invitation, spare] = [await invite(), await invite()];
    expect(invitation.offers).toMatchObject({ role: 'expert', name: '专家' });
    const people = await Promise.all([server.asGuest(), server.asGuest()]);
    const token = invitation.token ?? '';
    expect(dataOf(await people[0].call('invitation.get', { token })).standing).toBe('ready');
    const replies = await Promise.all(people.map((person) => person.call('invitation.accept', { token })));
    const expert = people[replies.findIndex(({ ok }) => ok)];
    if (!expert) throw new Error('Nobody is the expert.');
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await profileOf(expert)).toMatchObject({ id, linked: true });
    expect(dataOf(await expert.call('person.me', {})).roles).toEqual(['expert']);
    expect(dataOf(await expert.call('invitation.get', { token: spare.token ?? '' })).standing).toBe('held');
    const late = await server.asGuest();
    expect(await refusedUnchanged(server, 'conflict', () => late.call('invitation.accept', { token: spare.token ?? '' }))).toContain('已经有人使用');
    expect(await refusedUnchanged(server, 'conflict', () => dispatcher.call('expert.invite', { id }))).toContain('已经有人使用');
  });

  test('gives one person one profile', async () => {
    const [first, second] = [await addExpert(server), await addExpert(server)];
    const expert = await asExpert(server, first);
    const { token } = dataOf(await dispatcher.call('expert.invite', { id: second.id }));
    await refusedUnchanged(server, 'conflict', () => expert.call('invitation.accept', { token: token ?? '' }));
  });

  test('of two profiles at once one is taken up', async () => {
    const tokens = await Promise.all([1, 2].map(async () => dataOf(await dispatcher.call('expert.invite', { id: (await addExpert(server)).id })).token ?? ''));
    const person = await server.asGuest();
    const replies = await Promise.all(tokens.map((token) => person.call('invitation.accept', { token })));
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
  });

  test('can be given to another person once the role was taken back', async () => {
    const { id } = await addExpert(server);
    const [administrator, before] = [await server.as('administrator'), await asExpert(server, { id })];
    const { grants } = dataOf(await administrator.call('role.list', { role: 'expert' }));
    dataOf(await administrator.call('role.revoke', { id: grants.find(({ personId }) => personId === before.person.id)?.id ?? '' }));
    expect(errorOf(await before.call('expert.calendar', {})).code).toBe('forbidden');
    expect(await profileOf(await asExpert(server, { id }))).toMatchObject({ id, linked: true });
  });

  test('of the demo’s experts is not needed: each has a profile that nobody takes for a person’s', async () => {
    const names = await Promise.all(['expert', 'expert-2', 'expert'].map(async (persona) => (await profileOf(await server.as(persona))).name));
    expect(names).toEqual(['示例专家甲', '示例专家乙', '示例专家甲']);
  });
});

describe('the calendar', () => {
  test('shows four weeks of working half-days, with leave and visits', async () => {
    const expert = await addExpert(server);
    const own = await asExpert(server, expert);
    const { id: requestId, firmName } = await scheduledRequest(server, expert.id);
    dataOf(await own.call('expert.set-leave', { halves: [tuesdayAfternoon], away: true }));
    const { days } = dataOf(await own.call('expert.calendar', { from: '2017-09-11' }));
    expect(days.slice(0, 5)).toEqual([
      { date: '2017-09-11', half: 'am', use: 'free', stops: [] },
      { date: '2017-09-11', half: 'pm', use: 'free', stops: [] },
      { ...tuesday, use: 'visit', stops: [{ requestId, firmName }] },
      { ...tuesdayAfternoon, use: 'leave', stops: [] },
      { date: '2017-09-13', half: 'am', use: 'free', stops: [] },
    ]);
    // The Saturday before the holiday week is worked, and then nothing to the span's end on 8 October.
    expect(days.at(-1)).toMatchObject({ date: '2017-09-30', half: 'pm' });
    const seen = async (caller: TestCaller) => dataOf(await caller.call('expert.calendar', { id: expert.id, from: tuesday.date })).days[0];
    expect((await seen(officer))?.stops).toHaveLength(1);
    expect(await seen(await server.as('officer-baodi'))).toEqual({ ...tuesday, use: 'visit', stops: [] });
  });

  test('is not for other experts, nor for people without a profile', async () => {
    const { id } = await addExpert(server);
    const other = await asExpert(server, await addExpert(server));
    expect(errorOf(await other.call('expert.calendar', { id })).code).toBe('not_found');
    expect(errorOf(await dispatcher.call('expert.calendar', {})).code).toBe('not_found');
  });
});

describe('leave', () => {
  test('is refused where a visit is booked, naming it, and then not a half of it is entered', async () => {
    const expert = await addExpert(server);
    await scheduledRequest(server, expert.id);
    const own = await asExpert(server, expert);
    const words = await refusedUnchanged(server, 'conflict', () => own.call('expert.set-leave', { halves: [{ date: '2017-09-11', half: 'am' }, tuesday], away: true }));
    expect(words).toBe('9 月 12 日（周二）上午已约定到天津示例食品有限公司上门，请先改期，再填请假。');
  });

  test('entered twice and taken back twice is the same', async () => {
    const { id } = await addExpert(server);
    const leave = async (away: boolean) => {
      dataOf(await dispatcher.call('expert.set-leave', { id, halves: [tuesday, tuesdayAfternoon], away }));
      return (await tableContents(server.db)).expertLeave;
    };
    expect(await leave(true)).toEqual(await leave(true));
    expect(await leave(false)).toEqual(await leave(false));
    expect((await tableContents(server.db)).expertLeave?.filter((row) => row.includes(id))).toEqual([]);
  });

  test('is entered by the expert or the dispatcher, for working days to come', async () => {
    const { id } = await addExpert(server);
    await refusedUnchanged(server, 'forbidden', () => officer.call('expert.set-leave', { id, halves: [tuesday], away: true }));
    for (const date of ['2017-09-10', '2017-09-06']) {
      await refusedUnchanged(server, 'invalid_input', () => dispatcher.call('expert.set-leave', { id, halves: [tuesday, { date, half: 'am' }], away: true }));
    }
  });

  test('and a booking of the same half-day at once: one of them', async () => {
    const expert = await addExpert(server);
    const own = await asExpert(server, expert);
    const assigned = await assignedRequest(server, expert.id);
    const replies = await Promise.all([dispatcher.call('request.schedule', { ...at(assigned), ...tuesday }), own.call('expert.set-leave', { halves: [tuesday], away: true })]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
  });
});
