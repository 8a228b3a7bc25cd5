import { useCallback, useState } from 'react';
import type { RequestRow } from '../../../contract/request/request';
import { transitions, type RequestState } from '../../../domain/request/state';
import { useChange } from '../../../hooks/use-change';
import type { CallError } from '../../../platform/call';

/** The contract takes no more at once. */
export const MOST_AT_ONCE = 30;

const acceptedFrom: readonly RequestState[] = transitions.accept.from;

export const isAcceptable = ({ state }: Pick<RequestRow, 'state'>): boolean => acceptedFrom.includes(state);

export interface Refused {
  readonly id: string;
  readonly name: string;
  readonly message: string;
}

export interface BulkResult {
  readonly accepted: number;
  readonly refused: readonly Refused[];
}

export interface Bulk {
  /** Null while nothing is being chosen. */
  readonly chosen: readonly RequestRow[] | null;
  readonly start: () => void;
  readonly stop: () => void;
  readonly toggle: (request: RequestRow) => void;
  readonly accept: () => Promise<void>;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly result: BulkResult | null;
}

/** Choosing several requests and accepting them together. */
export function useBulk(onDone: () => void): Bulk {
  const [chosen, setChosen] = useState<readonly RequestRow[] | null>(null);
  const [result, setResult] = useState<BulkResult | null>(null);
  const { busy, error, send, clearError } = useChange('request.accept-many');

  const toggle = useCallback((request: RequestRow) => {
    setChosen((before) => {
      if (before === null) return before;
      if (before.some(({ id }) => id === request.id)) return before.filter(({ id }) => id !== request.id);
      return isAcceptable(request) && before.length < MOST_AT_ONCE ? [...before, request] : before;
    });
  }, []);

  return {
    chosen,
    start: () => {
      setResult(null);
      clearError();
      setChosen([]);
    },
    stop: () => {
      clearError();
      setChosen(null);
    },
    toggle,
    accept: async () => {
      if (chosen === null || chosen.length === 0) return;
      const answer = await send({ requests: chosen.map(({ id, version }) => ({ id, version })) });
      if (!answer.ok) return;
      const { accepted, refused } = answer.data;
      const nameOf = (id: string) => chosen.find((request) => request.id === id)?.firmName ?? '';
      setResult({ accepted: accepted.length, refused: refused.map(({ id, message }) => ({ id, message, name: nameOf(id) })) });
      setChosen(null);
      onDone();
    },
    busy,
    error,
    result,
  };
}
