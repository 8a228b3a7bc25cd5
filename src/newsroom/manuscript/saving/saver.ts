import type { FieldErrors } from '../../../contract/errors';
import type { ManuscriptContent } from '../../../contract/newsroom/content';
import type { ManuscriptView } from '../../../contract/newsroom/manuscript';
import { call, type CallError, type CallResult } from '../../../platform/call';
import { onNetworkReturn, retryAfterMs } from '../../../platform/network';
import { dropKept, keep, readKept, type Kept } from './kept';
import { mistakesFrom, mistakesIn } from './mistakes';
import { isSame } from './same';

/**
 * How what was typed stands.
 *
 * - `failed`: not carried; sent again by itself, and kept on the device until then.
 * - `refused`: the server does not take it as it is; sent again after the next change.
 * - `conflict`: the manuscript has moved on meanwhile; nothing is sent until the person decides.
 */
export type SaveState =
  | { readonly kind: 'saved'; /** Null when nothing was saved since the page opened. */ readonly at: string | null }
  | { readonly kind: 'waiting' | 'saving' }
  | { readonly kind: 'failed'; readonly error: CallError; /** The device keeps it meanwhile. */ readonly isKept: boolean }
  | { readonly kind: 'refused'; readonly error: CallError | null; readonly fields: FieldErrors }
  | Conflicting;

export interface Conflicting {
  readonly kind: 'conflict';
  readonly theirs: ManuscriptView;
  /** Nobody has written: its state is another, and a save would take that back. */
  readonly sameText: boolean;
}

export interface Written {
  readonly content: ManuscriptContent;
  /** As the server last described it; what was saved and typed since is further. */
  readonly view: ManuscriptView;
  /** What the server is known to have. */
  readonly known: Kept['known'];
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
  /** Saves at once. */
  readonly flush: () => Promise<void>;
  /** Asks what the server has now. */
  readonly refresh: () => Promise<void>;
  /**
   * Takes a step from exactly what was typed until now, and goes on from what it answers. What is typed meanwhile waits for it.
   *
   * @returns null when what was typed could not be saved, so nothing was done
   */
  readonly step: (take: (revision: number) => Promise<CallResult<ManuscriptView>>) => Promise<CallResult<ManuscriptView> | null>;
  /** In a conflict: one's own text becomes a new version over theirs, which stays a version. */
  readonly putOver: () => Promise<void>;
  /** In a conflict: goes on from theirs. */
  readonly takeTheirs: () => void;
  /** Starts listening, and sends what was found on the device. Returns its own clean-up, which sends what is not sent yet. */
  readonly start: () => () => void;
}

export const SAVE_AFTER_MS = 1500;

const PASSING: readonly CallError['code'][] = ['offline', 'unavailable', 'internal'];

const knownOf = ({ revision, state, content }: ManuscriptView): Kept['known'] => ({ revision, state, content });

