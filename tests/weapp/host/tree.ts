import type { ViewNode } from './view-engine';

export function allNodes(node: ViewNode | null): ViewNode[] {
  return node === null ? [] : [node, ...node.children.flatMap(allNodes)];
}

export const isElement = ({ tag }: ViewNode): boolean => tag !== '#text';

/** Styles in classes are unknown here; only `hidden` and inline styles can hide a node. */
export function isHidden({ attributes, style }: ViewNode): boolean {
  const { hidden } = attributes;
  const isMarked = hidden !== undefined && hidden !== null && hidden !== false;
  return isMarked || /display\s*:\s*none|visibility\s*:\s*hidden/.test(style);
}

export function visibleNodes(node: ViewNode): ViewNode[] {
  return isHidden(node) ? [] : [node, ...node.children.flatMap(visibleNodes)];
}

const INLINE = new Set(['#text', 'text', 'span']);

/** The visible words, one line per block. */
export function textOf(node: ViewNode): string {
  return rawText(node)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function rawText(node: ViewNode): string {
  if (isHidden(node)) return '';
  if (node.tag === '#text') return node.text;
  if (node.tag === 'rich-text') return `\n${richText(node.attributes.nodes)}\n`;
  const inner = node.children.map(rawText).join('');
  return INLINE.has(node.tag) ? inner : `\n${inner}\n`;
}

function richText(nodes: unknown): string {
  if (typeof nodes === 'string') return nodes.replace(/<(br|\/p|\/div|\/li|\/h\d)[^>]*>/g, '\n').replace(/<[^>]*>/g, '');
  if (!Array.isArray(nodes)) return '';
  return (nodes as { text?: string; children?: unknown }[])
    .map((node) => node.text ?? richText(node.children))
    .join('');
}

export interface TreeSize {
  readonly nodes: number;
  readonly depth: number;
  readonly mostChildren: number;
}

/** Elements only, as WeChat's own audit counts them; the page's host is not one. */
export function sizeOf(root: ViewNode): TreeSize {
  const elements = root.children.filter(isElement);
  const below = elements.map(sizeOf);
  return {
    nodes: elements.length + below.reduce((sum, { nodes }) => sum + nodes, 0),
    depth: elements.length === 0 ? 0 : 1 + Math.max(...below.map(({ depth }) => depth)),
    mostChildren: Math.max(elements.length, ...below.map(({ mostChildren }) => mostChildren)),
  };
}
