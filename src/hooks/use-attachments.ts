import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { chooseFiles } from '../platform/attachment/choose-files';
import { openAttachment, openChosen } from '../platform/attachment/open-attachment';
import { canUpload } from '../platform/attachment/send-file';
import { openUploadQueue, type KeptFile, type QueuedFile } from '../platform/attachment/upload-queue';
import { notify } from '../platform/notify';

// The server keeps what nothing holds for a day.
const KEPT_FOR = 23 * 60 * 60 * 1000;

// A little less than the server says.
const LINK_LASTS = 55 * 60 * 1000;

interface Attaching {
  /** What a draft kept; read once. */
  readonly initial: readonly KeptFile[];
  readonly most: number;
  /** Told whenever a file was uploaded or taken away, for the draft. */
  readonly onKeep: (kept: readonly KeptFile[]) => void;
}

export interface Attachments {
  readonly files: readonly QueuedFile[];
  /** Of those that were uploaded, in their order: what the form sends. */
  readonly ids: readonly string[];
  /** Some are on their way; the form waits for them. */
  readonly busy: boolean;
  /** Some were neither uploaded nor taken away. */
  readonly unsent: boolean;
  /** Why something that was chosen is not in the list. */
  readonly problem: string | null;
  readonly add: () => void;
  readonly remove: (key: string) => void;
  readonly retry: (key: string) => void;
  readonly open: (key: string) => void;
}

/** The files of a form: chosen, uploaded one after the other, kept with the draft. */
export function useAttachments({ initial, most, onKeep }: Attaching): Attachments {
  const [{ queue, lapsed }] = useState(() => {
    const fresh = initial.filter(({ at }) => Date.now() - at < KEPT_FOR);
    return { queue: openUploadQueue(fresh), lapsed: initial.length - fresh.length };
  });
  const files = useSyncExternalStore(queue.subscribe, queue.read);
  const [problem, setProblem] = useState(lapsed === 0 ? null : `有 ${lapsed} 个附件放了一天没有提交，已经清理，请重新添加。`);
  useEffect(() => queue.leave, [queue]);

  const keep = useRef(onKeep);
  keep.current = onKeep;
  const kept = files.flatMap((file) => (file.kept === null ? [] : [file.kept]));
  const ids = kept.map(({ attachment }) => attachment.id);
  const known = useRef(ids.join());
  useEffect(() => {
    if (known.current === ids.join()) return;
    known.current = ids.join();
    keep.current(kept);
  });

  const add = useCallback(async () => {
    const room = most - queue.read().length;
    setProblem(null);
    const choice = await chooseFiles(room);
    queue.add(choice.files.slice(0, room));
    setProblem(choice.files.length > room ? `最多 ${most} 个，后面的 ${choice.files.length - room} 个没有添加。` : choice.problem);
  }, [most, queue]);

  const open = (key: string) => {
    const file = files.find((one) => one.key === key);
    if (!file) return;
    if (file.path !== null && file.isPicture) openChosen(file.path);
    else if (file.kept !== null && Date.now() - file.kept.at < LINK_LASTS) void openAttachment(file.kept.attachment);
    else notify('提交以后可以在详情里打开');
  };

  return {
    files,
    ids,
    busy: files.some(({ state }) => state === 'waiting' || state === 'sending'),
    unsent: files.some(({ state }) => state !== 'sent'),
    problem: canUpload ? problem : '这里暂时不能上传文件，请先用文字说明。',
    add: () => void add(),
    remove: queue.remove,
    retry: queue.retry,
    open,
  };
}
