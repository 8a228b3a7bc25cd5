import type { PageConfig } from './app-package';
import { callMethod, plainCopy, sendData, type Definition, type InstanceHost } from './component-logic';
import { asFunction, asRecord } from './values';
import type { Blueprint, ComponentLogic, ComponentView, EngineSession, RootView } from './view-engine';

export type PageState = 'new' | 'shown' | 'hidden' | 'unloaded';

/** One opened page: its logic object, its view and its place in the life cycle. */
export class PageInstance {
  readonly logic: Record<string, unknown>;
  readonly config: PageConfig;
  readonly tabBar: RootView | null;
  /** How far the person has scrolled, in pixels. */
  scrollTop = 0;
  private readonly view: RootView;
  private state: PageState = 'new';
  private isReady = false;

  constructor(
    private readonly host: InstanceHost,
    session: EngineSession,
    readonly route: string,
    readonly query: Readonly<Record<string, string>>,
    definition: Definition,
    id: number,
    tabBarPath: string | null,
  ) {
    this.config = host.pkg.pageConfig(route);
    this.logic = host.realm.object();
    // A page can be open twice, and each instance has a logic object of its own: so one definition per instance.
    session.define(this.blueprint(definition, id));
    this.view = session.create(route);
    this.view.attach();
    this.tabBar = tabBarPath === null ? null : session.create(tabBarPath);
    this.tabBar?.attach();
  }

  tree() {
    return this.view.tree();
  }

  has(method: string): boolean {
    return asFunction(this.logic[method]) !== undefined;
  }

  /** Calls a life-cycle function; what it throws is a problem of the app. */
  call(method: string, ...args: unknown[]): unknown {
    const handler = asFunction(this.logic[method]);
    if (!handler) return undefined;
    const adopted = args.map((arg) => this.host.realm.adopt(arg));
    return this.host.problems.guard(`${this.route} ${method}`, () => handler.apply(this.logic, adopted));
  }

  load(): void {
    this.call('onLoad', this.query);
  }

  show(): void {
    if (this.state === 'shown' || this.state === 'unloaded') return;
    this.state = 'shown';
    this.call('onShow');
    if (this.isReady) return;
    this.isReady = true;
    // After the first drawing, and so after whatever onLoad has set.
    this.host.later(() => {
      if (this.state !== 'unloaded') this.call('onReady');
    });
  }

  hide(): void {
    if (this.state !== 'shown') return;
    this.state = 'hidden';
    this.call('onHide');
  }

  /** WeChat does not call onHide on the way out. */
  unload(): void {
    if (this.state === 'unloaded') return;
    this.call('onUnload');
    this.state = 'unloaded';
    this.tabBar?.detach();
    this.view.detach();
  }

  private blueprint(definition: Definition, id: number): Blueprint {
    const methods = Object.keys(definition).filter((name) => asFunction(definition[name]));
    return {
      path: this.route,
      using: this.host.pkg.usingComponents(this.route),
      properties: {},
      data: plainCopy(asRecord(definition.data)),
      methods,
      virtualHost: false,
      multipleSlots: false,
      connect: (view) => this.connect(view, definition, id),
    };
  }

  private connect(view: ComponentView, definition: Definition, id: number): ComponentLogic {
    const { host, logic, route } = this;
    const data = host.realm.adopt(asRecord(definition.data));
    const target = { route: () => route, component: null, view, data, isAlive: () => this.state !== 'unloaded' };
    Object.assign(logic, definition, {
      data,
      route,
      is: route,
      __route__: route,
      options: host.realm.adopt(this.query),
      setData: (change: unknown, callback?: unknown) => sendData(host, target, change, callback),
      getPageId: () => `pageId:${id}`,
      getTabBar: () => null,
      selectComponent: () => null,
      selectAllComponents: () => host.realm.array([]),
      createSelectorQuery: () => host.selectorQuery(),
      getOpenerEventChannel: () => ({ on: () => undefined, once: () => undefined, off: () => undefined, emit: () => undefined }),
    });
    return {
      attached: () => undefined,
      detached: () => undefined,
      handle: (method, event) => callMethod(host, logic, route, method, event),
    };
  }
}
