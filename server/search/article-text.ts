import type { Block, Span } from '../../src/contract/article';

const words = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      return words(block.spans);
    case 'list':
      return block.items.map(words).join('，');
    case 'picture':
      return block.alt;
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.map(words)).join('，');
  }
}

// A tsvector counts places up to 16,383, and title, summary and tags stand before the body.
const SEARCHED = 16_000;

/** A body as plain words on one line; sentences of different blocks do not run into one another. */
export const bodyText = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text !== '')
    .map((text) => (/[。！？；：，]$/.test(text) ? text : `${text}。`))
    .join('')
    .slice(0, SEARCHED);

// More would make a row of the index that is no longer read in passing (docs/decisions/025-search.md).
const BEGINNING = 200;

export const beginningOf = (text: string): string => Array.from(text).slice(0, BEGINNING).join('');
