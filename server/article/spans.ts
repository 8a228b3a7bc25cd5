import type { Token } from 'markdown-it';
import type { Span } from '../../src/contract/article';
import { linkKind } from '../../src/domain/editorial/link';
import type { ProblemCode, Report } from './problem';

// With `html: false` a tag would be shown as the characters it is made of, which no author means. One that is not closed
// is a tag too if it is one of these.
const HTML = /<\/?[a-z][^<>]*>|<!--|<\/?(?:script|style|iframe|object|embed|svg|math|img|link|meta|base|form|video|audio)\b/i;

const notText: Readonly<Record<string, ProblemCode>> = { em_open: 'emphasis', s_open: 'strike-through', code_inline: 'code', hardbreak: 'forced-break', image: 'picture-in-text' };

const SHOWN = 60;
export const clipped = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const joinsWithSpace = (before: string, after: string): boolean => /[\w,.;:]$/.test(before) && /^\w/.test(after);

type Draft = { -readonly [Key in keyof Span]: Span[Key] };

/**
 * The text of one paragraph, heading, item or cell. A line break inside it is a space between Latin words and nothing
 * between Chinese characters. What is not text is reported and left out.
 *
 * @param line of its first line
 */
export function spansOf(inline: Token, line: number, report: Report): readonly Span[] {
  const spans: Draft[] = [];
  let at = line;
  let strong = 0;
  let link: { readonly address: string | null; readonly from: number } | null = null;
  let broken = false;
  const add = (text: string): void => {
    const last = spans.at(-1);
    const glue = broken && last && joinsWithSpace(last.text, text) ? ' ' : '';
    broken = false;
    const address = link?.address ?? undefined;
    if (last && last.strong === (strong > 0 || undefined) && last.link === address && spans.length > (link?.from ?? 0)) last.text += glue + text;
    else spans.push({ text: glue + text, ...(strong > 0 ? { strong: true } : {}), ...(address === undefined ? {} : { link: address }) });
  };
  for (const token of inline.children ?? []) {
    switch (token.type) {
      case 'softbreak':
        at += 1;
        broken = true;
        break;
      case 'strong_open':
        strong += 1;
        break;
      case 'strong_close':
        strong -= 1;
        break;
      case 'link_open': {
        const address = token.attrGet('href') ?? '';
        const allowed = linkKind(address) !== null;
        if (!allowed) report(at, 'link', clipped(address));
        link = { address: allowed ? address : null, from: spans.length };
        break;
      }
      case 'link_close':
        if (link !== null && spans.length === link.from) report(at, 'link-empty');
        link = null;
        break;
      case 'text': {
        const tag = HTML.exec(token.content)?.[0];
        if (tag !== undefined) report(at, 'html', clipped(tag));
        else if (token.content !== '') add(token.content);
        break;
      }
      case 'em_close':
      case 's_close':
        break;
      default:
        report(at, notText[token.type] ?? 'other', notText[token.type] === undefined ? token.type : '');
        if (token.type === 'hardbreak') at += 1;
    }
  }
  return spans;
}
