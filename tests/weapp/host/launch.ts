import { join } from 'node:path';
import { asFunction, asRecord, text } from './values';
import { HostedApp } from './hosted-app';
import type { Layout } from './layout';
import { watchRejections } from './rejections';
import { parseQuery, type RouteKind } from './router';
import { Runtime } from './runtime';
import type { ViewEngine } from './view-engine';
import { asyncApi, createEvents, type Answer, type ApiTable, type WxHost } from './wx/api';
import { buildWx } from './wx/build-wx';
import { interfaceApis } from './wx/interface';
import { cloudApi, requestApis, type CloudFunction, type FetchLike, type Network } from './wx/request';
import { Storage, storageApis } from './wx/storage';
import { DEFAULT_SYSTEM, systemApis, type SystemInfo } from './wx/system';

export interface LaunchOptions {
  readonly engine: ViewEngine;
  /** The built mini-program; by default the project's own. */
  readonly dist?: string;
  /** Answers wx.request. Without it every request fails as if there were no network. */
  readonly fetch?: FetchLike;
  readonly cloudFunction?: CloudFunction;
  /** Where the person comes in: `pages/news/index?id=7`. By default app.json's first page. */
  readonly path?: string;
  /** How the person comes in; 1001 is the list of mini-programs, 1007 a shared card, 1154 a Moments single page. */
  readonly scene?: number;
  readonly storage?: Readonly<Record<string, unknown>>;
  readonly systemInfo?: Partial<SystemInfo>;
  /** The time at launch. It then passes as usual, and faster with `advance`. */
  readonly now?: Date;
  /** How tall things are, for an app that asks what is seen; without it nothing has a size. */
  readonly layout?: Layout;
  /** Answers to single APIs from the start, as with `app.answer`. */
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly onLog?: (level: string, args: readonly unknown[]) => void;
}

export const DEFAULT_DIST = process.env.WEAPP_DIST ?? join(__dirname, '../../../dist/weapp');

const EVENTS = [
  'AppShow', 'AppHide', 'NetworkStatusChange', 'NetworkWeakChange', 'ThemeChange', 'Error', 'UnhandledRejection',
  'PageNotFound', 'MemoryWarning', 'WindowResize', 'KeyboardHeightChange', 'UserCaptureScreen', 'AudioInterruptionBegin',
  'AudioInterruptionEnd', 'NeedPrivacyAuthorization', 'LazyLoadError', 'CopyUrl', 'DeviceOrientationChange',
  'BackgroundFetchData', 'AfterPageLoad', 'BeforeAppRoute', 'AppRoute', 'AppRouteDone',
];

const offline: FetchLike = () => Promise.reject(new Error('no fetch was handed to launch()'));

/** Starts the app as WeChat does, opens its first page and waits until it has settled. */
export async function launch(options: LaunchOptions): Promise<HostedApp> {
  const runtime = new Runtime({
    dist: options.dist ?? DEFAULT_DIST,
    engine: options.engine,
    now: options.now?.getTime(),
    onLog: options.onLog,
    layout: options.layout,
  });
  const stopWatching = watchRejections(runtime.realm, runtime.problems);
  const host = runtime.wxHost(new Map(Object.entries(options.answers ?? {})));
  const system: SystemInfo = { ...DEFAULT_SYSTEM, ...options.systemInfo };
  const network: Network = { type: 'wifi' };
  const storage = new Storage(options.storage);
  const [path = '', search = ''] = (options.path ?? runtime.pkg.pages[0] ?? '').replace(/^\/+/, '').split('?');
  const entry = { path, query: parseQuery(search), scene: options.scene ?? 1001 };
  const events = createEvents(host, EVENTS);
  const cloud = cloudApi(host, options.cloudFunction, (call) => runtime.recorder.call('cloud.callFunction', [call]));
  const parts: ApiTable[] = [
    interfaceApis(host, runtime),
    storageApis(host, storage),
    systemApis(host, system, network, entry),
    requestApis(host, options.fetch ?? offline, network),
    navigationApis(host, runtime),
    events.table,
    { createSelectorQuery: () => runtime.selectorQuery(), createIntersectionObserver: (page: unknown) => runtime.intersections.create(page) },
  ];
  const app = new HostedApp(runtime, { host, system, network, storage, events, stopWatching });
  runtime.start(buildWx(host, runtime.recorder, parts, { cloud }), { ...entry, referrerInfo: {} });
  runtime.problems.guard(path, () => runtime.router.go('reLaunch', `/${path}${search && `?${search}`}`));
  await app.settle();
  return app;
}

/** The routes run as a task of their own, as in WeChat, where the page opens after the call has returned. */
function navigationApis(host: WxHost, runtime: Runtime): ApiTable {
  const later = (run: () => void) =>
    new Promise<void>((resolve, reject) => {
      host.clock.setTimeout(() => {
        try {
          run();
          resolve();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  const go = (kind: RouteKind) => asyncApi(host, kind, ({ url }) => later(() => runtime.router.go(kind, text(url))));
  return {
    navigateTo: go('navigateTo'),
    redirectTo: go('redirectTo'),
    switchTab: go('switchTab'),
    reLaunch: go('reLaunch'),
    navigateBack: asyncApi(host, 'navigateBack', (options) => {
      const { delta } = asRecord(options);
      return later(() => runtime.router.back(typeof delta === 'number' ? delta : 1));
    }),
    startPullDownRefresh: asyncApi(host, 'startPullDownRefresh', () =>
      later(() => {
        const page = runtime.router.current();
        if (asFunction(page?.logic.onPullDownRefresh)) page?.call('onPullDownRefresh');
      }),
    ),
  };
}
