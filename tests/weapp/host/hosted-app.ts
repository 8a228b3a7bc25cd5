import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from './problems';
import type { RecordedCall, RecordedSetData } from './recorder';
import type { RouteKind } from './router';
import type { Runtime } from './runtime';
import { Screen } from './screen';
import type { Answer, WxHost } from './wx/api';
import type { Network } from './wx/request';
import type { Storage } from './wx/storage';
import type { SystemInfo } from './wx/system';

interface Parts {
  readonly host: WxHost;
  readonly system: SystemInfo;
  readonly network: Network;
  readonly storage: Storage;
  readonly events: { emit(name: string, event: unknown): void };
  readonly stopWatching: () => void;
}

export interface Measurement {
  readonly nodes: number;
  readonly depth: number;
  readonly mostChildren: number;
  readonly setDatas: number;
  readonly largestSetData: number;
  readonly requests: number;
}

/** Turns of the event loop without work before the app counts as settled. */
const QUIET_TURNS = 3;

/** A running mini-program, as a test sees it. */
export class HostedApp {
  constructor(
    private readonly runtime: Runtime,
    private readonly parts: Parts,
  ) {}

  /** The page on top of the stack. */
  page(): Screen {
    const page = this.runtime.router.current();
    if (!page) throw new Error(`No page is open.\n${this.report()}`);
    return new Screen(this.runtime, page, this.parts.host.answers, () => this.settle());
  }

  stack(): string[] {
    return this.runtime.router.pages().map(({ route }) => route);
  }

  /**
   * Waits until short timers (≤ 50 ms), promises, wx calls and setData have gone quiet. Longer timers and intervals
   * never run here: see `advance`. `calls: false` does not wait for open wx calls, to look at a loading state.
   */
  async settle({ calls = true, limit = 5000 }: { calls?: boolean; limit?: number } = {}): Promise<void> {
    const deadline = Date.now() + limit;
    for (let quiet = 0, seen = -1; quiet < QUIET_TURNS; ) {
      const { timers, calls: open } = this.runtime.pending;
      const activity = this.runtime.recorder.activity;
      const isBusy = timers > 0 || (calls && open > 0) || activity !== seen;
      seen = activity;
      quiet = isBusy ? 0 : quiet + 1;
      if (Date.now() > deadline) {
        throw new Error(`Not settled after ${limit} ms: ${timers} timers and ${open} calls are open.\n${this.report()}`);
      }
      await (isBusy ? sleep(1) : new Promise(setImmediate));
    }
  }

  /** Lets time pass for intervals and for timers over 50 ms, and for `Date`. */
  async advance(ms: number): Promise<void> {
    await this.runtime.clock.advance(ms, () => this.settle());
    await this.settle();
  }

  /** Goes somewhere as `wx` would; a refusal throws WeChat's reason. `/pages/x/index?id=1`. */
  async navigate(url: string, kind?: RouteKind): Promise<Screen> {
    const route = url.replace(/^\/+/, '').split('?')[0] ?? '';
    const isTab = this.runtime.pkg.tabs.includes(route);
    this.runtime.router.go(kind ?? (isTab ? 'switchTab' : 'navigateTo'), url);
    await this.settle();
    return this.page();
  }

  /** Calls a method of the current page's logic, for what no gesture reaches. */
  callPage(method: string, ...args: unknown[]): unknown {
    return this.runtime.router.current()?.call(method, ...args);
  }

  async back(delta = 1): Promise<Screen> {
    this.runtime.router.back(delta);
    await this.settle();
    return this.page();
  }

  /** Every `wx` call so far, or those of one API. */
  calls(name?: string): RecordedCall[] {
    return this.runtime.recorder.callsOf(name);
  }

  setDatas(): RecordedSetData[] {
    return this.runtime.recorder.setDatas();
  }

  /** What the platform answers from now on. Throw in it, an ApiFailure for extra fields, to make the call fail. */
  answer(name: string, answer: Answer): void {
    this.parts.host.answers.set(name, answer);
  }

  storage(): Record<string, unknown> {
    return this.parts.storage.snapshot();
  }

  logs(): readonly string[] {
    return this.runtime.logs;
  }

  async setNetwork(type: 'wifi' | '4g' | 'none'): Promise<void> {
    this.parts.network.type = type;
    this.parts.events.emit('NetworkStatusChange', { isConnected: type !== 'none', networkType: type });
    await this.settle();
  }

  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    this.parts.system.theme = theme;
    this.parts.events.emit('ThemeChange', { theme });
    this.runtime.callApp('onThemeChange', { theme });
    await this.settle();
  }

  /** The person leaves WeChat. */
  async hide(): Promise<void> {
    this.runtime.router.current()?.hide();
    this.runtime.callApp('onHide', {});
    this.parts.events.emit('AppHide', {});
    await this.settle();
  }

  /** The person comes back. */
  async show(options: { scene?: number } = {}): Promise<void> {
    const page = this.runtime.router.current();
    const entry = { path: page?.route ?? '', query: page?.query ?? {}, scene: options.scene ?? 1001, referrerInfo: {} };
    this.runtime.callApp('onShow', entry);
    this.parts.events.emit('AppShow', entry);
    page?.show();
    await this.settle();
  }

  /** Sizes WeChat advises about: under 1000 nodes, under 30 deep, at most 60 children, setData up to 256 KB. */
  measure(): Measurement {
    const { nodes, depth, mostChildren } = this.page().size();
    const bytes = this.setDatas().map((update) => update.bytes);
    return {
      nodes,
      depth,
      mostChildren,
      setDatas: bytes.length,
      largestSetData: Math.max(0, ...bytes),
      requests: this.calls('request').length,
    };
  }

  problems(): readonly Problem[] {
    return this.runtime.problems.list();
  }

  /** For a test that expects problems: returns them and clears the list. */
  takeProblems(): Problem[] {
    return this.runtime.problems.take();
  }

  /** Ends the app; throws when anything went wrong in it. Call it in `afterEach`. */
  close(): void {
    this.runtime.close();
    this.parts.stopWatching();
    this.runtime.problems.assertNone();
  }

  private report(): string {
    return this.problems()
      .map(({ kind, message }) => `[${kind}] ${message}`)
      .join('\n');
  }
}
