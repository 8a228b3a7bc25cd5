import { ancestors } from './controls';
import { isElement, textOf, visibleNodes } from './tree';
import type { ViewNode } from './view-engine';

export interface Query {
  readonly role?: string;
  /** The accessible name: aria-label, else the visible text, else the placeholder. */
  readonly label?: string;
  readonly text?: string;
  readonly placeholder?: string;
  readonly className?: string;
  readonly tag?: string;
  readonly within?: ViewNode;
  /** Which of several matches, from 0. Without it more than one match is an error. */
  readonly nth?: number;
}

/** A string is an aria-label, visible text or placeholder: exact if there is one, else contained. */
export type Target = string | Query | ViewNode;

const IMPLIED_ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  input: 'textbox',
  textarea: 'textbox',
  checkbox: 'checkbox',
  radio: 'radio',
  switch: 'switch',
  image: 'img',
  navigator: 'link',
  picker: 'combobox',
  slider: 'slider',
};

const attribute = ({ attributes }: ViewNode, name: string): string => {
  const value = attributes[name];
  return typeof value === 'string' ? value : '';
};

export const roleOf = (node: ViewNode): string => attribute(node, 'aria-role') || (IMPLIED_ROLES[node.tag] ?? '');
export const nameOf = (node: ViewNode): string =>
  attribute(node, 'aria-label') || textOf(node) || attribute(node, 'placeholder');

export const isViewNode = (target: Target): target is ViewNode => typeof target === 'object' && 'handle' in target;

const wordsOf = (node: ViewNode): string[] =>
  [attribute(node, 'aria-label'), textOf(node), attribute(node, 'placeholder')].filter((words) => words !== '');

/** Keeps the innermost: a list is not what a test means by the words of one of its rows. */
function innermost(nodes: readonly ViewNode[]): ViewNode[] {
  const above = new Set(nodes.flatMap((node) => ancestors(node).slice(1)));
  return nodes.filter((node) => !above.has(node));
}

const elementsOf = (root: ViewNode): ViewNode[] =>
  visibleNodes(root).filter((node) => isElement(node) && node.parent !== null);

function findByWords(root: ViewNode, words: string): ViewNode[] {
  const elements = elementsOf(root);
  const exact = elements.filter((node) => wordsOf(node).includes(words));
  if (exact.length > 0) return innermost(exact);
  return innermost(elements.filter((node) => wordsOf(node).some((own) => own.includes(words))));
}

function findByQuery(root: ViewNode, query: Query): ViewNode[] {
  const found = elementsOf(query.within ?? root).filter(
    (node) =>
      (query.tag === undefined || node.tag === query.tag) &&
      (query.role === undefined || roleOf(node) === query.role) &&
      (query.label === undefined || nameOf(node) === query.label) &&
      (query.text === undefined || textOf(node) === query.text) &&
      (query.placeholder === undefined || attribute(node, 'placeholder') === query.placeholder) &&
      (query.className === undefined || node.className.split(/\s+/).includes(query.className)),
  );
  // A role, a tag or a class says which level is meant; mere words do not.
  const isLoose = query.role === undefined && query.tag === undefined && query.className === undefined;
  return isLoose ? innermost(found) : found;
}

export function findAll(root: ViewNode, target: Target): ViewNode[] {
  if (typeof target === 'string') return findByWords(root, target);
  if (!isViewNode(target)) return findByQuery(root, target);
  const now = visibleNodes(root).find(({ handle }) => handle === target.handle);
  return now ? [now] : [];
}

export function describeTarget(target: Target): string {
  if (typeof target === 'string') return `'${target}'`;
  if (isViewNode(target)) return `<${target.tag}> '${nameOf(target)}'`;
  return JSON.stringify(target, (key, value: unknown) => (key === 'within' ? '…' : value));
}

/** Exactly one match, or an error that shows the page. `prefer` decides between several. */
export function findOne(
  root: ViewNode,
  target: Target,
  prefer: (found: readonly ViewNode[]) => readonly ViewNode[] = (found) => found,
): ViewNode {
  const found = prefer(findAll(root, target));
  const nth = typeof target === 'object' && !isViewNode(target) ? target.nth : undefined;
  const [first, second] = found;
  if (nth !== undefined && found[nth]) return found[nth];
  if (!first || nth !== undefined) {
    throw new Error(`Nothing on the page for ${describeTarget(target)}. The page reads:\n${textOf(root)}`);
  }
  if (second) {
    const list = found.map((node) => `<${node.tag}> '${nameOf(node)}'`).join(', ');
    throw new Error(`${found.length} matches for ${describeTarget(target)}: ${list}. Use within, nth or all().`);
  }
  return first;
}
