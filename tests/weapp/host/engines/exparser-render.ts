import type { ExComponent, ExElement, Exparser, ExEvent, ExNode, ExShadowRoot, ExText } from './exparser-types';
import { asText } from '../values';
import type { DrawnNode } from './wcc';

/** What a node was drawn from; the next drawing is compared with it. */
interface Drawn {
  readonly source: DrawnNode;
  children: ExNode[];
}

export interface RenderContext {
  readonly exparser: Exparser;
  readonly using: Readonly<Record<string, string>>;
  /** Called with the bound method's name when an event reaches a node. */
  onEvent(host: ExComponent, method: string, event: ExEvent, at: ExElement): void;
  /** A tag that is neither built in nor declared draws nothing in WeChat. */
  isKnownTag(tag: string): boolean;
  warn(message: string): void;
}

const drawn = new WeakMap<ExNode, Drawn>();
const attributes = new WeakMap<ExElement, Readonly<Record<string, unknown>>>();
const listened = new WeakMap<ExElement, ReadonlySet<string>>();

/** A node's attributes as WXML spells them, without id, class, style, data-* and events. */
export const attributesOf = (element: ExElement): Readonly<Record<string, unknown>> => attributes.get(element) ?? {};
export const listens = (element: ExElement, type: string): boolean => listened.get(element)?.has(type) ?? false;
export const classOf = (element: ExElement): string => textAttribute(element, 'class');
export const styleOf = (element: ExElement): string => textAttribute(element, 'style');

const SPECIAL = new Set(['id', 'class', 'style', 'slot']);
const BINDING = /^(capture-)?(bind|catch|mut-bind):?(.+)$/;

const own = (element: ExElement): Readonly<Record<string, unknown>> => drawn.get(element)?.source.attr ?? {};

function textAttribute(element: ExElement, name: string): string {
  return asText(own(element)[name]);
}

export const isTextNode = (node: ExNode): node is ExText => 'textContent' in node && !('childNodes' in node);
const isText = (node: DrawnNode | string | number): node is string | number => typeof node !== 'object';
const isLoop = ({ wxXCkey }: DrawnNode): boolean => wxXCkey === 2 || wxXCkey === 4;
const tagOf = ({ tag }: DrawnNode): string => tag.replace(/^wx-/, '');
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (name: string): string => name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());

/** Draws into a new shadow root. */
export function createTree(host: ExComponent, source: DrawnNode, context: RenderContext): ExShadowRoot {
  const root = context.exparser.ShadowRoot.create(host);
  drawn.set(root, { source, children: [] });
  updateChildren(root, root, source, context);
  return root;
}

export function updateTree(root: ExShadowRoot, source: DrawnNode, context: RenderContext): void {
  updateChildren(root, root, source, context);
  remember(root, source);
}

function remember(node: ExNode, source: DrawnNode): void {
  const before = drawn.get(node);
  drawn.set(node, { source, children: before?.children ?? [] });
}

/**
 * Brings the children to what is wanted now: keyed items are found again wherever they went, others by their order.
 * A node that is found keeps its identity and so what the person typed into it.
 */
function updateChildren(parent: ExElement, root: ExShadowRoot, source: DrawnNode, context: RenderContext): void {
  const state = drawn.get(parent);
  const before = state?.children ?? [];
  if (isLoop(source)) warnOfSameKeys(source, context);
  const reusable = new Set(before);
  const byKey = new Map(before.map((node) => [drawn.get(node)?.source.wxKey, node]));
  const find = (wanted: DrawnNode | string | number): ExNode | undefined => {
    const key = isText(wanted) ? undefined : wanted.wxKey;
    const candidates = key === undefined ? reusable : [byKey.get(key)].filter((node) => node !== undefined);
    for (const node of candidates) if (reusable.has(node) && isSameKind(node, wanted)) return node;
    return undefined;
  };
  const after = source.children.map((wanted) => {
    const found = find(wanted);
    if (found) reusable.delete(found);
    return found ?? createNode(wanted, root, context);
  });
  for (const gone of reusable) parent.removeChild(gone);
  after.forEach((node, index) => {
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
  });
  if (state) state.children = after;
  source.children.forEach((wanted, index) => {
    const node = after[index];
    if (node && before.includes(node)) updateNode(node, wanted, root, context);
  });
}

