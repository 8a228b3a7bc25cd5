import { kindOfSubject } from '../../../server/campaign/kind-of-subject';
import { loadCampaign } from '../../../server/campaign/load';
import { readCampaignFolder } from '../../../server/campaign/folder/read';
import type { Campaign, RequestKind } from '../../../server/campaign/schema';
import type { Store } from '../../../server/storage/engine/connection';
import { copyCampaign, insertBareRequest, messageOf, originalCampaign, type CampaignFolder } from '../../support/campaign-folder';
import { tableContents } from '../../support/table-contents';
import { openTestDatabase } from '../../support/test-database';

const first = new Date('2017-09-01T00:00:00Z');
const later = new Date('2017-09-02T00:00:00Z');

let folder: CampaignFolder;
beforeEach(async () => {
  folder = await copyCampaign();
});
afterEach(() => folder.remove());

describe('the kinds of request', () => {
  let campaign: Campaign;
  beforeAll(async () => {
    ({ campaign } = await readCampaignFolder(originalCampaign));
  });

  const kind = (id: string): RequestKind => {
    const found = campaign.requestKinds.find((each) => each.id === id);
    if (!found) throw new Error(`No kind ${id}.`);
    return found;
  };
  const fieldIds = (id: string): string[] => kind(id).fields.map((field) => field.id);

  test('come in the order of the directory', () => {
    expect(campaign.requestKinds.map(({ id }) => id)).toEqual([
      'expert-visit',
      'policy-briefing',
      'testing-consultation',
      'three-sames-assistance',
      'demonstration-coaching',
      'farm-export-coaching',
      'gi-coaching',
      'facilitation-wish',
      'invite-us',
      'clue-report',
    ]);
  });

  test('are answered by the office of the area, or by the one that is named', () => {
    expect(kind('expert-visit').officeId).toBeNull();
    expect(kind('testing-consultation').officeId).toBe('bureau');
  });

  test('send experts only where experts can be planned by the same subjects', () => {
    const visiting = campaign.requestKinds.filter(({ visits }) => visits);
    expect(visiting.map(({ id }) => id)).toEqual(['expert-visit', 'policy-briefing']);
    const [subjects = [], briefed = []] = visiting.map(({ fields }) => fields.find(({ id }) => id === 'subjectId')?.choices);
    for (const { id, name } of briefed) expect(subjects.find((subject) => subject.id === id)?.name).toBe(name);
  });

  test('may be anonymous only where no firm is asked for', () => {
    expect(campaign.requestKinds.filter(({ anonymous }) => anonymous).map(({ id }) => id)).toEqual(['clue-report']);
    expect(fieldIds('clue-report')).not.toEqual(expect.arrayContaining(['firmName']));
    expect(kind('clue-report').fields.filter(({ personal }) => personal).map(({ id }) => id)).toEqual(['contactName', 'phone']);
  });

  test('give an office words for every step, and say how long personal data stay', () => {
    for (const { replies, retentionDays, retention } of campaign.requestKinds) {
      for (const purpose of ['accept', 'return', 'decline', 'conclude', 'message'] as const) {
        const count = replies.filter((reply) => reply.purpose === purpose).length;
        expect(count >= 2 && count <= 5).toBe(true);
      }
      expect(retention).toContain(`${retentionDays} 天`);
    }
  });

  test('promise in words what they promise in days', () => {
    for (const { introduction, whatHappensNext, answerWithin } of campaign.requestKinds) {
      const promised = [introduction, whatHappensNext[1] ?? ''].map((text) => /(\d+) 个工作日内答复/.exec(text)?.[1]);
      expect(promised).toEqual([`${answerWithin}`, `${answerWithin}`]);
    }
  });

  test('fill in what a field leaves out', () => {
    const [place, listeners] = ['place', 'listeners'].map((id) => kind('policy-briefing').fields.find((field) => field.id === id));
    expect(place).toMatchObject({ type: 'text', optional: false, personal: false, min: 1, max: 60, choices: [] });
    expect(listeners).toMatchObject({ type: 'number', min: 1, max: 2000 });
  });

  test('are found by a subject, the first one that offers it', () => {
    const visit = { kindId: 'expert-visit', kindTitle: '请专家上门' };
    expect(kindOfSubject(campaign.requestKinds, 'three-sames')).toEqual({ ...visit, subjectId: 'three-sames', subjectName: '三同与出口转内销' });
    expect(kindOfSubject(campaign.requestKinds, 'infringement')?.kindId).toBe('clue-report');
    expect(kindOfSubject(campaign.requestKinds, 'unheard-of')).toBeNull();
    expect(kindOfSubject(campaign.requestKinds, undefined)).toBeNull();
  });
});

