import type { FieldErrors } from '../../../contract/errors';
import type { ManuscriptContent } from '../../../contract/newsroom/content';
import type { ManuscriptView, SavedManuscript } from '../../../contract/newsroom/manuscript';
import { call, type CallError } from '../../../platform/call';
import { onNetworkReturn, retryAfterMs } from '../../../platform/network';
import { dropKept, keep, readKept } from './kept';
import { mistakesFrom, mistakesIn } from './mistakes';

/**
 * How what was typed stands.
 *
 * - `failed`: not carried; sent again by itself, and kept on the device until then.
 * - `refused`: the server does not take it as it is; sent again after the next change.
 * - `conflict`: somebody else has saved since; nothing is sent until the person decides.
 */
export type SaveState =
  | { readonly kind: 'saved'; /** Null when nothing was saved since the page opened. */ readonly at: string | null }
  | { readonly kind: 'waiting' | 'saving' }
  | { readonly kind: 'failed'; readonly error: CallError; /** The device keeps it meanwhile. */ readonly isKept: boolean }
  | { readonly kind: 'refused'; readonly error: CallError | null; readonly fields: FieldErrors }
  | { readonly kind: 'conflict'; readonly theirs: ManuscriptView };

export interface Written {
  readonly content: ManuscriptContent;
  readonly revision: number;
  readonly save: SaveState;
  /** Grows when the content was replaced by another than what was typed: fields start anew. */
  readonly replaced: number;
  /** It was found on this device, from an earlier time. */
  readonly restored: boolean;
}

export interface Saver {
  readonly read: () => Written;
  /** Returns its own clean-up. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (part: Partial<ManuscriptContent>) => void;
  /** Saves at once; the revision that has everything that was typed, or null when the server does not have it. */
  readonly flush: () => Promise<number | null>;
  /** Goes on from what the server has now; its content takes the place of this one when it is another. */
  readonly adopt: (view: ManuscriptView) => void;
  /** In a conflict: one's own text becomes a new version over theirs, which stays a version. */
  readonly putOver: () => Promise<number | null>;
  /** Starts listening, and sends what was found on the device. Returns its own clean-up, which sends what is not sent yet. */
  readonly start: () => () => void;
}

export const SAVE_AFTER_MS = 1500;

const PASSING: readonly CallError['code'][] = ['offline', 'unavailable', 'internal'];

const isSame = (one: ManuscriptContent, other: ManuscriptContent): boolean => JSON.stringify(one) === JSON.stringify(other);

/** One manuscript while it is being written: what was typed is on the device at once, and on the server soon. */
export function openSaver(view: ManuscriptView, onSaved: (saved: SavedManuscript) => void): Saver {
  const { id } = view;
  const kept = readKept(id);
  const isRestored = kept !== null && !isSame(kept.content, view.content);
  let unanswered = isRestored ? kept.unanswered : null;
  let written: Written = {
    content: isRestored ? kept.content : view.content,
    revision: isRestored ? kept.revision : view.revision,
    save: isRestored ? { kind: 'waiting' } : { kind: 'saved', at: null },
    replaced: 0,
    restored: isRestored,
  };
  if (!isRestored) dropKept(id);

  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<void> | null = null;
  let failures = 0;

  const show = (part: Partial<Written>) => {
    written = { ...written, ...part };
    for (const listener of listeners) listener();
  };
  const keepAll = (): boolean => keep(id, { revision: written.revision, content: written.content, unanswered });
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void work(), ms);
  };

  /** Sends one content; true when there is nothing more to do for now. */
  const send = async (): Promise<boolean> => {
    const content = unanswered ?? written.content;
    const fields = mistakesIn(content);
    if (Object.keys(fields).length > 0) {
      show({ save: { kind: 'refused', error: null, fields } });
      return true;
    }
    unanswered = content;
    keepAll();
    show({ save: { kind: 'saving' } });
    const result = await call('manuscript.save', { id, revision: written.revision, content });
    if (!result.ok) return refusedWith(result.error);
    failures = 0;
    unanswered = null;
    const isAll = written.content === content;
    if (isAll) dropKept(id);
    show({ revision: result.data.revision, save: isAll ? { kind: 'saved', at: result.data.savedAt } : { kind: 'waiting' } });
    if (!isAll) keepAll();
    onSaved(result.data);
    return isAll;
  };

  const refusedWith = async (error: CallError): Promise<boolean> => {
    if (PASSING.includes(error.code)) {
      failures += 1;
      show({ save: { kind: 'failed', error, isKept: keepAll() } });
      later(retryAfterMs(failures));
      return true;
    }
    unanswered = null;
    keepAll();
    if (error.code !== 'conflict') {
      show({ save: { kind: 'refused', error: error.fields === undefined ? error : null, fields: mistakesFrom(error.fields) } });
      return true;
    }
    const now = await call('manuscript.get', { id });
    if (now.ok) show({ save: { kind: 'conflict', theirs: now.data } });
    else return refusedWith(now.error);
    return true;
  };

  const sendAll = async () => {
    while (!(await send()));
  };

  function work(): Promise<void> {
    clearTimeout(timer);
    if (written.save.kind === 'conflict' || (written.save.kind === 'saved' && unanswered === null)) return Promise.resolve();
    working ??= sendAll().finally(() => {
      working = null;
    });
    return working;
  }

  const flush = async (): Promise<number | null> => {
    await work();
    return written.save.kind === 'saved' ? written.revision : null;
  };

  return {
    read: () => written,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (part) => {
      const { save } = written;
      show({ content: { ...written.content, ...part }, save: ['conflict', 'saving'].includes(save.kind) ? save : { kind: 'waiting' } });
      keepAll();
      later(SAVE_AFTER_MS);
    },
    flush,
    adopt: (now) => {
      const isOther = !isSame(now.content, written.content);
      unanswered = null;
      dropKept(id);
      show({ content: now.content, revision: now.revision, save: { kind: 'saved', at: null }, replaced: written.replaced + (isOther ? 1 : 0), restored: false });
    },
    putOver: () => {
      if (written.save.kind === 'conflict') show({ revision: written.save.theirs.revision, save: { kind: 'waiting' } });
      return flush();
    },
    start: () => {
      const stopListening = onNetworkReturn(() => void work());
      if (written.save.kind === 'waiting') void work();
      return () => {
        stopListening();
        void work().finally(() => {
          clearTimeout(timer);
        });
      };
    },
  };
}
