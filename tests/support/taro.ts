import { useEffect } from 'react';
import type { ActionName, Input, Output } from '../../src/contract/actions';
import type { ErrorCode, FieldErrors, Reply } from '../../src/contract/errors';

// Read by src/platform/environment.ts when it loads, so a test imports this file first.
process.env.TARO_ENV = 'h5';

interface Sent {
  readonly action: string;
  readonly input: unknown;
  readonly key: string | null;
}

type Answer = (input: never) => Reply<unknown> | Promise<Reply<unknown>>;
type Moment = 'didShow' | 'pullDownRefresh' | 'reachBottom';

const storage = new Map<string, unknown>();
const answers = new Map<string, Answer>();
const listeners: Record<Moment, Set<() => void>> = { didShow: new Set(), pullDownRefresh: new Set(), reachBottom: new Set() };

export const ok = <Data>(data: Data): Reply<Data> => ({ ok: true, data });

export const refused = (code: ErrorCode, message: string, fields?: FieldErrors): Reply<never> => ({
  ok: false,
  error: { code, message, ...(fields && { fields }) },
});

/** The world around the page under test: how the backend answers, where the page was sent, what was sent. */
export const stage = {
  params: {} as Record<string, string>,
  sent: [] as Sent[],
  /** Every page opened, as its address; `back` for the way back. */
  opened: [] as string[],
  said: [] as string[],
  phoned: [] as string[],
  reset: (): void => {
    stage.params = {};
    for (const list of [stage.sent, stage.opened, stage.said, stage.phoned]) list.length = 0;
    storage.clear();
    answers.clear();
  },
  /** Answers an action from now on; an action nobody answers fails as a network does. */
  answer<Name extends ActionName>(action: Name, answer: (input: Input<Name>) => Reply<Output<Name>> | Promise<Reply<Output<Name>>>) {
    answers.set(action, answer);
  },
  goOffline(action: ActionName) {
    answers.delete(action);
  },
  sentTo: (action: ActionName): Sent[] => stage.sent.filter((call) => call.action === action),
  /** The page is shown again, pulled down or read to its end. */
  happen(moment: Moment) {
    for (const listener of listeners[moment]) listener();
  },
};

const on = (moment: Moment) => (listener: () => void) => {
  useEffect(() => {
    listeners[moment].add(listener);
    return () => void listeners[moment].delete(listener);
  });
};

export const useDidShow = on('didShow');
export const usePullDownRefresh = on('pullDownRefresh');
export const useReachBottom = on('reachBottom');
export const useShareAppMessage = () => undefined;
export const useShareTimeline = () => undefined;
export const useRouter = () => ({ params: stage.params, path: '' });
export const stopPullDownRefresh = () => undefined;
export const pageScrollTo = () => Promise.resolve();
export const nextTick = (then: () => void) => void setTimeout(then, 0);
export const setNavigationBarTitle = () => Promise.resolve();
export const getCurrentPages = () => [{}, {}];
export const showModal = () => Promise.resolve({ confirm: true });
export const setClipboardData = () => Promise.resolve();
export const login = () => Promise.resolve({ code: 'code' });

const note = (list: string[], what: string) => {
  list.push(what);
  return Promise.resolve();
};

export const makePhoneCall = ({ phoneNumber }: { phoneNumber: string }) => note(stage.phoned, phoneNumber);
export const showToast = ({ title }: { title: string }) => note(stage.said, title);

const visit = ({ url }: { url: string }) => note(stage.opened, url);
export const navigateTo = visit;
export const redirectTo = visit;
export const switchTab = visit;
export const navigateBack = () => note(stage.opened, 'back');

export const getStorageSync = (key: string) => storage.get(key) ?? '';
export const setStorageSync = (key: string, value: unknown) => void storage.set(key, value);
export const removeStorageSync = (key: string) => void storage.delete(key);

export async function request({ url, data, header }: { url: string; data: string; header: Record<string, string> }) {
  const action = url.slice(url.lastIndexOf('/') + 1);
  const input: unknown = JSON.parse(data);
  stage.sent.push({ action, input, key: header['Idempotency-Key'] ?? null });
  const answer = answers.get(action);
  if (!answer) throw new Error('request:fail');
  return { data: await answer(input as never) };
}

export default {
  request,
  getStorageSync,
  setStorageSync,
  removeStorageSync,
  navigateTo,
  redirectTo,
  switchTab,
  navigateBack,
  getCurrentPages,
  showToast,
  showModal,
  setClipboardData,
  login,
  makePhoneCall,
  pageScrollTo,
  setNavigationBarTitle,
  stopPullDownRefresh,
};