function warnOfSameKeys({ children }: DrawnNode, context: RenderContext): void {
  const keys = children.map((child) => (isText(child) ? undefined : child.wxKey)).filter((key) => key !== undefined);
  const same = keys.find((key, index) => keys.indexOf(key) !== index);
  if (same !== undefined) context.warn(`Do not set same key "${asText(same)}" in wx:key.`);
}

function isSameKind(node: ExNode, wanted: DrawnNode | string | number): boolean {
  if (isText(wanted)) return isTextNode(node);
  const source = drawn.get(node)?.source;
  return source !== undefined && source.tag === wanted.tag && source.wxVkey === wanted.wxVkey && source.wxKey === wanted.wxKey;
}

function createNode(wanted: DrawnNode | string | number, root: ExShadowRoot, context: RenderContext): ExNode {
  if (isText(wanted)) return root.createTextNode(String(wanted));
  const element = createElement(wanted, root, context);
  drawn.set(element, { source: wanted, children: [] });
  bindEvents(element, wanted, root, context);
  applyAttributes(element, wanted, context);
  if (tagOf(wanted) !== 'slot') updateChildren(element, root, wanted, context);
  return element;
}

function createElement(wanted: DrawnNode, root: ExShadowRoot, context: RenderContext): ExElement {
  const tag = tagOf(wanted);
  const component = context.using[tag];
  if (component !== undefined) return root.createComponent(tag, component);
  if (tag === 'virtual') {
    const element = root.createVirtualNode(tag);
    context.exparser.Element.setInheritSlots(element);
    return element;
  }
  if (!context.isKnownTag(tag)) context.warn(`Cannot find component "${tag}"`);
  if (tag !== 'slot') return root.createNativeNode(tag);
  const slot = root.createVirtualNode(tag);
  const name = wanted.attr?.name;
  context.exparser.Element.setSlotName(slot, typeof name === 'string' ? name : '');
  return slot;
}

function updateNode(node: ExNode, wanted: DrawnNode | string | number, root: ExShadowRoot, context: RenderContext): void {
  if (isText(wanted)) {
    if (isTextNode(node)) node.textContent = String(wanted);
    return;
  }
  const element = node as ExElement;
  remember(element, wanted);
  applyAttributes(element, wanted, context);
  if (tagOf(wanted) !== 'slot') updateChildren(element, root, wanted, context);
}

function applyAttributes(element: ExElement, { attr = {}, tag }: DrawnNode, { using, exparser }: RenderContext): void {
  if (tag === 'virtual') return;
  const plain: Record<string, unknown> = {};
  const dataset: Record<string, unknown> = {};
  const properties: [string, unknown][] = [];
  const isComponent = using[tagOf({ tag, children: [] })] !== undefined;
  for (const [name, value] of Object.entries(attr)) {
    if (name.startsWith('data-')) dataset[camel(name.slice(5).toLowerCase())] = value;
    else if (isComponent && exparser.Component.hasPublicProperty(element, camel(name))) properties.push([camel(name), value]);
    else if (!SPECIAL.has(name) && !BINDING.test(name)) plain[kebab(name)] = value;
  }
  element.id = textAttribute(element, 'id');
  const slot = textAttribute(element, 'slot');
  if (element.slot !== slot) element.slot = slot;
  element.dataset = dataset;
  attributes.set(element, plain);
  if (properties.length === 0) return;
  const proxy = exparser.Component.getDataProxy(element);
  for (const [name, value] of properties) proxy.scheduleReplace([name], value);
  proxy.doUpdates(true);
}

/** The method's name is read when the event comes, since a binding may change with the data. */
function bindEvents(element: ExElement, { attr = {} }: DrawnNode, root: ExShadowRoot, context: RenderContext): void {
  const types = new Set<string>();
  for (const name of Object.keys(attr)) {
    const [, capture, kind, type] = BINDING.exec(name) ?? [];
    if (type === undefined) continue;
    if (kind === 'mut-bind') context.warn('the host has no mut-bind');
    if (capture === undefined) types.add(type);
    context.exparser.addListenerToElement(
      element,
      type,
      function (event) {
        const method = own(this)[name];
        if (typeof method === 'string' && method !== '') context.onEvent(root.getHostNode(), method, event, this);
        return kind === 'catch' ? false : undefined;
      },
      { capture: capture !== undefined },
    );
  }
  listened.set(element, types);
}
