import { act, useEffect } from 'react';
import type { ActionName, Input, Output } from '../../../src/contract/actions';
import type { ErrorCode, FieldErrors, Reply } from '../../../src/contract/errors';

// Read by src/platform/environment.ts when it loads, so a test imports this file first.
process.env.TARO_ENV = 'h5';

interface Sent {
  readonly action: string;
  readonly input: unknown;
  readonly key: string | null;
  /** The session's token; null for a caller without one. */
  readonly token: string | null;
}

type Answer = (input: never) => Reply<unknown> | Promise<Reply<unknown>>;
type Moment = 'didShow' | 'didHide' | 'pullDownRefresh' | 'reachBottom' | 'pageScroll';
type Card = () => { readonly title: string; readonly path?: string };

const answers = new Map<string, Answer>();
let card: Card | null = null;
const listeners: Record<Moment, Set<() => void>> = {
  didShow: new Set(),
  didHide: new Set(),
  pullDownRefresh: new Set(),
  reachBottom: new Set(),
  pageScroll: new Set(),
};

export const ok = <Data>(data: Data): Reply<Data> => ({ ok: true, data });

export const refused = (code: ErrorCode, message: string, fields?: FieldErrors): Reply<never> => ({
  ok: false,
  error: { code, message, ...(fields && { fields }) },
});

/** Lets everything under way come to its end, to say that something did not happen. */
export const settled = (): Promise<void> => act(() => new Promise<void>((done) => setTimeout(done)));

interface Uploading {
  readonly url: string;
  readonly name: string;
  readonly key: string | null;
  readonly token: string | null;
}

type UploadAnswer = (upload: Uploading) => Reply<unknown> | Promise<Reply<unknown>>;

let answerUpload: UploadAnswer | null = null;

/** The world around the page under test: how the backend answers, where the page was sent, what was sent. */
export const stage = {
  params: {} as Record<string, string>,
  sent: [] as Sent[],
  uploads: [] as Uploading[],
  /** Every page opened, as its address; `back` for the way back. */
  opened: [] as string[],
  said: [] as string[],
  phoned: [] as string[],
  copied: [] as string[],
  /** The titles of the questions asked in a dialog, and what the person answers. */
  asked: [] as string[],
  /** What these questions say below their titles. */
  explained: [] as string[],
  saysYes: true,
  scrolledTo: [] as string[],
  /** The pictures opened large. */
  previewed: [] as string[],
  /** The window is as wide as a desktop's. */
  wide: false,
  /** The templates of each time WeChat asked which messages it may send. */
  subscriptionsAsked: [] as string[][],
  /** What the person answers by template; `null` when WeChat refuses to ask. */
  subscriptionAnswers: {} as Readonly<Record<string, string>> | null,
  /** How many pages lie on one another, the one shown included. */
  pageCount: 2,
  /** Which pages lie below the one shown, the lowest first, where it matters. */
  below: [] as { route: string; options?: Record<string, string> }[],
  /** Storage that is switched off throws at every touch. */
  storageBroken: false,
  /** The list was pulled down and still shows that it refreshes. */
  refreshing: false,
  reset: (): void => {
    const { params, pageCount, below, saysYes, storageBroken, refreshing, subscriptionAnswers, wide } = untouched;
    Object.assign(stage, { params, pageCount, below, saysYes, storageBroken, refreshing, subscriptionAnswers, wide });
    answerUpload = null;
    for (const list of [stage.sent, stage.uploads, stage.opened, stage.said, stage.phoned, stage.copied, stage.asked, stage.explained, stage.scrolledTo, stage.previewed, stage.subscriptionsAsked]) list.length = 0;
    localStorage.clear();
    answers.clear();
  },
  /** Answers an action from now on; an action nobody answers fails as a network does. */
  answer<Name extends ActionName>(action: Name, answer: (input: Input<Name>) => Reply<Output<Name>> | Promise<Reply<Output<Name>>>) {
    answers.set(action, answer);
  },
  /** Something between us and the backend answers instead of it. */
  intercept(action: ActionName, body: unknown) {
    answers.set(action, () => body as Reply<unknown>);
  },
  /** Answers uploads from now on; with null they fail as a network does. */
  answerUploads(answer: UploadAnswer | null) {
    answerUpload = answer;
  },
  goOffline(action: ActionName) {
    answers.delete(action);
  },
  sentTo: (action: ActionName): Sent[] => stage.sent.filter((call) => call.action === action),
  /** The page is shown again, pulled down, scrolled or read to its end. */
  happen(moment: Moment) {
    stage.refreshing ||= moment === 'pullDownRefresh';
    for (const listener of listeners[moment]) listener();
  },
  /** What a share card of the page would carry. */
  shared: () => card?.() ?? null,
};

const untouched = { ...stage };

