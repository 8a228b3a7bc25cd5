import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  ComponentSpace,
  Element,
  EmptyBackendContext,
  Event,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
  type GeneralComponent,
  type Node,
  type ShadowedEvent,
} from 'glass-easel';
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
import { compileTemplates } from './glass-easel-templates';

/** Tencent's open component core, the one behind Skyline. It keeps its tree in memory, so it needs no DOM. */
export const glassEasel: ViewEngine = {
  name: 'glass-easel',
  open: (pkg, problems) => new Session(pkg, problems),
};

class Session implements EngineSession {
  // `false`: a tag that is neither built in nor declared is a warning here, while the default would draw it.
  private readonly space = new ComponentSpace('missing-component', undefined, undefined, false);
  private readonly backend = new EmptyBackendContext();
  private readonly logics = new WeakMap<object, ComponentLogic>();
  private readonly defined = new Set<string>();
  private readonly templates;

  constructor(pkg: AppPackage, private readonly problems: ProblemLog) {
    addGlobalErrorListener(this.onError);
    addGlobalWarningListener(this.onWarning);
    const compiled = compileTemplates(pkg);
    for (const warning of compiled.warnings) problems.add('view engine', warning);
    this.templates = compiled.evaluate((name) => {
      problems.add('view engine', `Template \`${String(name)}\` not found`);
    });
    this.space.defineComponent({ is: 'missing-component' });
    for (const tag of BUILT_IN_TAGS) this.space.setGlobalUsingComponent(tag, tag);
  }

  private readonly onError = (error: unknown): boolean => {
    this.problems.add('view engine', describeError(error));
    return false;
  };

  private readonly onWarning = (message: string): boolean => {
    if (!isHarmless(message)) this.problems.add('view engine', message);
    return false;
  };

  isDefined(path: string): boolean {
    return this.defined.has(path);
  }

  define(blueprint: Blueprint): void {
    this.defined.add(blueprint.path);
    const { logics, templates } = this;
    const content = templates[blueprint.path];
    if (!content) this.problems.add('view engine', `${blueprint.path}.wxml is not in the package`);
    this.space.defineComponent({
      is: blueprint.path,
      using: Object.fromEntries(Object.entries(blueprint.using).map(([tag, path]) => [tag, `/${path}`])),
      // Built-in tags are native nodes here, which by default hear `bind:tap` but not the older `bindtap`.
      ...(content ? { template: { groupList: templates, content, fallbackListenerOnNativeNode: true } } : {}),
      properties: nativeProperties(blueprint.properties) as Record<string, never>,
      data: { ...blueprint.data },
      options: { virtualHost: blueprint.virtualHost, multipleSlots: blueprint.multipleSlots },
      methods: Object.fromEntries(
        blueprint.methods.map((name) => [
          name,
          function (this: GeneralComponent, event: ShadowedEvent<unknown>) {
            logics.get(this)?.handle(name, toViewEvent(event));
          },
        ]),
      ),
      lifetimes: {
        created(this: GeneralComponent) {
          logics.set(this, blueprint.connect(viewOf(this)));
        },
        attached(this: GeneralComponent) {
          logics.get(this)?.attached();
        },
        detached(this: GeneralComponent) {
          logics.get(this)?.detached();
        },
      },
    });
  }

  create(path: string): RootView {
    const root = this.space.createComponentByUrl('page', `/${path}`, null, this.backend);
    const logic = this.logics.get(root);
    if (!logic) throw new Error(`${path} was not defined`);
    return {
      logic,
      attach: () => Element.pretendAttached(root),
      detach: () => Element.pretendDetached(root),
      tree: () => snapshot(root, null),
    };
  }

  close(): void {
    removeGlobalErrorListener(this.onError);
    removeGlobalWarningListener(this.onWarning);
  }
}

const TYPES: Readonly<Record<string, unknown>> = { String, Number, Boolean, Object, Array };

const nativeProperties = (properties: Blueprint['properties']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, { type, ...rest }]) => [name, { ...rest, type: type === null ? null : TYPES[type] }]),
  );

/** Taro loops over the children of nodes that have none. WeChat draws nothing then and says nothing. */
const isHarmless = (message: string): boolean =>
  message === 'The for-list data is neither Array nor Object, got type "undefined".';

function viewOf(component: GeneralComponent): ComponentView {
  return {
    replace: (changes) => {
      for (const { path, value } of changes) component.replaceDataOnPath([...path] as never, value as never);
      component.applyDataUpdates();
    },
    data: () => component.data,
    trigger: (type, detail, options) => component.triggerEvent(type, detail, options),
  };
}

function toEventNode(element: Element): EventNode {
  return { id: element.id, offsetLeft: 0, offsetTop: 0, dataset: element.dataset };
}

function toViewEvent(event: ShadowedEvent<unknown>): ViewEvent {
  const { touches, changedTouches } = event as unknown as Partial<Record<'touches' | 'changedTouches', unknown[]>>;
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: toEventNode(event.target),
    currentTarget: toEventNode(event.currentTarget),
    detail: event.detail ?? {},
    mark: event.mark ?? {},
    ...(touches ? { touches } : {}),
    ...(changedTouches ? { changedTouches } : {}),
  };
}

function snapshot(node: Node, parent: ViewNode | null): ViewNode {
  const textNode = node.asTextNode();
  const element = node.asElement();
  if (!element) return textSnapshot(node, textNode?.textContent ?? '', parent);
  const children: ViewNode[] = [];
  const attributes = Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
  const view: ViewNode = {
    tag: element.asNativeNode()?.is ?? element.asGeneralComponent()?.tagName ?? 'unknown',
    text: '',
    id: element.id,
    className: element.class,
    style: element.style,
    dataset: element.dataset,
    attributes,
    parent,
    children,
    handle: element,
    listens: (type) => listenersOf(element)[type] !== undefined,
    fire: (type, detail) => {
      const bubbles = isBubbling(type);
      const extraFields = touchFields(type);
      const event = new Event(type, detail, { bubbles, composed: bubbles, capturePhase: true, extraFields });
      element.dispatchEvent(event);
    },
  };
  element.forEachNonVirtualComposedChild((child) => {
    children.push(snapshot(child, view));
  });
  return view;
}

function textSnapshot(handle: Node, text: string, parent: ViewNode | null): ViewNode {
  const nothing = { id: '', className: '', style: '', dataset: {}, attributes: {}, children: [] };
  return { ...nothing, tag: '#text', text, parent, handle, listens: () => false, fire: () => undefined };
}

/** The engine has no public question for it: `_$eventTarget` is where it keeps an element's listeners. */
function listenersOf(element: Element): Record<string, unknown> {
  const target = (element as unknown as { _$eventTarget?: { listeners: Record<string, unknown> } })._$eventTarget;
  return target?.listeners ?? {};
}