describe('a wrong kind of request', () => {
  const [visit, briefing, testing, farm, clue] = ['expert-visit', 'policy-briefing', 'testing-consultation', 'farm-export-coaching', 'clue-report'].map((id) => `requests/${id}.yaml`) as [
    string,
    string,
    string,
    string,
    string,
  ];

  // file, what is there, what a mistake makes of it, how many lines further down it shows, key, what is expected
  const mistakes: [string, string, string, number, string, RegExp][] = [
    // Its fields.
    [briefing, '  - id: place\n    type: text\n', '  - id: place\n', 0, 'fields.3.type', /expected a type, because place is not one of firmName/],
    [briefing, 'type: text', 'type: texts', 0, 'fields.3.type', /expected text, long-text, choice/],
    [briefing, '- id: phone\n', '- id: phone\n    type: text\n', 1, 'fields.9.type', /expected no type, because phone has one of its own/],
    [briefing, '- id: place', '- id: Place', 0, 'fields.3.id', /the id of a field in camelCase/],
    [briefing, '- id: listeners', '- id: place', 0, 'fields.4.id', /a field of its own; place is already used in requests\/policy-briefing\.yaml:\d+/],
    [briefing, '- id: place\n    type: text', '- id: place\n    type: choice', 0, 'fields.3.choices', /expected choices, because choice is chosen from a list/],
    [briefing, 'type: number', 'type: number\n    choices: [{ id: few, name: 少 }, { id: many, name: 多 }]', 1, 'fields.4.choices', /expected no choices/],
    [briefing, '    max: 2000', '    max: 0', 0, 'fields.4.max', /expected at least min, 1/],
    [briefing, '    min: 1', '    min: -1', 0, 'fields.4.min', /whole number from 0/],
    [clue, '    max: 120', '    max: 3000', 0, 'fields.2.max', /at most 2000 characters/],
    [briefing, '    purpose: 让专家找得到地方。\n', '', -4, 'fields.3.purpose', /missing/],
    [briefing, 'label: 宣讲地点', 'lable: 宣讲地点', 0, 'fields.3.lable', /no such key/],
    [farm, '- id: brand', '- id: quality', 0, 'fields.5.choices.2.id', /a choice of its own; quality is already used/],
    // What it promises and who answers.
    [testing, 'receiptPrefix: JC', 'receiptPrefix: jc', 0, 'receiptPrefix', /two capital letters/],
    [testing, 'answerWithin: 3', 'answerWithin: 0', 0, 'answerWithin', /whole number from 1 to 60/],
    [testing, 'retentionDays: 90', 'retentionDays: 三个月', 0, 'retentionDays', /whole number/],
    [testing, 'answeredBy: bureau', 'answeredBy: laboratory', 0, 'answeredBy', /area or an office, one of bureau/],
    [testing, 'answeredBy: bureau', 'answeredBy: area', 0, 'answeredBy', /the field areaId, not optional, because the office of the area answers/],
    [testing, 'activity: teda-testing-platform', 'activity: teda', 0, 'activity', /an activity, one of/],
    [testing, 'order: 3\n', '', -2, 'order', /missing/],
    [testing, 'summary: 泰达', 'sumary: 泰达', 0, 'sumary', /no such key/],
    [testing, '  most: 6', '  most: 10', 0, 'attachments.most', /whole number from 1 to 9/],
    [testing, '    purpose: accept', '    purpose: agree', 0, 'replies.3.purpose', /accept, return, decline, conclude or message/],
    [testing, '- id: accept-call', '- id: accept-studying', 0, 'replies.4.id', /a reply id of its own/],
    // Experts and anonymity.
    [testing, 'order: 3', 'order: 3\nvisits: true', 1, 'visits', /the field preferredDates, not optional, because experts are sent/],
    [visit, 'visits: true', 'visits: true\nanonymous: true', 1, 'anonymous', /expected false, because experts are sent/],
    [clue, 'anonymous: true', 'visits: true', 0, 'visits', /the field firmName, not optional, because experts are sent/],
    // Among the kinds.
    [testing, 'receiptPrefix: JC', 'receiptPrefix: ZY', 0, 'receiptPrefix', /a receipt prefix of its own; ZY is already used in requests\/expert-visit\.yaml:6/],
    [testing, 'order: 3', 'order: 2', 0, 'order', /a place in the order of its own; 2 is already used in requests\/policy-briefing\.yaml:3/],
    [testing, 'id: testing-consultation', 'id: policy-briefing', 0, 'id', /a request kind of its own; policy-briefing is already used/],
  ];

  test.each(mistakes)('%s: %j instead as %j is named', async (file, from, to, down, key, expected) => {
    const line = (await folder.edit(file, from, to)) + down;
    const message = await messageOf(readCampaignFolder(folder.path));
    const found = message.split('\n').find((each) => expected.test(each))?.trim() ?? message;
    expect(found).toMatch(expected);
    const at = `${file}:${line} ${key}: `;
    expect(found.startsWith(at) ? at : found).toBe(at);
  });
});

