import { canvasNode } from './canvas';
import { ApiFailure, acceptingApis, asyncApi, type ApiTable, type WxHost } from './api';
import { allNodes } from '../tree';
import { asRecord } from '../values';
import type { ViewNode } from '../view-engine';

/** Things only a person sees or does: they succeed and are recorded. */
const ACCEPTED = [
  'showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle', 'setNavigationBarColor',
  'showNavigationBarLoading', 'hideNavigationBarLoading', 'hideHomeButton', 'setBackgroundColor',
  'setBackgroundTextStyle', 'setTabBarBadge', 'removeTabBarBadge', 'showTabBarRedDot', 'hideTabBarRedDot',
  'showTabBar', 'hideTabBar', 'setTabBarStyle', 'setTabBarItem', 'stopPullDownRefresh', 'pageScrollTo',
  'showShareMenu', 'hideShareMenu', 'updateShareMenu', 'vibrateShort', 'vibrateLong', 'setClipboardData',
  'makePhoneCall', 'openLocation', 'previewImage', 'openDocument', 'hideKeyboard', 'loadFontFace',
  'setKeepScreenOn', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'navigateToMiniProgram',
  'exitMiniProgram', 'saveImageToPhotosAlbum', 'setPageStyle', 'setVisualEffectOnCapture', 'addPhoneContact',
  'requirePrivacyAuthorize', 'openPrivacyContract', 'openSetting', 'openCustomerServiceChat', 'shareFileMessage',
];

export interface Gestures {
  /** True while the handlers of a tap run; WeChat asks this before it shows certain dialogs. */
  isInsideTap(): boolean;
  runAsTap(run: () => void): void;
}

export function interfaceApis(host: WxHost, gestures: Gestures): ApiTable {
  return {
    ...acceptingApis(host, ACCEPTED),
    // The person agrees unless the test answers otherwise.
    showModal: asyncApi(host, 'showModal', () => ({ confirm: true, cancel: false, content: null })),
    showActionSheet: asyncApi(host, 'showActionSheet', () => {
      throw new ApiFailure('cancel');
    }),
    login: asyncApi(host, 'login', () => ({ code: 'login-code' })),
    checkSession: asyncApi(host, 'checkSession'),
    getSetting: asyncApi(host, 'getSetting', () => ({ authSetting: {} })),
    getPrivacySetting: asyncApi(host, 'getPrivacySetting', () => ({ needAuthorization: false })),
    getClipboardData: asyncApi(host, 'getClipboardData', () => ({ data: '' })),
    requestSubscribeMessage: subscribeApi(host, gestures),
  };
}

/** Asked outside a tap, or for too many templates at once, WeChat refuses without showing anything. */
function subscribeApi(host: WxHost, gestures: Gestures): (options?: Record<string, unknown>) => unknown {
  return (options = {}) => {
    const isTap = gestures.isInsideTap();
    const ask = asyncApi(host, 'requestSubscribeMessage', ({ tmplIds }) => {
      const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : [];
      return Object.fromEntries(ids.map((id) => [id, 'accept']));
    });
    const refuse = (reason: string, errCode: number) => {
      host.problems.add('platform rule', `requestSubscribeMessage: ${reason}`);
      const failing = { ...host, answers: new Map() };
      return asyncApi(failing, 'requestSubscribeMessage', () => {
        throw new ApiFailure(reason, { errCode });
      })(options);
    };
    if (!isTap) return refuse('can only be invoked by user TAP gesture.', 20000);
    if (Array.isArray(options.tmplIds) && options.tmplIds.length > 5) return refuse('Templates count out of max bounds', 20003);
    return ask(options);
  };
}

type Selected = (node: ViewNode) => unknown;

/**
 * `createSelectorQuery` finds nodes by `#id` or `.class` but has no layout: every rectangle is empty at the origin.
 * A missing node is `null`, as in WeChat. Of a canvas, `fields` gives the node to draw on.
 */
export function selectorQuery(host: WxHost, tree: () => ViewNode | null): unknown {
  const jobs: { read: () => unknown; callback: ((result: unknown) => void) | undefined }[] = [];
  const rectangle = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
  const readers: Record<string, Selected> = {
    boundingClientRect: ({ id, dataset }) => ({ id, dataset, ...rectangle }),
    scrollOffset: ({ id, dataset }) => ({ id, dataset, scrollLeft: 0, scrollTop: 0 }),
    fields: ({ id, dataset, tag }) => ({ id, dataset, ...rectangle, ...(tag === 'canvas' ? { node: true } : {}) }),
  };
  const select = (read: (reader: Selected) => unknown) =>
    Object.fromEntries(
      Object.entries(readers).map(([name, reader]) => [
        name,
        (first?: unknown, second?: unknown) => {
          const callback = [first, second].find((value) => typeof value === 'function');
          jobs.push({ read: () => read(reader), callback: callback as ((result: unknown) => void) | undefined });
          return query;
        },
      ]),
    );
  const matching = (selector: string): ViewNode[] => allNodes(tree()).filter((node) => matches(node, selector));
  const query = {
    in: () => query,
    select: (selector: string) => select((reader) => matching(selector).map(reader)[0] ?? null),
    selectAll: (selector: string) => select((reader) => matching(selector).map(reader)),
    selectViewport: () => select((reader) => reader({ id: '', dataset: {} } as ViewNode)),
    exec: (done?: (results: unknown) => void) => {
      host.clock.setTimeout(() => {
        const results = jobs.map(({ read }) => withCanvas(host.realm.adopt(read())));
        jobs.forEach(({ callback }, index) => callback?.(results[index]));
        done?.(host.realm.array(results));
      });
      return query;
    },
  };
  return query;
}

/** Functions do not cross into the app's world, so a canvas is put in its place afterwards. */
function withCanvas(result: unknown): unknown {
  return asRecord(result).node === true ? Object.assign(result as object, { node: canvasNode() }) : result;
}

function matches(node: ViewNode, selector: string): boolean {
  const last = selector.trim().split(/\s+|>>>/).at(-1) ?? '';
  if (last.startsWith('#')) return node.id === last.slice(1);
  if (last.startsWith('.')) return node.className.split(/\s+/).includes(last.slice(1));
  return node.tag === last;
}
