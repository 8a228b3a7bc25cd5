import { useRef, useState } from 'react';
import type { Input } from '../../../contract/actions';
import type { ManuscriptView } from '../../../contract/newsroom/manuscript';
import { useChange } from '../../../hooks/use-change';
import type { CallError, CallResult } from '../../../platform/call';
import type { Desk } from '../use-desk';

type MoveName = `manuscript.${'submit' | 'review' | 'publish' | 'unschedule' | 'pin' | 'withdraw' | 'restore'}`;

export interface Move<Name extends MoveName> {
  readonly busy: boolean;
  readonly error: CallError | null;
  /** What was typed could not be saved, so nothing was done. */
  readonly unsaved: boolean;
  /** True when it is done. Asked again while it is under way, it is done once. */
  readonly make: (input: Omit<Input<Name>, 'id' | 'revision'>) => Promise<boolean>;
}

/** One step of a manuscript through the newsroom, taken with exactly what was typed. */
export function useMove<Name extends MoveName>(action: Name, desk: Desk): Move<Name> {
  const { busy, error, send } = useChange(action);
  const [unsaved, setUnsaved] = useState(false);
  const underWay = useRef<Promise<boolean> | null>(null);
  const take = async (input: Omit<Input<Name>, 'id' | 'revision'>): Promise<boolean> => {
    const result = await desk.step((revision) => send({ id: desk.view.id, revision, ...input }) as Promise<CallResult<ManuscriptView>>);
    setUnsaved(result === null);
    return result?.ok === true;
  };
  return {
    ...{ busy, error, unsaved },
    make: (input) =>
      (underWay.current ??= take(input).finally(() => {
        underWay.current = null;
      })),
  };
}
