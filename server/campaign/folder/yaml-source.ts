import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Mistake } from './mistakes';

export type Path = readonly (string | number)[];

/** A part of a campaign that was read, with the means to point at a place in its file. */
export interface Source<Value> {
  readonly file: string;
  readonly value: Value;
  readonly mistakeAt: (path: Path, problem: string) => Mistake;
}

export type Reading<Value> =
  | { readonly ok: true; readonly source: Source<Value> }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Where the deepest part of `path` that the document has begins: a key at its own line, an item at its first. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (isMap(item) || isScalar(item) || isSeq(item)) offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object' || issue.kind !== 'schema') return issue.message;
  if (issue.expected === 'never') return 'no such key here; expected a known one, so check its spelling';
  return issue.received === 'undefined' ? 'this key is missing; it is expected here' : issue.message;
}

/**
 * Parses YAML and checks it against a schema.
 *
 * @param firstLine the line of the file on which `text` begins: front matter does not begin on the first
 */
export function readYaml<Schema extends v.GenericSchema>(
  file: string,
  text: string,
  schema: Schema,
  firstLine = 1,
): Reading<v.InferOutput<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number): number => Math.max(lines.linePos(offset).line, 1) + firstLine - 1;
  const mistakeAt = (path: Path, problem: string): Mistake => ({
    file,
    line: lineAt(offsetOf(document, path)),
    key: path.join('.'),
    problem,
  });

  if (document.errors.length > 0) {
    const mistakes = document.errors.map(({ pos, message }) => ({
      file,
      line: lineAt(pos[0]),
      key: '',
      problem: `expected valid YAML; ${message.split('\n')[0] ?? ''}`,
    }));
    return { ok: false, mistakes };
  }

  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { ok: true, source: { file, value: result.output, mistakeAt } };
  const mistakes = result.issues.map((issue) =>
    mistakeAt((issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))), problemOf(issue)),
  );
  return { ok: false, mistakes };
}
