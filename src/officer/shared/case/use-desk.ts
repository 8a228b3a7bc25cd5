import { useEffect, useState } from 'react';
import type { RequestView } from '../../../contract/request/request';
import { scrollToId } from '../../../platform/scroll';
import { tellChangedCase } from '../changed-cases';
import type { OfficeMove } from './moves/move-forms';

export const panelAnchor = 'panel';
export const outcomeAnchor = 'outcome';

export interface Desk {
  /** The move being prepared, or the list of those that can be. */
  readonly panel: OfficeMove | 'more' | null;
  readonly show: (panel: Desk['panel']) => void;
  /** What has just been done, in words. */
  readonly done: string | null;
  readonly finish: (request: RequestView, words: string) => void;
  /** The case as it is now, without anything having been done by this officer. */
  readonly update: (request: RequestView) => void;
}

/** What the officer is doing with the case on the screen. */
export function useDesk(replace: (request: RequestView) => void): Desk {
  const [panel, setPanel] = useState<Desk['panel']>(null);
  const [done, setDone] = useState<string | null>(null);
  useEffect(() => {
    if (panel !== null) scrollToId(panelAnchor);
  }, [panel]);
  useEffect(() => {
    if (done !== null) scrollToId(outcomeAnchor);
  }, [done]);

  const update = (request: RequestView) => {
    replace(request);
    tellChangedCase(request);
  };
  return {
    panel,
    show: (next) => {
      setPanel(next);
      setDone(null);
    },
    done,
    finish: (request, words) => {
      update(request);
      setPanel(null);
      setDone(words);
    },
    update,
  };
}
