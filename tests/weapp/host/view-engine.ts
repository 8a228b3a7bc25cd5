import type { AppPackage } from './app-package';
import type { ProblemLog } from './problems';
import type { DataChange } from './set-data';

/** What the view sends to the logic layer when a bound event reaches a node. Plain data, as over WeChat's bridge. */
export interface ViewEvent {
  readonly type: string;
  readonly timeStamp: number;
  readonly target: EventNode;
  readonly currentTarget: EventNode;
  readonly detail: unknown;
  readonly touches?: readonly unknown[];
  readonly changedTouches?: readonly unknown[];
  readonly mark: Record<string, unknown>;
}

export interface EventNode {
  readonly id: string;
  readonly offsetLeft: number;
  readonly offsetTop: number;
  readonly dataset: Record<string, unknown>;
}

/** The logic side of one component or page instance, told by the engine what happens to its view. */
export interface ComponentLogic {
  attached(): void;
  detached(): void;
  handle(method: string, event: ViewEvent): void;
}

/** The view side of one instance, as its logic sees it. */
export interface ComponentView {
  replace(changes: readonly DataChange[]): void;
  /** Properties and data as the view holds them; not a copy. */
  data(): Record<string, unknown>;
  /** A component's own event, seen by whoever uses the component. */
  trigger(type: string, detail: unknown, options: { bubbles: boolean; composed: boolean }): void;
}

/** `type` is the name of a built-in, since the app's `Object` is not the engine's; `null` takes anything. */
export interface PropertyShape {
  readonly type: string | null;
  readonly value?: unknown;
}

export interface Blueprint {
  readonly path: string;
  readonly using: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, PropertyShape>>;
  readonly data: Readonly<Record<string, unknown>>;
  /** Names a template may bind events to. */
  readonly methods: readonly string[];
  readonly virtualHost: boolean;
  readonly multipleSlots: boolean;
  connect(view: ComponentView): ComponentLogic;
}

/**
 * One node of the composed tree at the moment of asking: `<template>`, `<block>`, `wx:if` and virtual hosts are gone,
 * text is a node with the tag `#text`. `handle` stays the same object for as long as the engine keeps the node.
 */
export interface ViewNode {
  readonly tag: string;
  readonly text: string;
  readonly id: string;
  readonly className: string;
  readonly style: string;
  readonly dataset: Readonly<Record<string, unknown>>;
  /** As written in WXML: kebab-case, without id, class, style and data-*. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly parent: ViewNode | null;
  readonly children: readonly ViewNode[];
  readonly handle: object;
  listens(type: string): boolean;
  /** Lets the engine carry the event, with its own rules for bubbling, `catch` and component borders. */
  fire(type: string, detail: unknown): void;
}

export interface RootView {
  attach(): void;
  detach(): void;
  /** The host node; the page's own nodes are its children. */
  tree(): ViewNode;
  readonly logic: ComponentLogic;
}

export interface EngineSession {
  isDefined(path: string): boolean;
  /** Whatever the blueprint uses may be defined later, but before the first `create`. */
  define(blueprint: Blueprint): void;
  create(path: string): RootView;
  close(): void;
}

/** A way to draw WXML. Both implementations are Tencent's own component cores; neither needs WeChat. */
export interface ViewEngine {
  readonly name: string;
  /** Every warning or error of the engine goes to `problems`, also those about WXML at compile time. */
  open(pkg: AppPackage, problems: ProblemLog): EngineSession;
}

/** Only touches and animations bubble in WeChat; a control's own events stop at the control. */
const BUBBLING = new Set([
  'tap', 'longpress', 'longtap', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'touchforcechange',
  'transitionend', 'animationstart', 'animationiteration', 'animationend',
]);

export const isBubbling = (type: string): boolean => BUBBLING.has(type);

/** The fields a touch has beside its detail; other events have none. */
export function touchFields(type: string): Record<string, unknown> {
  if (!/^(tap|longpress|longtap|touch)/.test(type)) return {};
  const touch = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 };
  return { touches: type === 'touchend' ? [] : [touch], changedTouches: [touch] };
}

/** Tags WeChat draws itself. Any other tag must come from `usingComponents`. */
export const BUILT_IN_TAGS: readonly string[] = [
  'view', 'text', 'image', 'button', 'input', 'textarea', 'form', 'label', 'picker', 'picker-view',
  'picker-view-column', 'checkbox', 'checkbox-group', 'radio', 'radio-group', 'switch', 'slider', 'scroll-view',
  'swiper', 'swiper-item', 'movable-area', 'movable-view', 'cover-view', 'cover-image', 'match-media',
  'page-container', 'root-portal', 'share-element', 'icon', 'progress', 'rich-text', 'editor', 'navigator', 'video',
  'audio', 'camera', 'live-player', 'live-pusher', 'map', 'canvas', 'open-data', 'open-container', 'web-view', 'ad',
  'ad-custom', 'official-account', 'official-account-publish', 'page-meta', 'navigation-bar', 'custom-wrapper',
  'keyboard-accessory', 'functional-page-navigator', 'sticky-header', 'sticky-section', 'grid-view', 'list-view',
  'list-builder', 'nested-scroll-header', 'nested-scroll-body', 'draggable-sheet', 'snapshot', 'span', 'block',
  'voip-room', 'store-home', 'store-product', 'store-coupon', 'store-gift', 'channel-live', 'channel-video',
  'selection', 'double-tap-gesture-handler', 'force-press-gesture-handler', 'horizontal-drag-gesture-handler',
  'long-press-gesture-handler', 'pan-gesture-handler', 'scale-gesture-handler', 'tap-gesture-handler',
  'vertical-drag-gesture-handler', 'slot', 'animation-video', 'xr-scene',
];
