import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ManuscriptContent } from '../../contract/newsroom/content';
import type { ManuscriptView } from '../../contract/newsroom/manuscript';
import type { Read } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { openSaver, type Saver, type Written } from './saving/saver';

export interface Desk extends Written {
  /** As the server last described it; `content` may be further. */
  readonly view: ManuscriptView;
  readonly change: (part: Partial<ManuscriptContent>) => void;
  readonly flush: Saver['flush'];
  readonly putOver: Saver['putOver'];
  /** Goes on from what the server has now. */
  readonly adopt: (view: ManuscriptView) => void;
}

/** One manuscript on the desk: what is being written, and where it stands in the newsroom. */
export function useDesk(view: ManuscriptView, { reload, replace }: Pick<Read<ManuscriptView>, 'reload' | 'replace'>): Desk {
  const latest = useRef(view);
  latest.current = view;
  const [saver] = useState(() =>
    openSaver(view, ({ state }) => {
      // Its first save after a review or a publication begins a new round; what may be done follows from that.
      if (state !== latest.current.state || latest.current.public?.current === true) void reload();
    }),
  );
  useEffect(() => saver.start(), [saver]);
  useDidHide(() => void saver.flush());

  const adopt = (now: ManuscriptView) => {
    saver.adopt(now);
    replace(now);
  };
  useReturn(() => {
    void call('manuscript.get', { id: view.id }).then((result) => {
      if (result.ok && saver.read().save.kind === 'saved') adopt(result.data);
    });
  });

  return { ...useSyncExternalStore(saver.subscribe, saver.read), view, adopt, change: saver.change, flush: saver.flush, putOver: saver.putOver };
}
