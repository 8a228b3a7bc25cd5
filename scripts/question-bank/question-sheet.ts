import * as v from 'valibot';
import { questionProblems } from '../../server/campaign/folder/references/cross-references';
import type { Mistake } from '../../server/campaign/folder/mistakes';
import { places, repeated } from '../../server/campaign/folder/references/references';
import { questionEntry, questionsFile, type QuestionEntry, type QuestionsFile } from '../../server/campaign/schema';
import type { Path, Source } from '../../server/campaign/folder/yaml-source';
import { mostRows, WorkbookRefused, type Column } from './workbook';

type Topic = QuestionsFile['topic'];
type Cells = ReadonlyMap<string, string>;

const LETTERS = Array.from('ABCDEFGH');
const typeWords = { single: '单选', multiple: '多选', judgement: '判断' } as const satisfies Record<QuestionEntry['type'], string>;
const bankWords = { practice: '练习', contest: '竞赛', both: '两者' } as const satisfies Record<QuestionEntry['bank'], string>;
const JUDGEMENT = ['正确', '错误'];

const TOPIC = '专题';
const optionHeading = (letter: string): string => `选项${letter}`;

/** The sheet's columns, in order. */
export const columns: readonly Column[] = [
  { heading: TOPIC, width: 16 },
  { heading: '编号', width: 24 },
  { heading: '题型', width: 6 },
  { heading: '题干', width: 40 },
  ...LETTERS.map((letter) => ({ heading: optionHeading(letter), width: 20 })),
  { heading: '正确答案', width: 10 },
  { heading: '解析', width: 40 },
  { heading: '依据', width: 30 },
  { heading: '条款', width: 12 },
  { heading: '备注', width: 20 },
  { heading: '难度', width: 6 },
  { heading: '审核日期', width: 12 },
  { heading: '用途', width: 8 },
];

/** The column that a part of a question stands in. */
const headings: Readonly<Record<string, string>> = {
  id: '编号',
  type: '题型',
  stem: '题干',
  options: optionHeading('A'),
  key: '正确答案',
  explanation: '解析',
  source: '依据',
  'source.article': '条款',
  'source.note': '备注',
  difficulty: '难度',
  reviewedOn: '审核日期',
  bank: '用途',
};

function headingOf([field = '', part]: Path): string {
  if (field === 'options' && typeof part === 'number') return optionHeading(LETTERS[part] ?? '');
  return headings[`${field}.${part ?? ''}`] ?? headings[field] ?? '';
}

export function rowsOf(files: readonly QuestionsFile[]): (string | number | null)[][] {
  return files.flatMap(({ topic, questions }) =>
    questions.map(({ id, type, stem, options, key, explanation, source, difficulty, reviewedOn, bank }) => [
      topic.title,
      id,
      typeWords[type],
      stem,
      ...LETTERS.map((_, index) => options[index] ?? null),
      key.map((index) => LETTERS[index]).join(''),
      explanation,
      source.title,
      source.article ?? null,
      source.note ?? null,
      difficulty,
      reviewedOn,
      bankWords[bank],
    ]),
  );
}

/** As an editor sees it: Excel makes numbers and dates of what looks like one. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
}

const codeOf = (words: Readonly<Record<string, string>>, word: string): string | undefined => Object.keys(words).find((code) => words[code] === word);

function keyOf(text: string): number[] | undefined {
  const letters = text.normalize('NFKC').toUpperCase().replace(/[\s,、;]/g, '');
  return /^[A-H]+$/.test(letters) ? Array.from(letters, (letter) => LETTERS.indexOf(letter)) : undefined;
}

/** The options up to the last one that is filled in; a gap is an empty text. */
function optionsOf(cells: Cells, type: string | undefined): string[] {
  const all = LETTERS.map((letter) => cells.get(optionHeading(letter)) ?? '');
  const count = all.reduce((end, text, index) => (text === '' ? end : index + 1), 0);
  const filled = all.slice(0, count);
  return type === 'judgement' && filled.length === 0 ? JUDGEMENT : filled;
}

interface Row {
  /** As Excel counts it. */
  readonly number: number;
  readonly cells: Cells;
}

interface ReadRow {
  readonly topicId: string | undefined;
  readonly question: QuestionEntry | undefined;
  /** Each with the column it is about. */
  readonly problems: readonly { readonly heading: string; readonly problem: string }[];
}

