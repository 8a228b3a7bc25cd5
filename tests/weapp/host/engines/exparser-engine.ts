import type { AppPackage } from '../app-package';
import { describeError, type ProblemLog } from '../problems';
import {
  BUILT_IN_TAGS,
  isBubbling,
  touchFields,
  type Blueprint,
  type ComponentLogic,
  type ComponentView,
  type EngineSession,
  type EventNode,
  type RootView,
  type ViewEngine,
  type ViewEvent,
  type ViewNode,
} from '../view-engine';
import { createCore, type Core } from './exparser-core';
import { attributesOf, classOf, createTree, isTextNode, listens, styleOf, updateTree, type RenderContext } from './exparser-render';
import type { ExComponent, ExElement, ExEvent, Exparser, ExNode } from './exparser-types';
import type { Draw, DrawnNode } from './wcc';

/** The component core of WeChat's webview, over WXML compiled by WeChat's own `wcc`. It needs no DOM. */
export const exparserEngine: ViewEngine = {
  name: 'exparser',
  open: (pkg, problems) => new Session(pkg, problems),
};

let registrations = 0;

class Session implements EngineSession {
  private readonly core: Core;
  private readonly logics = new WeakMap<object, ComponentLogic>();
  /** Component path → the name it is registered under; names are never reused, as the core keeps them for good. */
  private readonly names = new Map<string, string>();
  private readonly definitions = new Map<string, object>();

  constructor(pkg: AppPackage, private readonly problems: ProblemLog) {
    const report = (message: unknown): boolean => {
      problems.add('view engine', describeError(message));
      return false;
    };
    this.core = createCore(pkg, report);
    // Without a listener the core swallows what a handler throws.
    this.core.exparser.addGlobalErrorListener(report);
    this.core.exparser.addGlobalWarningListener(report);
  }

  isDefined(path: string): boolean {
    return this.names.has(path);
  }

  define(blueprint: Blueprint): void {
    const { path, virtualHost, multipleSlots, properties, data } = blueprint;
    const { logics, core } = this;
    const { exparser } = core;
    const draw = core.find(path);
    if (!draw) this.problems.add('view engine', `${path}.wxml is not in the package or did not compile`);
    registrations += 1;
    const is = `${path}#${registrations}`;
    this.names.set(path, is);
    const registered = exparser.registerElement({
      is,
      using: [],
      generics: [],
      template: { core, draw: draw ?? drawNothing, context: this.renderContext(blueprint) },
      properties: this.properties(properties),
      data: core.adopt(data),
      behaviors: [],
      attached(this: ExComponent) {
        logics.get(this)?.attached();
      },
      detached(this: ExComponent) {
        logics.get(this)?.detached();
      },
      created(this: ExComponent) {
        logics.set(this, blueprint.connect(viewOf(core, this)));
      },
      options: {
        domain: '/',
        templateEngine: { create: createTemplate },
        renderingMode: 'full',
        multipleSlots,
        publicProperties: true,
        writeFieldsToNode: false,
        virtualHost,
      },
    });
    exparser.Behavior.prepare(registered.behavior);
    this.definitions.set(path, registered);
  }

  create(path: string): RootView {
    const definition = this.definitions.get(path);
    if (!definition) throw new Error(`${path} was not defined`);
    const { exparser } = this.core;
    const root = exparser.createElement('wx-page', definition);
    const logic = this.logics.get(root);
    if (!logic) throw new Error(`${path} could not be created`);
    return {
      logic,
      attach: () => {
        exparser.Element.pretendAttached(root);
      },
      detach: () => {
        exparser.Element.pretendDetached(root);
      },
      tree: () => snapshot(exparser, root, null),
    };
  }

  /** The core goes with the session. */
  close(): void {
    this.names.clear();
  }

  private properties(properties: Blueprint['properties']): Record<string, unknown> {
    const { core } = this;
    return Object.fromEntries(
      Object.entries(properties).map(([name, { type, value }]) => [
        name,
        { type: type === null ? null : core.type(type), ...(value === undefined ? {} : { value: core.adopt(value) }) },
      ]),
    );
  }

