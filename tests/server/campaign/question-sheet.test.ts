import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { columns, readQuestionSheet } from '../../../scripts/question-bank/question-sheet';
import { exportQuestions, importQuestions } from '../../../scripts/question-bank/exchange';
import { readRows, writeRows } from '../../../scripts/question-bank/workbook';
import { readCampaignFolder } from '../../../server/campaign/folder/read';
import { copyCampaign, messageOf, type CampaignFolder } from '../../support/campaign-folder';
import { someText } from '../../support/matchers';

let campaign: CampaignFolder;
let folder: string;
let file: string;

beforeEach(async () => {
  campaign = await copyCampaign();
  folder = campaign.path;
  file = join(folder, 'bank.xlsx');
});

afterEach(() => campaign.remove());

type Rows = unknown[][];
const place = (heading: string): number => columns.findIndex((column) => column.heading === heading);

async function yamlFiles(): Promise<Record<string, string>> {
  const names = await readdir(join(folder, 'questions'));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await campaign.text(`questions/${name}`)] as const)));
}

/** Exports, changes cells, and puts the workbook back. Rows are counted as Excel does. */
async function edited(change: (rows: Rows) => void): Promise<void> {
  await exportQuestions(folder, file);
  const rows: Rows = await readRows(await readFile(file));
  change(rows);
  const [headings = [], ...rest] = rows;
  await writeFile(file, await writeRows('题库', headings.map((heading) => ({ heading: String(heading), width: 10 })), rest as (string | number | null)[][]));
}

const set = (rows: Rows, row: number, heading: string, value: string | number | null): void => {
  (rows[row - 1] ?? [])[place(heading)] = value;
};

// Workbooks are written and read for real, which takes a loaded machine its time.
jest.setTimeout(60_000);

