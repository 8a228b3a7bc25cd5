import { useState } from 'react';
import type { Input } from '../../../contract/actions';
import type { ManuscriptView } from '../../../contract/newsroom/manuscript';
import { useChange } from '../../../hooks/use-change';
import type { CallError } from '../../../platform/call';
import type { Desk } from '../use-desk';

type MoveName = 'manuscript.submit' | 'manuscript.review' | 'manuscript.publish' | 'manuscript.unschedule' | 'manuscript.pin' | 'manuscript.withdraw';

export interface Move<Name extends MoveName> {
  readonly busy: boolean;
  readonly error: CallError | null;
  /** What was typed could not be saved, so nothing was done. */
  readonly unsaved: boolean;
  /** True when it is done. */
  readonly make: (input: Omit<Input<Name>, 'id' | 'revision'>) => Promise<boolean>;
}

/** One step of a manuscript through the newsroom, taken with exactly what was typed. */
export function useMove<Name extends MoveName>(action: Name, desk: Desk): Move<Name> {
  const { busy, error, send } = useChange(action);
  const [unsaved, setUnsaved] = useState(false);
  return {
    busy,
    error,
    unsaved,
    make: async (input) => {
      const revision = await desk.flush();
      setUnsaved(revision === null);
      if (revision === null) return false;
      const result = await send({ id: desk.view.id, revision, ...input });
      if (result.ok) desk.adopt(result.data as ManuscriptView);
      return result.ok;
    },
  };
}
