import Taro from '@tarojs/taro';
import type { BoardKind } from '../contract/contest/contest';
import { isH5 } from './environment';
import { notify } from './notify';

/** The table of pages: every route with the parameters it reads. */
interface Routes {
  '/pages/home/index': undefined;
  '/pages/news/index': undefined;
  '/pages/contest/index': undefined;
  '/pages/service/index': undefined;
  '/pages/me/index': undefined;
  '/pages/article/index': { id: string };
  '/pages/activities/index': { line?: string; number?: string };
  '/activities/activity/index': { id: string };
  '/activities/articles/index': { activity: string; kind: 'news' | 'advisory' };
  '/activities/lessons/index': undefined;
  '/activities/lesson/index': { id: string };
  '/activities/exhibition/index': { activity: string };
  '/activities/directory/index': { activity: string };
  '/activities/checklist/index': { id: string };
  '/activities/board/index': undefined;
  '/activities/essays/index': undefined;
  '/activities/essay/index': { id: string };
  /** `id`: one’s own that was returned. */
  '/activities/essay-form/index': { id?: string };
  '/newsroom/essays/index': undefined;
  '/newsroom/essay/index': { id: string };
  /** `lesson`: the article whose check it is. */
  '/contest/practice/index': { id?: string; topic?: string; lesson?: string; from?: 'wrong-questions' | 'daily' };
  '/contest/wrong-questions/index': undefined;
  '/contest/lobby/index': undefined;
  '/contest/attempt/index': { id?: string };
  '/contest/result/index': { id: string; just?: 'submitted' };
  '/contest/board/index': { kind?: BoardKind };
  '/contest/fairness/index': undefined;
  '/contest/certificate/index': undefined;
  '/contest/verify/index': { code?: string };
  '/contest/errata/index': undefined;
  '/reading/search/index': { words?: string };
  '/reading/saved/index': undefined;
  '/service/form/index': { kind?: string; subject?: string; request?: string };
  '/service/request/index': { id: string; filed?: 'now' };
  '/service/requests/index': undefined;
  '/service/follow/index': { token: string };
  '/service/lookup/index': undefined;
  '/service/messages/index': undefined;
  '/service/personal-data/index': undefined;
  '/booking/event/index': { id: string };
  /** `id`: the booking's. */
  '/booking/ticket/index': { id: string };
  '/booking/mine/index': undefined;
  '/newsroom/manuscripts/index': undefined;
  '/newsroom/manuscript/index': { id: string };
  '/newsroom/pictures/index': undefined;
  '/newsroom/events/index': undefined;
  /** Without an id, a new one. */
  '/newsroom/event/index': { id?: string };
  '/newsroom/check-in/index': { id: string };
  /** `id`: the case beside the list, on a desktop. */
  '/officer/inbox/index': { id?: string };
  '/officer/dashboard/index': undefined;
  '/officer/request/index': { id: string };
  '/officer/visits/index': undefined;
  '/officer/visit-record/index': { request: string };
  /** One's own without an id. */
  '/officer/calendar/index': { id?: string };
  '/officer/experts/index': undefined;
  '/officer/plan/index': undefined;
  '/officer/contest/index': undefined;
  '/officer/roles/index': undefined;
  '/officer/audit/index': undefined;
  '/officer/invitation/index': { token?: string };
  '/officer/pairing/index': undefined;
  /** On H5 alone. */
  '/officer/sign-in/index': undefined;
}

export type Route = keyof Routes;

export const tabs = [
  '/pages/home/index',
  '/pages/news/index',
  '/pages/contest/index',
  '/pages/service/index',
  '/pages/me/index',
] as const satisfies readonly Route[];

export type Tab = (typeof tabs)[number];

const isTab = (url: string): url is Tab => (tabs as readonly string[]).includes(url);

/** A page's address with its parameters, as a share card or a link carries it. */
export function address<R extends Route>(route: R, parameters?: Routes[R]): string {
  const pairs = Object.entries(parameters ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return pairs.length === 0 ? route : `${route}?${pairs.join('&')}`;
}

type Parameters<R extends Route> = Routes[R] extends undefined ? [] : [parameters: Routes[R]];

/** Opens a page; a tab is switched to, anything else is stacked on top. */
export function open<R extends Route>(route: R, ...[parameters]: Parameters<R>): void {
  openAddress(address(route, parameters));
}

/** The same by the page's address, as a message carries it. */
export function openAddress(url: string): void {
  const opening: unknown = isTab(url) ? Taro.switchTab({ url }) : Taro.navigateTo({ url });
  // On H5 a page's code comes over the network, and may not.
  Promise.resolve(opening).catch(() => {
    notify('网络不太好，页面没有打开，请重试');
  });
}

/** Opens a page in place of this one, for steps nobody should go back into. */
export function replace<R extends Route>(route: R, ...[parameters]: Parameters<R>): void {
  void Taro.redirectTo({ url: address(route, parameters) });
}

/**
 * Goes back to a page that lies below this one, so that it does not lie on the stack twice; where there is none, opens
 * it in place of this one.
 */
export function backTo<R extends Route>(route: R, ...[parameters]: Parameters<R>): void {
  const stack = Taro.getCurrentPages();
  const below = stack
    .slice(0, -1)
    .map((page) => shows(page, route, parameters))
    .lastIndexOf(true);
  if (below >= 0) void Taro.navigateBack({ delta: stack.length - 1 - below });
  else void Taro.redirectTo({ url: address(route, parameters) });
}

/** WeChat names routes without the first slash, and keeps parameters as they stand in the address. */
function shows(page: Taro.Page, route: Route, parameters: object = {}): boolean {
  const options = page.options as Readonly<Record<string, unknown>> | undefined;
  return `/${page.route ?? ''}`.endsWith(route) && Object.entries(parameters).every(([name, value]) => [value, encodeURIComponent(String(value))].includes(options?.[name]));
}

/**
 * On H5, lets the address name what the page has become, so that loading it again finds the same thing. The page
 * stays as it is.
 */
export function settleAddress<R extends Route>(route: R, parameters: Routes[R]): void {
  if (isH5) window.history.replaceState(window.history.state, '', `#${address(route, parameters)}`);
}

/** Back, or home when a share card opened this page and nothing lies behind it. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else open('/pages/home/index');
}