describe('the question bank as a workbook', () => {
  test('has one row for each question under Chinese headings', async () => {
    const { questions } = await readCampaignFolder(folder);
    const first = questions.find(({ id }) => id === 'quality-basics-001');
    expect(await exportQuestions(folder, file)).toBe(questions.length);
    const rows = await readRows(await readFile(file));
    expect(rows).toHaveLength(questions.length + 1);
    expect(rows[0]).toEqual(columns.map(({ heading }) => heading));
    expect(rows[1]?.slice(0, 5)).toEqual(['质量基础', 'quality-basics-001', '单选', first?.stem, first?.options[0]]);
    expect(rows[1]?.slice(place('正确答案'))).toContain('两者');
  });

  test('brought back unchanged changes nothing, to the byte', async () => {
    const before = await yamlFiles();
    await exportQuestions(folder, file);
    expect(await importQuestions(folder, file, { write: true })).toEqual({ added: [], changed: [], removed: [], files: [] });
    expect(await yamlFiles()).toEqual(before);
  });

  test('written as files again says the same, with the heads of the topics', async () => {
    const head = '# Read by the bureau.\n';
    await campaign.edit('questions/imported-food.yaml', 'topic:\n', `${head}topic:\n`);
    const before = await readCampaignFolder(folder);
    await edited((rows) => {
      set(rows, 2, '题干', '改过的题干，问的还是同一件事？');
      const [heading = [], first = [], ...others] = rows;
      rows.splice(0, rows.length, heading, ...others.reverse(), first);
    });
    await importQuestions(folder, file, { write: true });
    const after = await readCampaignFolder(folder);
    const sorted = (all: readonly { readonly id: string }[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(after.topics).toEqual(before.topics);
    expect(sorted(after.questions)).toEqual(
      sorted(before.questions.map((question) => (question.id === 'quality-basics-001' ? { ...question, stem: '改过的题干，问的还是同一件事？' } : question))),
    );
    expect((await campaign.text('questions/imported-food.yaml')).startsWith(head)).toBe(true);
  });

  test('tells what it would change, and changes it only when told to', async () => {
    const before = await yamlFiles();
    await edited((rows) => {
      set(rows, 2, '用途', '练习');
      rows.push([...(rows[2] ?? [])]);
      set(rows, rows.length, '编号', 'quality-basics-901');
      rows.splice(rows.findIndex((row) => row[place('编号')] === 'border-safety-001'), 1);
    });
    const changes = { added: ['quality-basics-901'], changed: ['quality-basics-001'], removed: ['border-safety-001'], files: ['questions/quality-basics.yaml', 'questions/border-safety.yaml'] };
    expect(await importQuestions(folder, file, { write: false })).toEqual(changes);
    expect(await yamlFiles()).toEqual(before);
    expect(await importQuestions(folder, file, { write: true })).toEqual(changes);
    const { questions } = await readCampaignFolder(folder);
    expect(questions.find(({ id }) => id === 'quality-basics-001')).toMatchObject({ inPractice: true, inContest: false });
    expect(questions.some(({ id }) => id === 'border-safety-001')).toBe(false);
  });

  test('takes what Excel makes of letters, numbers and dates', async () => {
    await edited((rows) => {
      set(rows, 2, '难度', '2');
      set(rows, 2, '正确答案', ' ａ ');
      set(rows, 2, '选项D', 2017);
      set(rows, 3, '选项A', null);
      set(rows, 3, '选项B', null);
      set(rows, 3, '用途', null);
      rows.push([]);
    });
    await importQuestions(folder, file, { write: true });
    const { questions } = await readCampaignFolder(folder);
    const [first, second] = ['quality-basics-001', 'quality-basics-002'].map((wanted) => questions.find(({ id }) => id === wanted));
    expect(first).toMatchObject({ difficulty: 2, key: [0], options: [someText, someText, someText, '2017'] });
    expect(second).toMatchObject({ options: ['正确', '错误'], inPractice: true, inContest: true });
  });

  test('takes dates that are dates', async () => {
    await exportQuestions(folder, file);
    const rows = await readRows(await readFile(file));
    const topics = [{ id: 'quality-basics', title: '质量基础', summary: '标准', order: 1 }];
    (rows[1] ?? [])[place('审核日期')] = new Date('2017-08-31T00:00:00Z');
    const own = rows.filter(([topic], index) => index === 0 || topic === '质量基础');
    const { topics: [source], mistakes } = readQuestionSheet('bank.xlsx', own, topics);
    expect(mistakes).toEqual([]);
    expect(source?.value.questions[0]?.reviewedOn).toBe('2017-08-31');
  });
});

describe('a sheet with mistakes', () => {
  test.each<[string, number, string, string | number | null, RegExp]>([
    ['an unknown topic', 2, '专题', '质量', /row 2, column 专题: expected one of 质量基础、/],
    ['a misspelt type', 3, '题型', '是非', /row 3, column 题型: expected one of 单选、多选、判断/],
    ['an id that is none', 2, '编号', 'Quality 1', /row 2, column 编号: expected an id in kebab-case/],
    ['an id used twice', 3, '编号', 'quality-basics-001', /row 3, column 编号: .* already used in bank\.xlsx:2/],
    ['no stem', 12, '题干', null, /row 12, column 题干: expected text/],
    ['a stem that is too long', 2, '题干', '长'.repeat(151), /row 2, column 题干: expected at most 150 characters/],
    ['a gap in the options', 2, '选项B', null, /row 2, column 选项B: expected text, found nothing/],
    ['the same option twice', 2, '选项B', '保障人体健康和人身、财产安全的标准', /row 2, column 选项A: expected options that differ/],
    ['a key of no letters', 12, '正确答案', '第一个', /row 12, column 正确答案: expected the letters of the right options/],
    ['a key beyond the options', 2, '正确答案', 'F', /row 2, column 正确答案: expected letters from A to D/],
    ['two keys of a single choice', 2, '正确答案', 'AC', /row 2, column 正确答案: expected exactly one right option, found 2/],
    ['no source', 2, '依据', null, /row 2, column 依据: expected text/],
    ['a difficulty in words', 2, '难度', '难', /row 2, column 难度: expected a whole number from 1 to 3/],
    ['a day that does not exist', 2, '审核日期', '2017-02-30', /row 2, column 审核日期: expected a date that exists/],
    ['an unknown use', 2, '用途', '考试', /row 2, column 用途: expected one of 练习、竞赛、两者/],
  ])('%s', async (_, row, heading, value, expected) => {
    const before = await yamlFiles();
    await edited((rows) => {
      set(rows, row, heading, value);
    });
    expect(await messageOf(importQuestions(folder, file, { write: true }))).toMatch(expected);
    expect(await yamlFiles()).toEqual(before);
  });

  test('is told all of them at once', async () => {
    await edited((rows) => {
      set(rows, 4, '难度', 9);
      set(rows, 2, '正确答案', 'Z');
      set(rows, 2, '用途', '考试');
    });
    expect((await messageOf(importQuestions(folder, file, { write: true }))).split('\n')).toEqual([
      '3 mistakes; nothing is written.',
      expect.stringContaining('row 2, column 正确答案'),
      expect.stringContaining('row 2, column 用途'),
      expect.stringContaining('row 4, column 难度'),
    ]);
  });

  test('is refused when a topic keeps too few questions, or the contest', async () => {
    const before = await yamlFiles();
    await edited((rows) => rows.splice(2, 15));
    expect(await messageOf(importQuestions(folder, file, { write: true }))).toMatch(/row 1, column 专题: 质量基础: expected at least 10/);
    await edited((rows) => {
      for (let row = 2; row <= rows.length; row += 1) set(rows, row, '用途', '练习');
    });
    expect(await messageOf(importQuestions(folder, file, { write: true }))).toMatch(/contest\.yaml:\d+ blueprint\.0\.count: expected at most 0/);
    expect(await yamlFiles()).toEqual(before);
  });
});

describe('a file that is no sheet of questions', () => {
  const sheet = (xml: string): Zippable => {
    const text = (value: string): Uint8Array => new TextEncoder().encode(value);
    return { '[Content_Types].xml': text('<Types/>'), 'xl/worksheets/sheet1.xml': text(`<worksheet><sheetData>${xml}</sheetData></worksheet>`) };
  };
  /** A zip whose directory says of a part that it unpacks to this many bytes, whatever it holds. */
  const claiming = (size: number, xml = ''): Buffer => {
    const bytes = Buffer.from(zipSync(sheet(xml)));
    bytes.writeUInt32LE(size, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    return bytes;
  };

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['a program', () => Buffer.from('MZ\u0090 This program cannot be run in DOS mode'), /not an \.xlsx workbook, whatever its name says/],
    ['nothing', () => Buffer.alloc(0), /not an \.xlsx workbook/],
    ['an old workbook', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /old \.xls workbook or has a password/],
    ['a damaged workbook', () => Buffer.from('PK\u0003\u0004 and nothing else'.padEnd(100, '.')), /cannot be read as a workbook; it may be damaged/],
    ['another zip', () => zipSync({ 'readme.txt': new Uint8Array(3) }), /cannot be read as a workbook/],
    ['a file over 5 MB', () => Buffer.alloc(5 * 1024 * 1024 + 1), /larger than 5 MB/],
    ['a zip that unpacks to too much', () => zipSync({ 'xl/media/a.bin': new Uint8Array(51 * 1024 * 1024) }, { level: 1 }), /unpacks to more than 50 MB/],
    ['a zip that unpacks to more than it says', () => claiming(10, '<row/>'.repeat(1_000_000)), /cannot be read as a workbook; it may be damaged/],
    ['a zip that says so', () => claiming(0xfffffff0), /unpacks to more than 50 MB/],
    ['a row far below', () => zipSync(sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')), /goes on to row 1048576/],
    ['a column far out', () => zipSync(sheet('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>')), /goes on to column ZZZZZ/],
    ['a row far below in small letters', () => zipSync(sheet('<row><c r="a1048576"><v>1</v></c></row>')), /goes on to row 1048576/],
    ['a column far out in small letters', () => zipSync(sheet('<row r="1"><c r="zzzzz1"><v>1</v></c></row>')), /goes on to column zzzzz/],
    ['too many rows', () => writeRows('题库', columns, Array.from({ length: 5_001 }, () => [1])), /goes on to row 5002/],
    ['another table', () => writeRows('名单', [{ heading: '姓名', width: 10 }], [['张三']]), /missing: 专题、编号、题型/],
    ['a sheet without a column', () => writeRows('题库', columns.slice(0, -1), [['质量基础']]), /missing: 用途\./],
    ['an empty sheet', () => writeRows('题库', [], []), /missing: 专题/],
  ])('%s is refused with its reason', async (_, bytes, expected) => {
    const before = await yamlFiles();
    await writeFile(file, await bytes());
    expect(await messageOf(importQuestions(folder, file, { write: true }))).toMatch(expected);
    expect(await yamlFiles()).toEqual(before);
  });
});