  private renderContext({ path, using }: Blueprint): RenderContext {
    const known = new Set(BUILT_IN_TAGS);
    return {
      exparser: this.core.exparser,
      // Read late: a component may use itself, and is registered after it has been looked at.
      using: new Proxy<Record<string, string>>({}, {
        get: (_none, tag) => (typeof tag === 'string' && using[tag] !== undefined ? this.names.get(using[tag]) : undefined),
      }),
      isKnownTag: (tag) => known.has(tag),
      onEvent: (host, method, event, at) => this.logics.get(host)?.handle(method, toViewEvent(event, at)),
      warn: (message) => {
        this.problems.add('view engine', `${path}: ${message}`);
      },
    };
  }
}

const drawNothing = (): DrawnNode => ({ tag: 'wx-page', children: [] });

interface Template {
  readonly core: Core;
  readonly draw: Draw;
  readonly context: RenderContext;
}

/** The core leaves drawing to a template engine; this one draws with WeChat's compiled WXML. */
function createTemplate(behavior: { template: Template }, initial: Record<string, unknown>) {
  const { core, draw, context } = behavior.template;
  return {
    createInstance: (host: ExComponent, properties: Record<string, unknown> = {}) => {
      const data = core.adopt({ ...initial, ...properties });
      const shadowRoot = createTree(host, draw(data), context);
      return {
        data,
        idMap: {},
        slots: slotsOf(shadowRoot),
        shadowRoot,
        listeners: [],
        updateValues: (_host: ExComponent, values: unknown) => {
          updateTree(shadowRoot, draw(values), context);
        },
      };
    },
  };
}

function slotsOf(element: ExElement): Record<string, ExElement> {
  const slots: Record<string, ExElement> = {};
  const visit = (node: ExNode): void => {
    if (isTextNode(node)) return;
    const { __slotName: name, childNodes } = node as ExElement & { __slotName?: string };
    if (name !== undefined) slots[name] = node as ExElement;
    childNodes.forEach(visit);
  };
  visit(element);
  return slots;
}

function viewOf(core: Core, component: ExComponent): ComponentView {
  return {
    replace: (changes) => {
      const proxy = core.exparser.Component.getDataProxy(component);
      for (const { path, value } of changes) proxy.scheduleReplace(path, core.adopt(value));
      proxy.doUpdates();
    },
    data: () => component.data,
    trigger: (type, detail, options) => {
      component.triggerEvent(type, detail, options);
    },
  };
}

const toEventNode = ({ id, dataset = {} }: ExElement): EventNode => ({ id, offsetLeft: 0, offsetTop: 0, dataset });

function toViewEvent(event: ExEvent, at: ExElement): ViewEvent {
  const { touches, changedTouches } = event;
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: toEventNode(event.target),
    currentTarget: toEventNode(at),
    detail: event.detail ?? {},
    mark: event.mark ?? {},
    ...(touches ? { touches } : {}),
    ...(changedTouches ? { changedTouches } : {}),
  };
}

function snapshot(exparser: Exparser, node: ExNode, parent: ViewNode | null): ViewNode {
  if (isTextNode(node)) {
    const nothing = { id: '', className: '', style: '', dataset: {}, attributes: {}, children: [] };
    return { ...nothing, tag: '#text', text: node.textContent, parent, handle: node, listens: () => false, fire: () => undefined };
  }
  const element = node as ExElement;
  const children: ViewNode[] = [];
  const view: ViewNode = {
    tag: element.is.replace(/#\d+$/, ''),
    text: '',
    id: element.id,
    className: classOf(element),
    style: styleOf(element),
    dataset: element.dataset ?? {},
    attributes: attributesOf(element),
    parent,
    children,
    handle: element,
    listens: (type) => listens(element, type),
    fire: (type, detail) => {
      const bubbles = isBubbling(type);
      const extraFields = touchFields(type);
      element.dispatchEvent(exparser.Event.create(type, detail, { bubbles, composed: bubbles, capturePhase: true, extraFields }));
    },
  };
  for (const child of composedChildren(element)) children.push(snapshot(exparser, child, view));
  return view;
}

/** Blocks, templates, slots, shadow roots and virtual hosts are not nodes of WXML. */
function composedChildren(element: ExElement): ExNode[] {
  return element.__wxSlotChildren.flatMap((child) =>
    !isTextNode(child) && (child as ExElement).__virtual ? composedChildren(child as ExElement) : [child],
  );
}

