/** Something in a campaign's files that an editor has to correct. */
export interface Mistake {
  /** Path inside the campaign's folder. */
  readonly file: string;
  /** 1-based, as an editor shows it. */
  readonly line: number;
  /** Where in the file, as `questions.3.key`; empty when the whole file or its Markdown body is meant. */
  readonly key: string;
  /** What is expected, and what was found. */
  readonly problem: string;
}

const byPlace = (a: Mistake, b: Mistake): number => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);

const describe = ({ file, line, key, problem }: Mistake): string => `${file}:${line}${key && ` ${key}`}: ${problem}`;

/** All mistakes of all files at once, so that an editor corrects them in one go. */
export class CampaignMistakes extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(folder: string, mistakes: readonly Mistake[]) {
    const sorted = [...mistakes].sort(byPlace);
    const count = sorted.length === 1 ? '1 mistake' : `${sorted.length} mistakes`;
    super(`${count} in the campaign ${folder}:\n${sorted.map((mistake) => `  ${describe(mistake)}`).join('\n')}`);
    this.name = 'CampaignMistakes';
    this.mistakes = sorted;
  }
}
