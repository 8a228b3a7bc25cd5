import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Span } from '../../src/contract/article';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** What the body says that an article cannot show; `line` is 1-based within the body. */
export interface BodyMistake {
  readonly line: number;
  readonly problem: string;
}

class Unexpected extends Error {
  constructor(
    readonly line: number,
    readonly problem: string,
  ) {
    super(problem);
  }
}

const ALLOWED = 'expected only ## headings, paragraphs, lists, quotes and **strong** text';

const names: Readonly<Record<string, string>> = {
  image: 'an image',
  link_open: 'a link',
  em_open: '*emphasis*',
  s_open: '~~strike-through~~',
  code_inline: 'code',
  code_block: 'code (a line indented by four spaces)',
  fence: 'code',
  table_open: 'a table',
  hr: 'a rule',
  hardbreak: 'a forced line break',
};

const unexpected = (line: number, token: Token): never => {
  throw new Unexpected(line, `${ALLOWED}; found ${names[token.type] ?? token.type}`);
};

const firstLine = (token: Token | undefined): number => (token?.map?.[0] ?? 0) + 1;

// With `html: false` a tag would be shown as the characters it is made of, which no author means.
const HTML = /<\/?[a-z][^>]*>|<!--/i;

const joinsWithSpace = (before: string, after: string): boolean => /[\w,.;:]$/.test(before) && /^\w/.test(after);

/** A line break inside a paragraph is a space between Latin words and nothing between Chinese characters. */
function spansOf(inline: Token): Span[] {
  const spans: { text: string; strong?: true }[] = [];
  let line = firstLine(inline);
  let strong = false;
  let broken = false;
  const add = (text: string): void => {
    const last = spans.at(-1);
    const glue = broken && last && joinsWithSpace(last.text, text) ? ' ' : '';
    broken = false;
    if (last && (last.strong ?? false) === strong) last.text += glue + text;
    else spans.push(strong ? { text: glue + text, strong } : { text: glue + text });
  };
  for (const token of inline.children ?? []) {
    if (token.type === 'softbreak') {
      line += 1;
      broken = true;
    } else if (token.type === 'strong_open') strong = true;
    else if (token.type === 'strong_close') strong = false;
    else if (token.type === 'text') {
      if (HTML.test(token.content)) throw new Unexpected(line, `${ALLOWED}; found HTML`);
      if (token.content) add(token.content);
    } else unexpected(line, token);
  }
  return spans;
}

/** Reads tokens one by one; what opens must be followed by what belongs into it. */
class Tokens {
  #next = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#next >= this.#tokens.length;
  }

  take(): Token {
    const token = this.#tokens[this.#next];
    if (!token) throw new Unexpected(firstLine(this.#tokens.at(-1)), ALLOWED);
    this.#next += 1;
    return token;
  }

  expect(type: string): Token {
    const token = this.take();
    return token.type === type ? token : unexpected(firstLine(token), token);
  }

  takeIf(type: string): boolean {
    if (this.#tokens[this.#next]?.type !== type) return false;
    this.#next += 1;
    return true;
  }
}

function paragraph(tokens: Tokens): Span[] {
  const spans = spansOf(tokens.expect('inline'));
  tokens.expect('paragraph_close');
  return spans;
}

function list(tokens: Tokens, ordered: boolean): Block {
  const close = ordered ? 'ordered_list_close' : 'bullet_list_close';
  const items: Span[][] = [];
  while (!tokens.takeIf(close)) {
    tokens.expect('list_item_open');
    tokens.expect('paragraph_open');
    items.push(paragraph(tokens));
    tokens.expect('list_item_close');
  }
  return { kind: 'list', ordered, items };
}

function quotes(tokens: Tokens): Block[] {
  const blocks: Block[] = [];
  while (!tokens.takeIf('blockquote_close')) {
    tokens.expect('paragraph_open');
    blocks.push({ kind: 'quote', spans: paragraph(tokens) });
  }
  return blocks;
}

function heading(tokens: Tokens, opening: Token): Block {
  if (opening.tag !== 'h2') throw new Unexpected(firstLine(opening), `expected a heading to begin with ##; found ${opening.markup}`);
  const spans = spansOf(tokens.expect('inline'));
  tokens.expect('heading_close');
  return { kind: 'heading', spans };
}

function next(tokens: Tokens): Block[] {
  const token = tokens.take();
  switch (token.type) {
    case 'heading_open':
      return [heading(tokens, token)];
    case 'paragraph_open':
      return [{ kind: 'paragraph', spans: paragraph(tokens) }];
    case 'blockquote_open':
      return quotes(tokens);
    case 'bullet_list_open':
      return [list(tokens, false)];
    case 'ordered_list_open':
      // Blocks know no other first number.
      if (token.attrGet('start') !== null) throw new Unexpected(firstLine(token), 'expected a numbered list to start with 1');
      return [list(tokens, true)];
    default:
      return unexpected(firstLine(token), token);
  }
}

/** Turns Markdown into the closed set of blocks; the first thing outside the set is the mistake. */
export function articleBlocks(body: string): readonly Block[] | BodyMistake {
  try {
    const tokens = new Tokens(markdown.parse(body, {}));
    const blocks: Block[] = [];
    while (!tokens.done) blocks.push(...next(tokens));
    return blocks.length > 0 ? blocks : { line: 1, problem: 'expected at least one paragraph' };
  } catch (error) {
    if (error instanceof Unexpected) return { line: error.line, problem: error.problem };
    throw error;
  }
}