/** One manuscript while it is being written: what was typed is on the device at once, and on the server soon. */
export function openSaver(view: ManuscriptView): Saver {
  const { id } = view;
  const found = readKept(id);
  const kept = found === null || isSame(found.content, view.content) ? null : found;
  if (kept === null) dropKept(id);
  let unanswered = kept?.unanswered ?? null;
  let asNewVersion = kept?.asNewVersion ?? false;
  let written: Written = {
    content: kept?.content ?? view.content,
    view,
    known: kept?.known ?? knownOf(view),
    save: kept === null ? { kind: 'saved', at: null } : { kind: 'waiting' },
    replaced: 0,
    restored: kept !== null,
  };

  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let failures = 0;

  const show = (part: Partial<Written>) => {
    written = { ...written, ...part };
    for (const listener of listeners) listener();
  };
  const keepAll = (): boolean => keep(id, { content: written.content, known: written.known, unanswered, asNewVersion });
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  /** One call after another, so that each carries the revision that the one before it has left. */
  const inTurn = <Done>(job: () => Promise<Done>): Promise<Done> => {
    const done = last.then(job);
    last = done.catch(() => undefined);
    return done;
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
    const result = await call('manuscript.save', { id, revision: written.known.revision, content, ...(asNewVersion && { asNewVersion }) });
    if (!result.ok) return refusedWith(result.error);
    const { revision, state, savedAt } = result.data;
    // The first save after a review or a publication begins a new round; what may be done follows from that.
    const { view: described, known } = written;
    const beginsAnew = state !== known.state || state !== described.state || described.public?.current === true;
    failures = 0;
    unanswered = null;
    asNewVersion = false;
    const isAll = written.content === content;
    show({ known: { revision, state, content }, save: isAll ? { kind: 'saved', at: savedAt } : { kind: 'waiting' } });
    if (isAll) dropKept(id);
    else keepAll();
    if (beginsAnew) void refresh();
    return isAll;
  };

  const failedWith = (error: CallError): true => {
    failures += 1;
    show({ save: { kind: 'failed', error, isKept: keepAll() } });
    later(retryAfterMs(failures));
    return true;
  };

  const refusedWith = async (error: CallError): Promise<boolean> => {
    if (PASSING.includes(error.code)) return failedWith(error);
    unanswered = null;
    keepAll();
    if (error.code !== 'conflict') {
      show({ save: { kind: 'refused', error: error.fields === undefined ? error : null, fields: mistakesFrom(error.fields) } });
      return true;
    }
    const now = await call('manuscript.get', { id });
    if (!now.ok) return refusedWith(now.error);
    // Nothing there has moved on: sent again at once, it would be refused again.
    if (now.data.revision === written.known.revision) return failedWith(error);
    meet(now.data);
    return written.save.kind !== 'waiting';
  };

  /** What the server has now, beside what was typed and is not there yet. */
  const meet = (now: ManuscriptView) => {
    const { content, known, save } = written;
    if (save.kind === 'saved' || isSame(now.content, content)) {
      goOnFrom(now);
      return;
    }
    const sameText = isSame(now.content, known.content) || (unanswered !== null && isSame(now.content, unanswered));
    // Something around the text has changed, and a save does to it what it would have done before.
    if (sameText && (now.state === known.state || now.state === 'draft')) {
      show({ view: now, known: knownOf(now), save: { kind: 'waiting' } });
      keepAll();
      later(SAVE_AFTER_MS);
    } else show({ save: { kind: 'conflict', theirs: now, sameText } });
  };

  /** Its content takes the place of this one when it is another. */
  const goOnFrom = (now: ManuscriptView) => {
    const { content, replaced, save } = written;
    const isOther = !isSame(now.content, content);
    clearTimeout(timer);
    unanswered = null;
    asNewVersion = false;
    dropKept(id);
    show({
      ...{ view: now, known: knownOf(now), restored: false },
      ...(isOther && { content: now.content, replaced: replaced + 1 }),
      save: save.kind === 'saved' && !isOther ? save : { kind: 'saved', at: null },
    });
  };

  /** An answer that a save has overtaken says nothing. */
  const meetIfNew = (now: ManuscriptView) => {
    if (now.revision >= written.known.revision) meet(now);
  };

  const ask = async () => {
    const now = await call('manuscript.get', { id });
    if (now.ok) meetIfNew(now.data);
  };
  const refresh = () => inTurn(ask);

  const sendAll = async () => {
    clearTimeout(timer);
    while (written.save.kind !== 'saved' && written.save.kind !== 'conflict') if (await send()) return;
  };
  const flush = () => inTurn(sendAll);

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
    refresh,
    step: (take) =>
      inTurn(async () => {
        await sendAll();
        if (written.save.kind !== 'saved') return null;
        const result = await take(written.known.revision);
        if (result.ok) meetIfNew(result.data);
        else if (result.error.code === 'conflict') await ask();
        return result;
      }),
    putOver: async () => {
      if (written.save.kind !== 'conflict') return;
      const { theirs, sameText } = written.save;
      asNewVersion = !sameText;
      show({ known: knownOf(theirs), save: { kind: 'waiting' } });
      keepAll();
      await flush();
    },
    takeTheirs: () => {
      if (written.save.kind === 'conflict') goOnFrom(written.save.theirs);
    },
    start: () => {
      const stopListening = onNetworkReturn(() => void flush());
      if (written.save.kind === 'waiting') void flush();
      return () => {
        stopListening();
        void flush().finally(() => {
          clearTimeout(timer);
        });
      };
    },
  };
}