function readRow({ cells }: Row, topics: readonly Topic[]): ReadRow {
  const cell = (heading: string): string | undefined => cells.get(heading) || undefined;
  const topic = topics.find(({ id, title }) => [id, title].includes(cell(TOPIC) ?? ''));
  const type = codeOf(typeWords, cell('题型') ?? '');
  const bank = codeOf(bankWords, cell('用途') ?? bankWords.both);
  const key = keyOf(cell('正确答案') ?? '');
  const difficulty = cell('难度');
  const options = optionsOf(cells, type);
  const result = v.safeParse(questionEntry, {
    id: cell('编号'),
    type,
    stem: cell('题干'),
    options,
    key,
    explanation: cell('解析'),
    source: { title: cell('依据'), article: cell('条款'), note: cell('备注') },
    difficulty: difficulty === undefined ? undefined : Number(difficulty),
    reviewedOn: cell('审核日期'),
    bank,
  });
  // What is written in words and letters here is told in words and letters; the schema tells the rest.
  const own = [
    ...(topic ? [] : [{ heading: TOPIC, problem: `expected one of ${topics.map(({ title }) => title).join('、')}` }]),
    ...(type ? [] : [{ heading: '题型', problem: `expected one of ${Object.values(typeWords).join('、')}` }]),
    ...(key ? [] : [{ heading: '正确答案', problem: 'expected the letters of the right options, such as B or AC' }]),
    ...(bank ? [] : [{ heading: '用途', problem: `expected one of ${Object.values(bankWords).join('、')}` }]),
  ];
  const told = new Set(own.map(({ heading }) => heading));
  const others = result.success
    ? questionProblems(result.output)
    : result.issues.map(({ path, message }) => ({ at: (path ?? []).map((step) => step.key as string | number), problem: message }));
  const problems = [...own, ...others.map(({ at, problem }) => ({ heading: headingOf(at), problem: inLetters(problem, options) })).filter(({ heading }) => !told.has(heading))];
  return { topicId: topic?.id, question: result.success ? result.output : undefined, problems };
}

/** The loader counts options from 0, an editor of the sheet by letters. */
const inLetters = (problem: string, options: readonly string[]): string =>
  problem.startsWith('expected numbers from 0') ? `expected letters from A to ${LETTERS[options.length - 1] ?? 'A'}, one for each option` : problem;

function rowsIn(sheet: readonly (readonly unknown[])[]): Row[] {
  const [first = [], ...rest] = sheet;
  const names = first.map(textOf);
  const missing = columns.map(({ heading }) => heading).filter((heading) => !names.includes(heading));
  if (missing.length > 0) throw new WorkbookRefused(`The first row must have the headings of an exported sheet; missing: ${missing.join('、')}.`);
  if (rest.length > mostRows) throw new WorkbookRefused(`The sheet has more than ${mostRows} rows of questions.`);
  return rest
    .map((row, index) => ({ number: index + 2, cells: new Map(names.map((name, column) => [name, textOf(row[column])])) }))
    .filter(({ cells }) => [...cells.values()].some((text) => text !== ''));
}

/**
 * The topics' files as a sheet says them, each pointing at its rows. A topic keeps its own words, which the sheet does
 * not have; the order of its questions is that of their rows.
 *
 * @param file the workbook's name, for mistakes
 * @throws WorkbookRefused when the sheet is not one of questions
 */
export function readQuestionSheet(
  file: string,
  sheet: readonly (readonly unknown[])[],
  topics: readonly Topic[],
): { readonly topics: readonly Source<QuestionsFile>[]; readonly mistakes: readonly Mistake[] } {
  const rows = rowsIn(sheet).map((row) => ({ ...row, ...readRow(row, topics) }));
  const mistakes = rows.flatMap(({ number, problems }) => problems.map(({ heading, problem }): Mistake => ({ file, line: number, key: heading, problem })));
  const sources = topics.map((topic): Source<QuestionsFile> => {
    const own = rows.flatMap(({ topicId, question, number }) => (topicId === topic.id && question ? [{ question, number }] : []));
    const mistakeAt = ([, index, ...rest]: Path, problem: string): Mistake =>
      typeof index === 'number'
        ? { file, line: own[index]?.number ?? 1, key: headingOf(rest), problem }
        : { file, line: 1, key: TOPIC, problem: `${topic.title}: ${problem}` };
    return { file, value: { topic, questions: own.map(({ question }) => question) }, mistakeAt };
  });
  const twice = repeated('question id', sources.flatMap((source) => places(source, source.value.questions, ['questions'], ({ id }) => id)));
  if (mistakes.length + twice.length > 0) return { topics: sources, mistakes: [...mistakes, ...twice] };
  const wrongInAll = sources.flatMap((source) => {
    const result = v.safeParse(questionsFile, source.value);
    return result.success ? [] : result.issues.map(({ path, message }) => source.mistakeAt((path ?? []).map((step) => step.key as string | number), message));
  });
  return { topics: sources, mistakes: wrongInAll };
}
