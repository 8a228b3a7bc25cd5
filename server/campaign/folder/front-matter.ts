import type { Mistake } from './mistakes';

export interface FrontMatter {
  readonly yaml: string;
  /** 1-based line of the file on which `yaml` begins. */
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

/** Splits a Markdown file at its two `---` lines; the first of them must be the file's first line. */
export function splitFrontMatter(file: string, text: string): FrontMatter | Mistake {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const problem = (expected: string): Mistake => ({ file, line: 1, key: '', problem: expected });
  if (lines[0] !== '---') return problem('expected the first line to be ---, opening the front matter');
  const end = lines.indexOf('---', 1);
  if (end === -1) return problem('expected a second line ---, closing the front matter');
  return {
    yaml: lines.slice(1, end).join('\n'),
    yamlLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}
