import { useState } from 'react';
import * as v from 'valibot';
import type { FieldErrors } from '../../../../contract/errors';
import { requestOfficeActions } from '../../../../contract/request/office';
import type { RequestView } from '../../../../contract/request/request';
import { useChange } from '../../../../hooks/use-change';
import { call, type CallError } from '../../../../platform/call';
import type { Desk } from '../use-desk';
import type { MoveValues, OfficeMove } from './move-forms';

export interface Move {
  readonly busy: boolean;
  /** By the name of the field. */
  readonly mistakes: FieldErrors;
  /** What was refused for another reason than a field. */
  readonly error: CallError | null;
  readonly send: (values: MoveValues, mistakes: FieldErrors) => Promise<void>;
  /** Reads the case again; what was typed stays. */
  readonly refresh: () => Promise<void>;
}

/**
 * One move: checked as the contract has it, sent against the version on the screen, its answer shown.
 *
 * @param words what is said once it is done
 */
export function useMove(move: OfficeMove | 'merge', { id, version }: RequestView, desk: Desk, words: (request: RequestView) => string): Move {
  const action = `request.${move}` as const;
  const { busy, error, send, clearError } = useChange(action);
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const [refreshError, setRefreshError] = useState<CallError | null>(null);

  return {
    busy,
    mistakes,
    error: refreshError ?? (error?.fields === undefined ? error : null),
    send: async (values, found) => {
      setRefreshError(null);
      const input = { id, version, ...values };
      const wrong = { ...contractMistakes(action, input), ...found };
      setMistakes(wrong);
      if (Object.keys(wrong).length > 0) return;
      const result = await send(input);
      if (result.ok) desk.finish(result.data, words(result.data));
      else setMistakes(result.error.fields ?? {});
    },
    refresh: async () => {
      const result = await call('request.get', { id });
      setRefreshError(result.ok ? null : result.error);
      if (!result.ok) return;
      clearError();
      desk.update(result.data);
    },
  };
}

function contractMistakes(action: `request.${OfficeMove | 'merge'}`, input: object): FieldErrors {
  const { issues = [] } = v.safeParse(requestOfficeActions[action].input, input);
  // The first of a field stands.
  return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message] as const).reverse());
}
