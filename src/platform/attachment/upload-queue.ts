import { attachmentTooLarge, MOST_ATTACHMENT_BYTES, type AttachmentView } from '../../contract/attachment';
import type { CallError } from '../call';
import { isH5 } from '../environment';
import { newIdempotencyKey } from '../idempotency-key';
import { onNetworkReturn } from '../network';
import { releaseFile, type ChosenFile } from './choose-files';
import { sendFile } from './send-file';

/** An uploaded file as a draft keeps it. */
export interface KeptFile {
  readonly attachment: AttachmentView;
  /** When it was uploaded, by this device's clock, in milliseconds. */
  readonly at: number;
}

/**
 * One file of the form.
 *
 * - `waiting`: comes after the others.
 * - `failed`: was not carried; is tried again with the network or a tap.
 * - `refused`: the server does not take it, and says why; sent again it would be refused again.
 */
export interface QueuedFile {
  readonly key: string;
  readonly name: string;
  readonly isPicture: boolean;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'refused';
  /** 0 to 100, in tens. */
  readonly percent: number;
  /** Why it failed or was refused. */
  readonly problem: string | null;
  /** While this page lives, where the file lies on the device. */
  readonly path: string | null;
  readonly kept: KeptFile | null;
}

export interface UploadQueue {
  readonly read: () => readonly QueuedFile[];
  /** Returns its own clean-up. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly add: (files: readonly ChosenFile[]) => void;
  readonly remove: (key: string) => void;
  readonly retry: (key: string) => void;
  /** The page goes away; nothing more is sent. */
  readonly leave: () => void;
}

const PASSING: readonly CallError['code'][] = ['offline', 'unavailable', 'internal'];

/** The files of one form on their way to the server: one after the other, each with a key of its own. */
export function openUploadQueue(kept: readonly KeptFile[]): UploadQueue {
  const listeners = new Set<() => void>();
  const chosen = new Map<string, ChosenFile>();
  let files: readonly QueuedFile[] = kept.map(queuedAgain);
  let sending = false;
  let left = false;

  const show = (next: readonly QueuedFile[]) => {
    files = next;
    for (const listener of listeners) listener();
  };
  const change = (key: string, part: Partial<QueuedFile>) => {
    show(files.map((file) => (file.key === key ? { ...file, ...part } : file)));
  };

  const send = async (key: string, file: ChosenFile) => {
    change(key, { state: 'sending', percent: 0, problem: null });
    const result = await sendFile(file, key, (progress) => {
      const percent = Math.floor(progress / 10) * 10;
      if (files.some((one) => one.key === key && one.percent !== percent)) change(key, { percent });
    });
    if (result.ok) change(key, { state: 'sent', kept: { attachment: result.data, at: Date.now() } });
    else change(key, { state: PASSING.includes(result.error.code) ? 'failed' : 'refused', problem: result.error.fields?.file ?? result.error.message });
  };

  const work = async () => {
    if (sending) return;
    sending = true;
    for (;;) {
      const next = files.find(({ state }) => state === 'waiting');
      const file = next && chosen.get(next.key);
      if (left || file === undefined) break;
      await send(next?.key ?? '', file);
    }
    sending = false;
  };

  const wait = (isMeant: (file: QueuedFile) => boolean) => {
    show(files.map((file) => (file.state === 'failed' && isMeant(file) ? { ...file, state: 'waiting', problem: null } : file)));
    void work();
  };
  const stopListening = onNetworkReturn(() => {
    wait(() => true);
  });

  return {
    read: () => files,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (more) => {
      const added = more.map((file): QueuedFile => {
        const key = newIdempotencyKey();
        chosen.set(key, file);
        return { ...queued(key, file), ...(isTooLarge(file) ? { state: 'refused', problem: attachmentTooLarge } : {}) };
      });
      show([...files, ...added]);
      void work();
    },
    remove: (key) => {
      const file = chosen.get(key);
      if (file !== undefined) releaseFile(file);
      chosen.delete(key);
      show(files.filter((one) => one.key !== key));
    },
    retry: (key) => {
      wait((file) => file.key === key);
    },
    leave: () => {
      left = true;
      stopListening();
      for (const file of chosen.values()) releaseFile(file);
    },
  };
}

// WeChat makes a photo smaller before it is sent; how small is seen by the server.
const isTooLarge = ({ byteLength, isPicture }: ChosenFile): boolean => byteLength > MOST_ATTACHMENT_BYTES && (isH5 || !isPicture);

const queued = (key: string, { name, isPicture, path }: ChosenFile): QueuedFile => ({ key, name, isPicture, state: 'waiting', percent: 0, problem: null, path, kept: null });

const queuedAgain = (file: KeptFile): QueuedFile => ({
  ...{ key: file.attachment.id, name: file.attachment.name, isPicture: file.attachment.mediaType !== 'application/pdf' },
  ...{ state: 'sent', percent: 100, problem: null, path: null, kept: file },
});
