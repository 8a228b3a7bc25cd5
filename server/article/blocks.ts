import type { Token } from 'markdown-it';
import type { Block, Cell, ListBlock, Span } from '../../src/contract/article';
import { contentLimits } from '../../src/contract/newsroom/content';
import { limits } from './limits';
import { LIBRARY_PICTURE, MEDIA_PICTURE, type PictureLookup } from './picture-reference';
import { Unreadable, type ProblemCode, type Report } from './problem';
import { clipped, spansOf } from './spans';

const lineOf = (token: Token | undefined, otherwise = 1): number => (token?.map ? token.map[0] + 1 : otherwise);

const blockCodes: Readonly<Record<string, ProblemCode>> = { fence: 'code', code_block: 'indented-code', hr: 'rule' };

/** Turns the tokens of one block at the top into blocks; nothing in it goes deeper than a list in a list. */
export class BlockReader {
  #next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly report: Report,
    private readonly pictures: PictureLookup,
  ) {}

  /** @throws Unreadable where the block is none that an article has */
  read(): readonly Block[] {
    const token = this.take();
    switch (token.type) {
      case 'heading_open':
        return this.heading(token);
      case 'paragraph_open':
        return this.paragraph();
      case 'blockquote_open':
        return this.quotes();
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.list(token);
      case 'table_open':
        return [this.table(token)];
      default:
        throw new Unreadable(lineOf(token), blockCodes[token.type] ?? 'other', blockCodes[token.type] === undefined ? token.type : '');
    }
  }

  private take(): Token {
    const token = this.tokens[this.#next];
    if (!token) throw new Unreadable(lineOf(this.tokens.at(-1)), 'other');
    this.#next += 1;
    return token;
  }

  private takeIf(type: string): Token | undefined {
    const token = this.tokens[this.#next];
    if (token?.type !== type) return undefined;
    this.#next += 1;
    return token;
  }

  private expect(type: string, otherwise: ProblemCode, line: number): Token {
    const token = this.take();
    if (token.type !== type) throw new Unreadable(lineOf(token, line), otherwise);
    return token;
  }

  private text(line: number): readonly Span[] {
    const inline = this.take();
    return spansOf(inline, lineOf(inline, line), this.report);
  }

  private heading(opening: Token): readonly Block[] {
    const line = lineOf(opening);
    const level = opening.tag === 'h2' ? 2 : opening.tag === 'h3' ? 3 : null;
    if (level === null) throw new Unreadable(line, 'heading-level', opening.markup);
    const spans = this.text(line);
    if (spans.length === 0) this.report(line, 'empty-heading');
    return spans.length === 0 ? [] : [{ kind: 'heading', level, spans }];
  }

  private paragraph(): readonly Block[] {
    const inline = this.take();
    const children = inline.children ?? [];
    const isPictures = children.some(({ type }) => type === 'image') && children.every(({ type }) => type === 'image' || type === 'softbreak');
    if (!isPictures) {
      const spans = spansOf(inline, lineOf(inline), this.report);
      return spans.length === 0 ? [] : [{ kind: 'paragraph', spans }];
    }
    let line = lineOf(inline);
    return children.flatMap((token) => {
      if (token.type === 'image') return this.picture(token, line);
      line += 1;
      return [];
    });
  }

  private picture(token: Token, line: number): readonly Block[] {
    const reference = token.attrGet('src') ?? '';
    const alt = token.content.trim();
    const isReference = LIBRARY_PICTURE.test(reference) || MEDIA_PICTURE.test(reference);
    const size = isReference ? this.pictures(reference) : null;
    if (!isReference) this.report(line, 'picture-address', clipped(reference));
    else if (size === null) this.report(line, 'picture-unknown', clipped(reference));
    if (alt === '') this.report(line, 'picture-alt-missing');
    else if (Array.from(alt).length > contentLimits.alt) this.report(line, 'picture-alt-long');
    return size === null ? [] : [{ kind: 'picture', url: reference, full: reference, alt, width: size.width, height: size.height }];
  }

  private quotes(): readonly Block[] {
    const blocks: Block[] = [];
    while (!this.takeIf('blockquote_close')) {
      const line = lineOf(this.expect('paragraph_open', 'quote-content', 1));
      const spans = this.text(line);
      this.expect('paragraph_close', 'other', line);
      if (spans.length > 0) blocks.push({ kind: 'quote', spans });
    }
    return blocks;
  }

  /** The list in parts, where inner lists stand between them. */
  private list(opening: Token, isInner = false): readonly Block[] {
    const ordered = opening.type === 'ordered_list_open';
    // Blocks know no other first number.
    if (opening.attrGet('start') !== null) throw new Unreadable(lineOf(opening), 'list-start');
    const close = ordered ? 'ordered_list_close' : 'bullet_list_close';
    const blocks: Block[] = [];
    let items: (readonly Span[])[] = [];
    let count = 0;
    const end = () => {
      if (items.length === 0) return;
      const start = count - items.length + 1;
      const part: ListBlock = { kind: 'list', ordered, items, ...(ordered && start > 1 ? { start } : {}), ...(isInner ? { inner: true } : {}) };
      blocks.push(part);
      items = [];
    };
    while (!this.takeIf(close)) {
      const line = lineOf(this.expect('list_item_open', 'other', 1));
      if (this.takeIf('list_item_close')) {
        this.report(line, 'list-empty-item');
        continue;
      }
      this.expect('paragraph_open', 'list-content', line);
      items.push(this.text(line));
      count += 1;
      this.expect('paragraph_close', 'other', line);
      const inner = this.takeIf('bullet_list_open') ?? this.takeIf('ordered_list_open');
      if (inner) {
        if (isInner) throw new Unreadable(lineOf(inner, line), 'list-too-deep');
        end();
        blocks.push(...this.list(inner, true));
      }
      this.expect('list_item_close', 'list-content', line);
    }
    end();
    return blocks;
  }

  private table(opening: Token): Block {
    const line = lineOf(opening);
    this.expect('thead_open', 'other', line);
    const header = this.row(line);
    this.expect('thead_close', 'other', line);
    if (header.length > limits.columns) throw new Unreadable(line, 'table-columns', String(header.length));
    if (!this.takeIf('tbody_open')) throw new Unreadable(line, 'table-empty');
    const rows: (readonly Cell[])[] = [];
    while (!this.takeIf('tbody_close')) rows.push(this.row(line + 2 + rows.length));
    if (rows.length > limits.rows) throw new Unreadable(line, 'table-rows', String(rows.length));
    return { kind: 'table', header, rows };
  }

  private row(line: number): readonly Cell[] {
    this.expect('tr_open', 'other', line);
    const cells: Cell[] = [];
    while (!this.takeIf('tr_close')) {
      this.take();
      const inline = this.take();
      cells.push(spansOf(inline, line, this.report));
      this.take();
    }
    return cells;
  }
}
