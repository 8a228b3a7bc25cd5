import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isScalar, isSeq, parseDocument, visit } from 'yaml';
import { crossReferenceMistakes } from '../../server/campaign/folder/references/cross-references';
import type { Mistake } from '../../server/campaign/folder/mistakes';
import { readCampaignFiles } from '../../server/campaign/folder/read';
import type { CampaignSources } from '../../server/campaign/folder/references/references';
import type { QuestionEntry, QuestionsFile } from '../../server/campaign/schema';
import { columns, readQuestionSheet, rowsOf } from './question-sheet';
import { mostBytes, readRows, WorkbookRefused, writeRows } from './workbook';

const inOrder = ({ topics }: CampaignSources): CampaignSources['topics'] => [...topics].sort((a, b) => a.value.topic.order - b.value.topic.order);

/** Writes every question of a campaign's folder into a workbook. Returns how many. */
export async function exportQuestions(folder: string, file: string): Promise<number> {
  const { sources } = await readCampaignFiles(folder);
  const rows = rowsOf(inOrder(sources).map(({ value }) => value));
  await writeFile(file, await writeRows('题库', columns, rows));
  return rows.length;
}

export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Files of the folder that change; a new order of questions changes a file only. */
  readonly files: readonly string[];
}

/** What is wrong with a sheet, one line each. */
export class SheetMistakes extends Error {
  override readonly name = 'SheetMistakes';

  constructor(workbook: string, mistakes: readonly Mistake[]) {
    const lines = [...mistakes].sort((a, b) => a.line - b.line).map(({ file, line, key, problem }) => (file === workbook ? `row ${line}, column ${key}: ${problem}` : `${file}:${line} ${key}: ${problem}`));
    super(`${lines.length === 1 ? '1 mistake' : `${lines.length} mistakes`}; nothing is written.\n${lines.join('\n')}`);
  }
}

/** `both` is what a file says by saying nothing. */
const written = ({ bank, ...question }: QuestionEntry): object => (bank === 'both' ? question : { ...question, bank });

/** A topic's file with other questions; its head, comments included, stays as it is. */
function withQuestions(text: string, { questions }: QuestionsFile): string {
  const document = parseDocument(text);
  document.set('questions', document.createNode(questions.map(written)));
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === 'key' && isSeq(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const byId = (files: readonly { readonly value: QuestionsFile }[]): ReadonlyMap<string, string> =>
  new Map(files.flatMap(({ value: { topic, questions } }) => questions.map((question) => [question.id, JSON.stringify([topic.id, question])] as const)));

async function readWorkbook(file: string): Promise<unknown[][]> {
  if ((await stat(file)).size > mostBytes) throw new WorkbookRefused(`The file is larger than ${mostBytes / 1024 / 1024} MB.`);
  return readRows(await readFile(file));
}

/**
 * Brings the folder's questions to a workbook, or only tells what that would change.
 *
 * @throws WorkbookRefused when the file is no sheet of questions, SheetMistakes with every mistake in it: nothing is
 * written unless every row is right and the campaign with it
 */
export async function importQuestions(folder: string, file: string, { write }: { readonly write: boolean }): Promise<Changes> {
  const { sources } = await readCampaignFiles(folder);
  const before = inOrder(sources);
  const workbook = basename(file);
  const { topics, mistakes } = readQuestionSheet(workbook, await readWorkbook(file), before.map(({ value }) => value.topic));
  const all = mistakes.length > 0 ? mistakes : crossReferenceMistakes({ ...sources, topics });
  if (all.length > 0) throw new SheetMistakes(workbook, all);

  const [former, next] = [byId(before), byId(topics)];
  const texts = await Promise.all(
    topics.map(async ({ value }, index) => {
      const path = before[index]?.file ?? '';
      const text = await readFile(join(folder, path), 'utf8');
      const same = JSON.stringify(before[index]?.value.questions) === JSON.stringify(value.questions);
      return { path, changes: !same, text: same ? text : withQuestions(text, value) };
    }),
  );
  const changing = texts.filter(({ changes }) => changes);
  if (write) for (const { path, text } of changing) await writeFile(join(folder, path), text);
  return {
    added: [...next.keys()].filter((id) => !former.has(id)),
    changed: [...next.keys()].filter((id) => former.has(id) && former.get(id) !== next.get(id)),
    removed: [...former.keys()].filter((id) => !next.has(id)),
    files: changing.map(({ path }) => path),
  };
}
