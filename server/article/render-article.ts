import MarkdownIt, { type Token } from 'markdown-it';
import type { Block } from '../../src/contract/article';
import { invisibleAt } from '../../src/domain/invisible';
import { BlockReader } from './blocks';
import { limits } from './limits';
import type { PictureLookup } from './picture-reference';
import { Unreadable, type BodyProblem, type Report } from './problem';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
// Every link is looked at afterwards; one that markdown-it turned down by itself would stand there as text, unexplained.
markdown.validateLink = () => true;

export interface Rendered {
  /** What can be shown; with problems, without what they are about. */
  readonly blocks: readonly Block[];
  /** Empty for a body that may be published; the first hundred, in the order of lines. */
  readonly problems: readonly BodyProblem[];
}

/**
 * Turns Markdown into the closed set of blocks. Pictures keep the name that the text gives them, in `url` and `full`;
 * `linkedBlocks` makes addresses of them when the article is read.
 */
export function renderArticle(text: string, pictures: PictureLookup): Rendered {
  const refused = refusal(text);
  if (refused !== null) return { blocks: [], problems: [refused] };
  const problems: BodyProblem[] = [];
  const report: Report = (line, code, found = '') => {
    const last = problems.at(-1);
    if (last?.line !== line || last.code !== code || last.found !== found) problems.push({ line, code, found });
  };
  const blocks = topBlocks(markdown.parse(text, {})).flatMap((tokens) => {
    try {
      return new BlockReader(tokens, report, pictures).read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      report(error.line, error.code, error.found);
      return [];
    }
  });
  if (blocks.length === 0 && problems.length === 0) report(1, 'empty');
  return { blocks, problems: problems.sort((a, b) => a.line - b.line).slice(0, limits.problems) };
}

/** Why a text is not even parsed. */
function refusal(text: string): BodyProblem | null {
  // The first bound spares the counting of five million characters.
  if (text.length > 2 * limits.characters || Array.from(text).length > limits.characters) return { line: 1, code: 'too-long', found: '' };
  const index = invisibleAt(text);
  if (index < 0) return null;
  const point = (text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { line: text.slice(0, index).split(/\r\n?|\n/).length, code: 'invisible', found: `U+${point}` };
}

function topBlocks(tokens: readonly Token[]): Token[][] {
  const blocks: Token[][] = [];
  let open: Token[] = [];
  for (const token of tokens) {
    open.push(token);
    if (token.level > 0 || token.nesting > 0) continue;
    blocks.push(open);
    open = [];
  }
  return blocks;
}
