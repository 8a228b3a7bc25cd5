import { posix } from 'node:path';
import type { AppPackage } from './app-package';
import type { PageInstance } from './page-instance';
import { ApiFailure } from './wx/api';

/** WeChat's limit on open pages. */
const STACK_LIMIT = 10;

export type RouteKind = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch';
export type Query = Record<string, string>;

export interface Destination {
  readonly route: string;
  readonly query: Query;
}

/** WeChat hands over the values as they stand in the URL: decoding them is the page's business. */
export function parseQuery(search: string): Query {
  const pairs = search.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}

/** A leading slash starts at the package, anything else at the current page. */
export function parseUrl(url: string, from: string | null): Destination {
  const [path = '', search = ''] = url.split(/\?(.*)/s);
  const route = path.startsWith('/') || from === null ? path.replace(/^\/+/, '') : posix.join(posix.dirname(from), path);
  return { route: route.replace(/\.html$/, ''), query: parseQuery(search) };
}

/** The page stack with WeChat's rules. Tab pages stay alive behind each other until the app is relaunched. */
export class Router {
  private stack: PageInstance[] = [];
  private readonly tabPages = new Map<string, PageInstance>();

  constructor(
    private readonly pkg: AppPackage,
    private readonly open: (destination: Destination) => PageInstance,
  ) {}

  pages(): readonly PageInstance[] {
    return this.stack;
  }

  current(): PageInstance | null {
    return this.stack.at(-1) ?? null;
  }

  go(kind: RouteKind, url: string): void {
    const destination = parseUrl(url, this.current()?.route ?? null);
    this.check(kind, destination);
    this[kind](destination);
  }

  back(delta: number): void {
    if (this.stack.length <= 1) throw new ApiFailure('cannot navigate back at first page.');
    const keep = Math.max(1, this.stack.length - Math.max(1, Math.floor(delta)));
    this.closeDownTo(keep);
    this.current()?.show();
  }

  private check(kind: RouteKind, { route }: Destination): void {
    if (!this.pkg.pages.includes(route)) throw new ApiFailure(`page "${route}" is not found`);
    const isTab = this.pkg.tabs.includes(route);
    if (kind === 'switchTab' && !isTab) throw new ApiFailure('can not switch to no-tabBar page');
    if (isTab && (kind === 'navigateTo' || kind === 'redirectTo')) {
      throw new ApiFailure(`can not ${kind} a tabbar page`);
    }
    if (kind === 'navigateTo' && this.stack.length >= STACK_LIMIT) throw new ApiFailure('webview count limit exceed');
  }

  private navigateTo(destination: Destination): void {
    this.current()?.hide();
    this.push(destination);
  }

  private redirectTo(destination: Destination): void {
    this.closeDownTo(Math.max(0, this.stack.length - 1));
    this.push(destination);
  }

  private reLaunch(destination: Destination): void {
    this.closeDownTo(0);
    for (const page of this.tabPages.values()) page.unload();
    this.tabPages.clear();
    this.push(destination);
  }

  /** A query is dropped: WeChat does not pass one to a tab. */
  private switchTab({ route }: Destination): void {
    const from = this.stack[0];
    this.closeDownTo(1);
    if (from?.route === route) {
      from.show();
      return;
    }
    if (from && this.tabPages.get(from.route) === from) from.hide();
    else from?.unload();
    this.stack = [];
    const known = this.tabPages.get(route);
    if (known) {
      this.stack = [known];
      known.show();
    } else {
      this.push({ route, query: {} });
    }
  }

  private push(destination: Destination): void {
    const page = this.open(destination);
    this.stack.push(page);
    if (this.pkg.tabs.includes(page.route)) this.tabPages.set(page.route, page);
    page.load();
    page.show();
  }

  private closeDownTo(count: number): void {
    while (this.stack.length > count) {
      const page = this.stack.pop();
      page?.unload();
      if (page && this.tabPages.get(page.route) === page) this.tabPages.delete(page.route);
    }
  }
}
