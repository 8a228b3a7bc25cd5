import type { Input } from '../../contract/actions';
import type { AttemptView, SubmittedView } from '../../contract/contest/attempt';
import { call, type CallError, type CallResult } from '../call';
import { onNetworkReturn, retryAfterMs } from '../network';
import { deadlineIn, type Deadline } from './deadline';
import { dropAttempt, keepAttempt, readAttempt, type KeptAttempt } from './kept-attempt';
import { chosenIn, mergedWith, savedAs } from './merge-answers';

/**
 * How the answers stand.
 *
 * - `saved`: the server has them all.
 * - `saving`: some are on their way.
 * - `waiting`: the network does not carry them; they are tried again.
 * - `refused`: the server does not take them, and says why.
 * - `closed`: the attempt was handed in, here or elsewhere; nothing more is taken.
 */
export type Delivery = 'saved' | 'saving' | 'waiting' | 'refused' | 'closed';

export interface QueueState {
  /** What the page shows as chosen, by question id. */
  readonly chosen: Readonly<Record<string, readonly number[]>>;
  readonly delivery: Delivery;
  /** Whether this device could keep what is not saved yet. */
  readonly kept: boolean;
  /** Why answers were refused. */
  readonly error: CallError | null;
}

export interface AnswerQueue {
  readonly read: () => QueueState;
  /** Returns its own clean-up. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly deadline: Deadline;
  /** Where the person was, 0-based; null when the attempt is new to this device. */
  readonly position: number | null;
  readonly keepPosition: (position: number) => void;
  /** Keeps an answer at once and sends it in the background. */
  readonly choose: (questionId: string, chosen: readonly number[]) => void;
  readonly countHidden: () => void;
  /** Asks the server how the attempt stands and sends what it lacks: after the page was away. */
  readonly refresh: () => Promise<void>;
  /** Sends what is unsent and learns the time that is left; false when the server was not reached. */
  readonly flush: () => Promise<boolean>;
  readonly handIn: () => Promise<CallResult<SubmittedView>>;
  /** The page goes away; what is unsent is still tried while the app lives. */
  readonly leave: () => void;
}

/** Failures that pass by themselves. */
const PASSING: readonly CallError['code'][] = ['offline', 'unavailable', 'internal'];

const isPassing = ({ code }: CallError): boolean => PASSING.includes(code);

interface Opening {
  readonly attempt: AttemptView;
  /** When it was asked for, by this device's clock. */
  readonly sentAt: number;
  /** Questions whose answer came from another device. */
  readonly onTakenOver: (questionIds: readonly string[]) => void;
}

/**
 * The answers of one running attempt on this device. Each is kept in storage before it is sent, carries a revision
 * above every one that was seen, and is sent again until the server has it: in order, one call at a time, everything
 * that is unsent together. Of two devices' answers the one with the higher revision stays, there and here.
 */
