import type { Input } from '../../contract/actions';
import type { RequestView } from '../../contract/request/request';
import { call, type CallError, type CallResult } from '../call';
import { onNetworkReturn, retryAfterMs } from '../network';
import { notify } from '../notify';
import { dropPersonal, kept, PERSONAL_PREFIX, read, remove, write } from '../storage';
import { dropDraft } from './draft';
import { isRecord } from './filling';

/** A request as it was decided to be sent. It does not change any more, so that its key stands for one request. */
export type Filing = {
  readonly key: string;
  /** The kind's title. */
  readonly title: string;
} & ({ readonly action: 'request.submit'; readonly input: Input<'request.submit'> } | { readonly action: 'request.complete'; readonly input: Input<'request.complete'> });

/**
 * How a filing stands.
 *
 * - `idle`: there is none.
 * - `waiting`: the network did not carry it; it is tried again by itself.
 * - `filed`: the server has it.
 * - `refused`: the server does not take it, and says why.
 */
export type FilingState =
  | { readonly status: 'idle' | 'sending' | 'waiting' }
  | { readonly status: 'filed'; readonly request: RequestView }
  | { readonly status: 'refused'; readonly error: CallError };

export interface UnsentFiling {
  /** The kind's id for a new request, else the request's. */
  readonly slot: string;
  readonly title: string;
  readonly returned: boolean;
  readonly status: FilingState['status'];
}

interface Entry {
  readonly filing: Filing;
  readonly state: FilingState;
}

const PREFIX = `${PERSONAL_PREFIX}sent `;
const idle: FilingState = { status: 'idle' };

/** By the draft's slot; storage has the same, and outlives the app. */
const entries = new Map<string, Entry>();
const listeners = new Map<string, Set<() => void>>();
const listenersToAny = new Set<() => void>();
let retry: ReturnType<typeof setTimeout> | null = null;
let stopListening: (() => void) | null = null;
let failures = 0;
let unsent: readonly UnsentFiling[] = [];

export const filingState = (slot: string): FilingState => entries.get(slot)?.state ?? idle;

/** Returns its own clean-up. */
export function onFilingChange(slot: string, listener: () => void): () => void {
  const own = listeners.get(slot) ?? new Set();
  listeners.set(slot, own.add(listener));
  return () => void own.delete(listener);
}

/** What is still on this device alone. */
export const unsentFilings = (): readonly UnsentFiling[] => unsent;

/** Returns its own clean-up. */
export function onAnyFilingChange(listener: () => void): () => void {
  listenersToAny.add(listener);
  return () => void listenersToAny.delete(listener);
}

const isWatched = (slot: string): boolean => (listeners.get(slot)?.size ?? 0) > 0;

function tell(slot: string): void {
  unsent = [...entries].map(([at, { filing, state }]) => ({ slot: at, title: filing.title, returned: filing.action === 'request.complete', status: state.status }));
  for (const listener of listeners.get(slot) ?? []) listener();
  for (const listener of listenersToAny) listener();
}

function put(slot: string, entry: Entry): void {
  entries.set(slot, entry);
  tell(slot);
}

/** Takes a filing back, to change it; what is under way cannot be. */
export function takeBack(slot: string): void {
  if (filingState(slot).status === 'sending') return;
  entries.delete(slot);
  remove(PREFIX + slot);
  tell(slot);
}

const send = ({ action, input, key }: Filing): Promise<CallResult<RequestView>> =>
  action === 'request.submit' ? call(action, input, key) : call(action, input, key);

async function deliver(slot: string, { filing }: Entry): Promise<void> {
  const sending: Entry = { filing, state: { status: 'sending' } };
  put(slot, sending);
  const result = await send(filing);
  // Dropped meanwhile, with everything else of this person.
  if (entries.get(slot) !== sending) return;
  if (result.ok) {
    failures = 0;
    remove(PREFIX + slot);
    dropDraft(slot);
    put(slot, { filing, state: { status: 'filed', request: result.data } });
    if (!isWatched(slot)) settle(slot, `“${filing.title}”已提交，可以在“我的申请”里查看`);
  } else if (result.error.code === 'offline') {
    put(slot, { filing, state: { status: 'waiting' } });
    tryAgain();
  } else {
    write(PREFIX + slot, { filing, error: result.error });
    put(slot, { filing, state: { status: 'refused', error: result.error } });
    if (!isWatched(slot)) notify(`“${filing.title}”没有提交成功，请到“我的申请”里查看`);
  }
}

/** The page has shown the outcome, or there was no page and a short notice does. */
export function settle(slot: string, words?: string): void {
  entries.delete(slot);
  tell(slot);
  if (words !== undefined) notify(words);
}

function sendWaiting(): void {
  if (retry !== null) clearTimeout(retry);
  retry = null;
  for (const [slot, entry] of entries) if (entry.state.status === 'waiting') void deliver(slot, entry);
}

function tryAgain(): void {
  stopListening ??= onNetworkReturn(sendWaiting);
  if (retry !== null) return;
  failures += 1;
  retry = setTimeout(sendWaiting, retryAfterMs(failures));
}

/** Sends a request, now or as soon as the network carries it, with one effect however often that takes. */
export function fileRequest(slot: string, filing: Filing): void {
  if (filingState(slot).status === 'sending') return;
  write(PREFIX + slot, { filing, error: null });
  void deliver(slot, { filing, state: idle });
}

interface Kept {
  readonly filing: Filing;
  readonly error: CallError | null;
}

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  isRecord(value.filing) &&
  typeof value.filing.key === 'string' &&
  typeof value.filing.title === 'string' &&
  (value.filing.action === 'request.submit' || value.filing.action === 'request.complete') &&
  isRecord(value.filing.input) &&
  (value.error === null || (isRecord(value.error) && typeof value.error.code === 'string' && typeof value.error.message === 'string'));

/** Goes on with what was not sent when the app was closed. */
export function resumeFilings(): void {
  for (const name of kept()) {
    if (!name.startsWith(PREFIX)) continue;
    const found = read(name, isKept);
    if (found === null) remove(name);
    else put(name.slice(PREFIX.length), { filing: found.filing, state: found.error === null ? { status: 'waiting' } : { status: 'refused', error: found.error } });
  }
  sendWaiting();
}

/** Drops all that this device keeps of the person who used it, what waits to be sent too. */
export function forgetPerson(): void {
  for (const slot of [...entries.keys()]) settle(slot);
  dropPersonal();
}
