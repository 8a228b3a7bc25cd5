import type { EditorialContext, EditorialText, Finding } from './finding';
import { linkKind } from './link';
import type { Passage } from './passage';

const LINK = /(!?)\[([^[\]\n]{0,300})\]\(\s{0,3}<?([^()<>\s]{0,600})(?:[^()\n]{0,100}\))?/g;
const IN_BRACKETS = /<(https?:\/\/[!-;=?-~]{1,600})>/g;

/** How many pages of the app a body may lead to; more are not looked for. */
export const MOST_LINKS = 100;

/** What says nothing to whoever does not see the picture. */
const EMPTY_WORDS = /^(?:图片?|照片|配图|封面图?|插图|image|img|photo|picture|pic|cover)?\s?\d{0,4}$|\.(?:jpe?g|png|webp|gif)$|^(?:IMG|DSC|微信图片)[\w-]*\d/i;

function altFinding(alt: string, rest: Pick<Finding, 'field' | 'line' | 'excerpt'>): Finding[] {
  const words = alt.trim();
  if (words === '') return [{ ...rest, rule: 'alternative-text', severity: 'must', message: '图片缺少替代文字。请写一句话，告诉看不见图片的人上面有什么。', suggestion: null }];
  if (EMPTY_WORDS.test(words)) return [{ ...rest, rule: 'alternative-text', severity: 'should', message: '这样的替代文字等于没有。请写图片上有什么、在做什么。', suggestion: null }];
  return [];
}

function linkFinding(address: string, rest: Pick<Finding, 'field' | 'line'>, exists: EditorialContext['exists']): Finding[] {
  const about = { ...rest, rule: 'link', severity: 'must', excerpt: address } as const;
  if (/^http:/i.test(address)) return [{ ...about, message: '这个网址没有加密，请换成 https:// 开头的，并确认能打开。', suggestion: address.replace(/^http:/i, 'https:') }];
  const kind = linkKind(address);
  if (kind === null) return [{ ...about, message: '这个链接不能用。请用本小程序的页面，或以 https:// 开头的完整网址。', suggestion: null }];
  if (kind === 'inside' && !exists(address)) return [{ ...about, message: '这个链接打不开：没有这个页面，或者它指的内容不存在、已经撤下。', suggestion: null }];
  return [];
}

function tooMany(passages: readonly Passage[]): Finding[] {
  const inside = passages.flatMap(({ field, text }) => (field === 'body' ? Array.from(text.matchAll(LINK), ([, , , address = '']) => address) : [])).filter((address) => linkKind(address) === 'inside');
  const excess = [...new Set(inside)][MOST_LINKS];
  return excess === undefined ? [] : [{ rule: 'link', severity: 'must', field: 'body', excerpt: excess, message: `一篇文章最多链接本小程序的 ${MOST_LINKS} 个页面，请精简或分成几篇。`, suggestion: null }];
}

/** Links that lead nowhere, and pictures without words, in the body and on the cover. */
export function linkFindings(passages: readonly Passage[], { cover }: EditorialText, { exists }: EditorialContext): readonly Finding[] {
  const ofCover = cover === null ? [] : altFinding(cover.alt, { field: 'cover', excerpt: cover.alt });
  const ofBody = passages.flatMap(({ field, text, ...at }) => {
    if (field !== 'body') return [];
    const links = Array.from(text.matchAll(LINK)).flatMap(([whole, mark, words = '', address = '']) =>
      mark === '!' ? altFinding(words, { field, ...at, excerpt: whole }) : linkFinding(address, { field, ...at }, exists),
    );
    return [...links, ...Array.from(text.matchAll(IN_BRACKETS)).flatMap(([, address = '']) => linkFinding(address, { field, ...at }, exists))];
  });
  return [...ofCover, ...tooMany(passages), ...ofBody];
}