// jsdom lays nothing out, so it lacks what asks for the layout.
Object.assign(window, { matchMedia: () => ({ matches: stage.wide, addEventListener: () => undefined, removeEventListener: () => undefined }) });
Element.prototype.scrollIntoView = function scrollIntoView() {
  stage.scrolledTo.push(`#${this.id}`);
};

const on = (moment: Moment) => (listener: () => void) => {
  useEffect(() => {
    listeners[moment].add(listener);
    return () => void listeners[moment].delete(listener);
  });
};

export const useDidShow = on('didShow');
export const useDidHide = on('didHide');
export const usePullDownRefresh = on('pullDownRefresh');
export const useReachBottom = on('reachBottom');
export const usePageScroll = on('pageScroll');
export const useShareAppMessage = (draw: Card) => {
  useEffect(() => {
    card = draw;
    return () => {
      card = null;
    };
  });
};
export const useShareTimeline = () => undefined;
export const useRouter = () => ({ params: stage.params, path: '' });
export const stopPullDownRefresh = () => {
  stage.refreshing = false;
};
export const nextTick = (then: () => void) => void setTimeout(then, 0);
export const setNavigationBarTitle = () => Promise.resolve();
export const getCurrentPages = () => (stage.below.length === 0 ? Array.from({ length: stage.pageCount }, () => ({})) : [...stage.below, {}]);
export const login = () => Promise.resolve({ code: 'code' });

const note = (list: string[], what: string) => {
  list.push(what);
  return Promise.resolve();
};

export const pageScrollTo = ({ selector }: { selector?: string }) => note(stage.scrolledTo, selector ?? 'top');
export const previewImage = ({ current = '' }: { current?: string }) => note(stage.previewed, current);
export const setClipboardData = ({ data }: { data: string }) => note(stage.copied, data);
export const showModal = ({ title, content, confirmText, cancelText }: { title: string; content: string; confirmText: string; cancelText: string }) =>
  // Longer words fail on a phone as they do on H5.
  [confirmText, cancelText].some(({ length }) => length > 4)
    ? Promise.reject(new Error('showModal:fail a button has at most four characters'))
    : Promise.all([note(stage.asked, title), note(stage.explained, content)]).then(() => ({ confirm: stage.saysYes }));
export const makePhoneCall = ({ phoneNumber }: { phoneNumber: string }) => note(stage.phoned, phoneNumber);
export const showToast = ({ title }: { title: string }) => note(stage.said, title);

export const requestSubscribeMessage = ({ tmplIds }: { tmplIds: string[] }) => {
  stage.subscriptionsAsked.push(tmplIds);
  return stage.subscriptionAnswers === null ? Promise.reject(new Error('requestSubscribeMessage:fail')) : Promise.resolve(stage.subscriptionAnswers);
};

const visit = ({ url }: { url: string }) => note(stage.opened, url);
export const navigateTo = visit;
export const redirectTo = visit;
export const switchTab = visit;
export const navigateBack = ({ delta = 1 } = {}) => note(stage.opened, delta === 1 ? 'back' : `back ${delta}`);

/** As on H5: JSON in the browser's own storage, so that it survives a new start of the modules. */
function kept(): Storage {
  if (stage.storageBroken) throw new Error('Storage is switched off.');
  return localStorage;
}

export const getStorageSync = (key: string): unknown => JSON.parse(kept().getItem(key) ?? '""');
export const setStorageSync = (key: string, value: unknown) => {
  kept().setItem(key, JSON.stringify(value));
};
export const removeStorageSync = (key: string) => {
  kept().removeItem(key);
};
export const getStorageInfoSync = () => ({ keys: Object.keys(kept()) });

export async function request({ url, data, header }: { url: string; data: string; header: Record<string, string> }) {
  const action = url.slice(url.lastIndexOf('/') + 1);
  const input: unknown = JSON.parse(data);
  stage.sent.push({ action, input, key: header['Idempotency-Key'] ?? null, token: header.Authorization?.replace('Bearer ', '') ?? null });
  const answer = answers.get(action);
  if (!answer) throw new Error('request:fail');
  return { data: await answer(input as never) };
}

export function uploadFile({ url, fileName, header }: { url: string; fileName: string; header: Record<string, string> }) {
  const upload = { url, name: fileName, key: header['Idempotency-Key'] ?? null, token: header.Authorization?.replace('Bearer ', '') ?? null };
  stage.uploads.push(upload);
  const answered = answerUpload ? Promise.resolve(answerUpload(upload)).then((reply) => ({ data: JSON.stringify(reply) })) : Promise.reject(new Error('uploadFile:fail'));
  return Object.assign(answered, {
    progress: (told: (done: { progress: number }) => void) => {
      told({ progress: 47 });
    },
  });
}

export default {
  request,
  uploadFile,
  getStorageSync,
  setStorageSync,
  removeStorageSync,
  getStorageInfoSync,
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
  previewImage,
  requestSubscribeMessage,
  setNavigationBarTitle,
  stopPullDownRefresh,
};
