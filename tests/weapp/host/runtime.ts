import { openPackage, type AppPackage } from './app-package';
import { Clock } from './clock';
import { componentBlueprint, type Definition, type InstanceHost } from './component-logic';
import { asFunction, asRecord, toJson } from './values';
import { createModules, type Modules } from './modules';
import { PageInstance } from './page-instance';
import { ProblemLog } from './problems';
import { createRealm, type Realm } from './realm';
import { Recorder } from './recorder';
import { Router, type Destination } from './router';
import type { EngineSession, ViewEngine } from './view-engine';
import type { Layout } from './layout';
import { Intersections } from './wx/intersection';
import { selectorQuery } from './wx/interface';
import type { WxHost } from './wx/api';

export interface RuntimeOptions {
  readonly dist: string;
  readonly engine: ViewEngine;
  readonly now?: number;
  readonly layout?: Layout;
  /** Shows what the app logs with console.log/info/debug; by default it is only kept. */
  readonly onLog?: (level: string, args: readonly unknown[]) => void;
}

const TAB_BAR = 'custom-tab-bar/index';

/** The logic layer with its pages: what WeChat's base library does between the app's files and the view. */
export class Runtime {
  readonly problems = new ProblemLog();
  readonly recorder = new Recorder();
  readonly logs: string[] = [];
  readonly clock: Clock;
  readonly pkg: AppPackage;
  readonly realm: Realm;
  readonly router: Router;
  readonly intersections: Intersections;
  private readonly modules: Modules;
  private readonly session: EngineSession;
  private readonly definitions = new Map<string, Definition>();
  private readonly instanceHost: InstanceHost;
  private app: Record<string, unknown> = {};
  private registering = '';
  private pageCount = 0;
  private pendingWork = 0;
  private tapDepth = 0;

  constructor(private readonly options: RuntimeOptions) {
    this.pkg = openPackage(options.dist);
    this.clock = new Clock(this.problems, options.now);
    this.realm = createRealm(this.clock, this.globals());
    this.modules = createModules(this.pkg, this.realm);
    this.session = options.engine.open(this.pkg, this.problems);
    this.router = new Router(this.pkg, (destination) => this.openPage(destination));
    this.intersections = new Intersections(this.wxHost(new Map()), options.layout ?? null, () => this.router.current());
    this.instanceHost = {
      pkg: this.pkg,
      realm: this.realm,
      problems: this.problems,
      recorder: this.recorder,
      later: (run) => void this.clock.setTimeout(run),
      selectorQuery: () => this.selectorQuery(),
      drawn: () => void this.clock.setTimeout(() => this.intersections.look()),
    };
  }

  wxHost(answers: WxHost['answers']): WxHost {
    const { realm, clock, problems } = this;
    return { realm, clock, problems, answers, track: (work) => this.track(work) };
  }

  selectorQuery(): unknown {
    return selectorQuery(this.wxHost(new Map()), () => this.router.current()?.tree() ?? null);
  }

  /** Runs app.js and its onLaunch and onShow. */
  start(wx: Record<string, unknown>, launchOptions: unknown): void {
    this.realm.globals.wx = wx;
    this.runModule('app');
    this.callApp('onLaunch', launchOptions);
    this.callApp('onShow', launchOptions);
  }

  callApp(method: string, ...args: unknown[]): void {
    const handler = asFunction(this.app[method]);
    if (!handler) return;
    const adopted = args.map((arg) => this.realm.adopt(arg));
    this.problems.guard(`App ${method}`, () => handler.apply(this.app, adopted));
  }

  /** Work that has been started and will change something soon: short timers and open calls. */
  get pending(): { timers: number; calls: number } {
    return { timers: this.clock.pending, calls: this.pendingWork };
  }

  runAsTap(run: () => void): void {
    this.tapDepth += 1;
    // Promise callbacks of the handlers still belong to the tap; a later task does not.
    setImmediate(() => {
      this.tapDepth -= 1;
    });
    run();
  }

  isInsideTap(): boolean {
    return this.tapDepth > 0;
  }

  close(): void {
    this.clock.stop();
    this.session.close();
  }

  private async track<T>(work: Promise<T>): Promise<T> {
    this.pendingWork += 1;
    try {
      return await work;
    } finally {
      this.pendingWork -= 1;
    }
  }

  private runModule(path: string): void {
    const outer = this.registering;
    this.registering = path;
    this.problems.guard(`${path}.js`, () => this.modules.run(path));
    this.registering = outer;
  }

  private openPage({ route, query }: Destination): PageInstance {
    this.useComponents(route);
    if (!this.definitions.has(route)) this.runModule(route);
    let definition = this.definitions.get(route);
    if (!definition) {
      this.problems.add('platform rule', `Page "${route}" has not been registered yet.`);
      definition = {};
    }
    this.pageCount += 1;
    const tabBar = this.tabBarOf(route);
    return new PageInstance(this.instanceHost, this.session, route, query, definition, this.pageCount, tabBar);
  }

  /** WeChat gives each tab page an instance of the custom tab bar. */
  private tabBarOf(route: string): string | null {
    if (this.pkg.config.tabBar?.custom !== true || !this.pkg.tabs.includes(route)) return null;
    if (!this.pkg.has(`${TAB_BAR}.js`)) {
      this.problems.add('platform rule', `app.json has tabBar.custom but there is no ${TAB_BAR}`);
      return null;
    }
    this.useComponent(TAB_BAR);
    return this.session.isDefined(TAB_BAR) ? TAB_BAR : null;
  }

  private useComponents(path: string): void {
    for (const target of Object.values(this.pkg.usingComponents(path))) this.useComponent(target);
  }

  private useComponent(path: string): void {
    if (this.definitions.has(path)) return;
    // Before the file has run: a component may use itself, as Taro's recursive one does.
    this.definitions.set(path, {});
    this.useComponents(path);
    this.runModule(path);
    const definition = this.definitions.get(path) ?? {};
    const route = () => this.router.current()?.route ?? '';
    this.session.define(componentBlueprint(this.instanceHost, path, definition, route));
  }

  private globals(): Record<string, unknown> {
    const register = (definition: Definition) => void this.definitions.set(this.registering, definition);
    return {
      App: (config: Definition) => {
        this.app = Object.assign(this.realm.object(), config);
      },
      Page: register,
      Component: register,
      Behavior: (definition: Definition) => definition,
      getApp: () => this.app,
      getCurrentPages: () => this.realm.array(this.router.pages().map((page) => page.logic)),
      console: this.console(),
    };
  }

  private console(): Record<string, unknown> {
    const quiet = (level: string) => (...args: unknown[]) => {
      this.logs.push(args.map(showArgument).join(' '));
      this.options.onLog?.(level, args);
    };
    const loud = (kind: 'console.error' | 'console.warn') => (...args: unknown[]) =>
      this.problems.add(kind, args.map(showArgument).join(' '));
    const silent = () => undefined;
    const levels = ['log', 'info', 'debug', 'trace', 'dir', 'table'].map((level) => [level, quiet(level)]);
    const rest = ['group', 'groupCollapsed', 'groupEnd', 'time', 'timeEnd', 'count'].map((name) => [name, silent]);
    return {
      ...(Object.fromEntries([...levels, ...rest]) as object),
      error: loud('console.error'),
      warn: loud('console.warn'),
    };
  }
}

function showArgument(value: unknown): string {
  if (typeof value === 'string') return value;
  const { stack } = asRecord(value);
  if (typeof stack === 'string') return stack;
  try {
    return toJson(value) ?? String(value);
  } catch {
    return String(value);
  }
}
