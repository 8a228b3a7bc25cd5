import type { EditorialContext, EditorialText, Finding } from './finding';
import { linkKind } from './link';
import { findAll, type Judgement, type Passage } from './passage';

/** How many pages of the app a body may lead to; more are not looked for. */
export const MOST_LINKS = 100;

// What an address of the app is made of.
const ADDRESS = /\/[\w./?&=~%-]+/g;

const link = (message: string): Judgement => ({ rule: 'link', severity: 'must', message, suggestion: null });

const dead = link('这个链接打不开：没有这个页面，或者它指的内容不存在、已经撤下。');
const tooMany = link(`一篇文章最多链接本小程序的 ${MOST_LINKS} 个页面，请精简或分成几篇。`);

/** Links to pages of the app that a reader cannot open, and too many of them. The body says where they stand, as far as it has their address as it is. */
export function linkFindings(passages: readonly Passage[], { links }: EditorialText, { exists }: EditorialContext): readonly Finding[] {
  const inside = [...new Set(links)].filter((address) => linkKind(address) === 'inside');
  const wrong = new Map(inside.slice(0, MOST_LINKS).flatMap((address) => (exists(address) ? [] : [[address, dead]])));
  const excess = inside[MOST_LINKS];
  if (excess !== undefined) wrong.set(excess, tooMany);
  const placed = passages.flatMap((passage) => (passage.field === 'body' ? findAll({ ...passage, plain: passage.text }, ADDRESS, ([address]) => wrong.get(address) ?? null) : []));
  for (const { excerpt } of placed) wrong.delete(excerpt);
  return [...placed, ...Array.from(wrong, ([excerpt, judgement]): Finding => ({ ...judgement, field: 'body', at: 0, excerpt }))];
}
