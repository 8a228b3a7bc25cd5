import { contentLimits } from '../../../src/contract/newsroom/content';
import { limits } from '../../article/limits';
import type { BodyProblem, ProblemCode } from '../../article/problem';

const ALLOWED = 'expected only ## headings, paragraphs, lists, quotes, **strong** text, links, pictures and tables';

const words: Readonly<Record<ProblemCode, (found: string) => string>> = {
  'too-long': () => `expected at most ${limits.characters} characters`,
  invisible: (found) => `expected characters that can be seen; found ${found}`,
  empty: () => 'expected at least one paragraph',
  html: (found) => `${ALLOWED}; found HTML, ${found}`,
  emphasis: () => `${ALLOWED}; found *emphasis*`,
  'strike-through': () => `${ALLOWED}; found ~~strike-through~~`,
  code: () => `${ALLOWED}; found code`,
  'indented-code': () => `${ALLOWED}; found code (a line indented by four spaces)`,
  rule: () => `${ALLOWED}; found a rule`,
  'forced-break': () => `${ALLOWED}; found a forced line break`,
  'heading-level': (found) => `expected a heading to begin with ## or ###; found ${found}`,
  'empty-heading': () => 'expected a heading to have text',
  'list-start': () => 'expected a numbered list to start with 1',
  'list-too-deep': () => 'expected at most one list inside a list',
  'list-content': () => 'expected one paragraph in each item of a list, and a list below it if any',
  'list-empty-item': () => 'expected each item of a list to have text',
  'quote-content': () => 'expected only paragraphs in a quote',
  link: (found) => `expected a link to a page such as /pages/article/index?id=… or to an https: address; found ${found}`,
  'link-empty': () => 'expected a link to have text',
  'picture-in-text': () => 'expected a picture to stand alone in its paragraph',
  'picture-address': (found) => `expected a picture's address to be such as media:hall.jpg; found ${found}`,
  'picture-unknown': (found) => `expected a picture that lies in media/; found ${found}`,
  'picture-alt-missing': () => 'expected a picture to have alternative text',
  'picture-alt-long': () => `expected at most ${contentLimits.alt} characters of alternative text`,
  'table-columns': (found) => `expected a table with at most ${limits.columns} columns; found ${found}`,
  'table-rows': (found) => `expected a table with at most ${limits.rows} rows; found ${found}`,
  'table-empty': () => 'expected a table with at least one row below its header',
  other: (found) => `${ALLOWED}; found ${found}`,
};

/** What is expected of an article's body and what was found, for whoever edits the campaign's files. */
export const bodyMistake = ({ code, found }: BodyProblem): string => words[code](found);