export function openAnswerQueue({ attempt, sentAt, onTakenOver }: Opening): AnswerQueue {
  const deadline = deadlineIn(attempt.remainingMs, sentAt);
  const listeners = new Set<() => void>();
  let local = mergedWith(readAttempt(attempt.id), attempt).local;
  let revision = Math.max(attempt.revision, ...Object.values(local.answers).map((answer) => answer.revision));
  let state: QueueState = { chosen: chosenIn(local), delivery: 'saved', kept: true, error: null };
  let left = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let work: Promise<void> = Promise.resolve();
  let sendIsQueued = false;

  const show = (change: Partial<QueueState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  // After the page has left, another one may keep the same attempt: this one must not overwrite it.
  const keep = (next: KeptAttempt) => {
    local = next;
    const kept = left || keepAttempt(attempt.id, local);
    if (kept !== state.kept) show({ kept });
  };

  const unsent = (): Input<'contest.save'>['answers'] =>
    Object.entries(local.answers).flatMap(([questionId, answer]) =>
      answer.saved ? [] : [{ questionId, chosen: [...answer.chosen], revision: answer.revision }],
    );

  const saving = (): Input<'contest.save'> => ({ attemptId: attempt.id, answers: unsent(), hiddenCount: local.hiddenCount });

  const close = () => {
    if (state.delivery === 'closed') return;
    stopRetrying();
    stopListening();
    if (!left) dropAttempt(attempt.id);
    show({ delivery: 'closed', error: null });
  };

  const stopRetrying = () => {
    if (retry !== null) clearTimeout(retry);
    retry = null;
  };

  /** The same for everyone who asks, however late: the server closes the attempt with what it has. */
  const handIn = async (): Promise<CallResult<SubmittedView>> => {
    const result = await call('contest.submit', saving());
    if (result.ok) close();
    return result;
  };

  const fail = async (error: CallError): Promise<void> => {
    if (error.code === 'attempt_closed') {
      const result = await handIn();
      if (!result.ok) await fail(result.error);
    } else if (!isPassing(error)) show({ delivery: 'refused', error });
    else if (unsent().length > 0) {
      failures += 1;
      stopRetrying();
      retry = setTimeout(send, retryAfterMs(failures));
      show({ delivery: 'waiting', error: null });
    }
  };

  const take = (next: KeptAttempt, takenOver: readonly string[]) => {
    keep(next);
    if (takenOver.length === 0) return;
    show({ chosen: chosenIn(local) });
    onTakenOver(takenOver);
  };

  /** One call at a time, in the order they were asked for. */
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    work = work.then(task);
    return work;
  };

  const save = async (): Promise<boolean> => {
    const input = saving();
    if (input.answers.length > 0) show({ delivery: 'saving' });
    const asked = Date.now();
    const result = await call('contest.save', input);
    if (!result.ok) {
      await fail(result.error);
      return false;
    }
    failures = 0;
    deadline.correct(result.data.remainingMs, asked);
    revision = Math.max(revision, result.data.revision);
    const after = savedAs(local, input, result.data);
    take(after.local, after.takenOver);
    return true;
  };

  const deliver = async () => {
    sendIsQueued = false;
    while (isOpen() && unsent().length > 0) if (!(await save())) return;
    if (isOpen()) show({ delivery: 'saved', error: null });
    if (left) stopListening();
  };

  const isOpen = () => state.delivery !== 'closed';

  const send = () => {
    stopRetrying();
    if (sendIsQueued || !isOpen() || unsent().length === 0) return;
    sendIsQueued = true;
    void inTurn(deliver);
  };

  const stopListening = onNetworkReturn(send);

  send();
  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    deadline,
    position: local.position,
    keepPosition: (position) => keep({ ...local, position }),
    choose: (questionId, chosen) => {
      if (!isOpen()) return;
      revision += 1;
      keep({ ...local, answers: { ...local.answers, [questionId]: { chosen, revision, saved: false } } });
      show({ chosen: chosenIn(local), ...(state.delivery === 'saved' ? { delivery: 'saving' } : {}) });
      send();
    },
    countHidden: () => {
      if (isOpen()) keep({ ...local, hiddenCount: local.hiddenCount + 1 });
    },
    refresh: () =>
      inTurn(async () => {
        if (!isOpen()) return;
        const asked = Date.now();
        const result = await call('contest.attempt', { attemptId: attempt.id });
        if (!result.ok) await fail(result.error);
        else if (result.data.state === 'submitted') close();
        else {
          deadline.correct(result.data.remainingMs, asked);
          revision = Math.max(revision, result.data.revision);
          const merged = mergedWith(local, result.data);
          take(merged.local, merged.takenOver);
          send();
        }
      }),
    flush: async () => {
      let reached = false;
      await inTurn(async () => {
        stopRetrying();
        reached = isOpen() && (await save());
        if (reached) show({ delivery: 'saved', error: null });
      });
      return reached;
    },
    handIn,
    leave: () => {
      if (isOpen()) keep({ ...local, hiddenCount: local.hiddenCount + 1 });
      left = true;
      send();
    },
  };
}