describe('a kind that has requests', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTestDatabase();
    await loadCampaign(store.db, folder.path, () => first);
  });
  afterEach(() => store.close());

  /** The reason why the folder as it now is cannot be loaded; nothing has changed then. */
  async function refusal(): Promise<string> {
    const before = await tableContents(store.db);
    const message = await messageOf(loadCampaign(store.db, folder.path, () => later));
    expect(await tableContents(store.db)).toEqual(before);
    return message;
  }

  test('must stay, without a subject too', async () => {
    await insertBareRequest(store.db, { kind: 'farm-export-coaching', officeId: 'baodi', areaId: 'baodi', subjectId: null });
    await folder.drop('requests/farm-export-coaching.yaml');
    await folder.edit('activities.yaml', 'kind: request\n      request: farm-export-coaching', 'kind: news');
    expect(await refusal()).toMatch(/requests: the kind farm-export-coaching has requests; it must stay/);
    await store.db.deleteFrom('serviceRequest').execute();
    expect((await loadCampaign(store.db, folder.path, () => later)).changed).toBe(true);
  });

  test('keeps its subject, although another kind still offers it', async () => {
    await insertBareRequest(store.db, { kind: 'policy-briefing', officeId: 'baodi', areaId: 'baodi', subjectId: 'clearance' });
    await folder.edit('requests/policy-briefing.yaml', '- id: clearance', '- id: process');
    expect(await refusal()).toMatch(/requests: the subject clearance of policy-briefing has requests; it must stay/);
  });

  test('keeps its area', async () => {
    await insertBareRequest(store.db, { kind: 'expert-visit', officeId: 'bureau', areaId: 'heping', subjectId: 'other' });
    await folder.edit('areas.yaml', '- id: heping\n  name: 和平区\n  tile: {name: 和平, column: 3, row: 4}\n', '');
    expect(await refusal()).toMatch(/areas\.yaml: the area heping has requests; it must stay/);
  });

  test('needs neither area nor subject of one that names none', async () => {
    await insertBareRequest(store.db, { kind: 'clue-report', officeId: 'bureau', areaId: null, subjectId: null });
    await folder.edit('areas.yaml', '- id: heping\n  name: 和平区\n  tile: {name: 和平, column: 3, row: 4}\n', '');
    expect((await loadCampaign(store.db, folder.path, () => later)).changed).toBe(true);
  });
});
