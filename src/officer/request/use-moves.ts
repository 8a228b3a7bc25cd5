import { useRef, useState } from 'react';
import * as v from 'valibot';
import { requestActions, type RequestMove, type RequestView } from '../../contract/request/request';
import { useChange } from '../../hooks/use-change';
import { call, type CallError, type CallResult } from '../../platform/call';

/** A move that asks for something before it is sent. */
export type Panel = Extract<RequestMove, 'return' | 'transfer'>;

export interface Moves {
  /** The move being prepared, while it is still possible. */
  readonly panel: Panel | null;
  readonly openPanel: (panel: Panel | null) => void;
  readonly officeId: string | null;
  readonly chooseOffice: (officeId: string) => void;
  /** What was typed so far; kept when the panel closes and when the request is read again. */
  readonly reason: () => string;
  readonly typeReason: (text: string) => void;
  readonly checkReason: () => boolean;
  readonly reasonError: string | undefined;
  readonly accept: () => void;
  readonly giveBack: () => void;
  readonly transfer: () => void;
  readonly busy: boolean;
  /** What went wrong, unless it is said beside a field. */
  readonly error: CallError | null;
  readonly refresh: () => void;
  /** What has just been done, in words. */
  readonly done: string | null;
}

const reasonSchema = requestActions['request.return'].input.entries.reason;

function reasonProblem(text: string): string | undefined {
  const { issues } = v.safeParse(reasonSchema, text);
  return issues?.[0].message;
}

/** What an officer does with a request; each answer takes the place of what is shown. */
export function useMoves({ id, version, moves, transferTo }: RequestView, replace: (view: RequestView) => void): Moves {
  const changes = { accept: useChange('request.accept'), return: useChange('request.return'), transfer: useChange('request.transfer') };
  const [wanted, openPanel] = useState<Panel | null>(null);
  const [officeId, chooseOffice] = useState<string | null>(null);
  const [reasonError, setReasonError] = useState<string>();
  const [refreshError, setRefreshError] = useState<CallError | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const reason = useRef('');

  const start = () => {
    setDone(null);
    setRefreshError(null);
    for (const change of Object.values(changes)) change.clearError();
  };

  const finish = (result: CallResult<RequestView>, words: string) => {
    if (!result.ok) return;
    replace(result.data);
    openPanel(null);
    setDone(words);
  };

  const checkReason = () => {
    const problem = reasonProblem(reason.current);
    setReasonError(problem);
    return problem === undefined;
  };

  const accept = () => {
    start();
    void changes.accept.send({ id, version }).then((result) => {
      finish(result, '已受理，企业能在“我的申请”里看到。');
    });
  };

  const giveBack = () => {
    start();
    if (!checkReason()) return;
    void changes.return.send({ id, version, reason: reason.current }).then((result) => {
      if (!result.ok) setReasonError(result.error.fields?.reason);
      finish(result, '已退回企业补充，补充后会回到“待受理”。');
    });
  };

  const transfer = () => {
    if (officeId === null) return;
    start();
    void changes.transfer.send({ id, version, officeId }).then((result) => {
      finish(result, `已转给${transferTo.find((office) => office.id === officeId)?.name ?? '受理单位'}。`);
    });
  };

  const refresh = () => {
    void call('request.get', { id }).then((result) => {
      start();
      if (result.ok) replace(result.data);
      else setRefreshError(result.error);
    });
  };

  const error = refreshError ?? changes.accept.error ?? changes.return.error ?? changes.transfer.error;
  return {
    panel: wanted !== null && moves.includes(wanted) ? wanted : null,
    openPanel: (panel) => {
      start();
      openPanel(panel);
    },
    officeId,
    chooseOffice,
    reason: () => reason.current,
    typeReason: (text) => {
      reason.current = text;
    },
    checkReason,
    reasonError,
    accept,
    giveBack,
    transfer,
    busy: changes.accept.busy || changes.return.busy || changes.transfer.busy,
    error: error?.fields?.reason === undefined ? error : null,
    refresh,
    done,
  };
}
