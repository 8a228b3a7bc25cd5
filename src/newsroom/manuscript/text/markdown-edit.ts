/** A text with what is selected in it; positions as the browser counts them, in UTF-16 units. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What to put in place of `from` to `to`, and what is selected afterwards. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

export type Tool = 'heading' | 'strong' | 'list' | 'quote' | 'link' | 'table';

export const tools = [
  { id: 'heading', text: '小标题', key: null },
  { id: 'strong', text: '加粗', key: 'b' },
  { id: 'list', text: '列表', key: null },
  { id: 'quote', text: '引用', key: null },
  { id: 'link', text: '链接', key: 'k' },
  { id: 'table', text: '表格', key: null },
] as const satisfies readonly { id: Tool; text: string; key: string | null }[];

const linePrefixes = { heading: '## ', list: '- ', quote: '> ' } as const;

const MARK = /^(?:#{1,6} +|[-*+] +|\d+[.)] +|> ?)/;

/** What a tool makes of the selected text; pressed again, a mark goes away. */
export function applyTool(tool: Tool, selected: Selected): Edit {
  switch (tool) {
    case 'heading':
    case 'list':
    case 'quote':
      return markLines(selected, linePrefixes[tool]);
    case 'strong':
      return strengthen(selected);
    case 'link':
      return link(selected);
    case 'table':
      return ownParagraph(selected, '| 项目 | 内容 |\n| --- | --- |\n|  |  |', { start: 2, length: 2 });
  }
}

/** A picture in a paragraph of its own; its alternative text is selected, to be mended in its place. */
export function insertPicture(selected: Selected, { alt, address }: { readonly alt: string; readonly address: string }): Edit {
  // What would end the alternative text early is nothing that a screen reader would say.
  const words = alt.replace(/[[\]\n]/g, ' ').trim();
  return ownParagraph(selected, `![${words}](${address})`, { start: 2, length: words.length });
}

/** The text after an edit. */
export const edited = ({ text }: Pick<Selected, 'text'>, { from, to, insert }: Edit): string => text.slice(0, from) + insert + text.slice(to);

function markLines({ text, start, end }: Selected, prefix: string): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', Math.max(start, end - 1));
  const to = nextBreak < 0 ? text.length : nextBreak;
  const lines = text.slice(from, to).split('\n');
  const isBlank = (line: string) => line.trim() === '' && lines.length > 1;
  const areMarked = lines.every((line) => isBlank(line) || line.startsWith(prefix));
  const marked = lines.map((line) => {
    if (isBlank(line)) return line;
    return areMarked ? line.slice(prefix.length) : prefix + line.replace(MARK, '');
  });
  const insert = marked.join('\n');
  return { from, to, insert, start: lines.length === 1 ? from + insert.length : from, end: from + insert.length };
}

const STRONG = '**';

function strengthen({ text, start, end }: Selected): Edit {
  const words = text.slice(start, end);
  const isStrong = text.slice(start - STRONG.length, start) === STRONG && text.slice(end, end + STRONG.length) === STRONG;
  if (isStrong) return { from: start - STRONG.length, to: end + STRONG.length, insert: words, start: start - STRONG.length, end: end - STRONG.length };
  const strong = words === '' ? '加粗的文字' : words;
  return { from: start, to: end, insert: `${STRONG}${strong}${STRONG}`, start: start + STRONG.length, end: start + STRONG.length + strong.length };
}

function link({ text, start, end }: Selected): Edit {
  const words = text.slice(start, end) || '链接的文字';
  const address = 'https://';
  const addressAt = start + words.length + '[]('.length;
  return { from: start, to: end, insert: `[${words}](${address})`, start: addressAt, end: addressAt + address.length };
}

/** After the line that holds the selection, with an empty line on both sides. */
function ownParagraph({ text, end }: Selected, paragraph: string, select: { readonly start: number; readonly length: number }): Edit {
  const nextBreak = text.indexOf('\n', end);
  const at = nextBreak < 0 ? text.length : nextBreak;
  const before = text.slice(0, at);
  const lead = before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const after = text.slice(at);
  const tail = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const start = at + lead.length + select.start;
  return { from: at, to: at, insert: lead + paragraph + tail, start, end: start + select.length };
}
