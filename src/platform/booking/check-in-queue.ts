import type { MarkResult } from '../../contract/booking/check-in';
import { MOST_MARKS } from '../../domain/booking/limits';
import { call, type CallError } from '../call';
import { onNetworkReturn, retryAfterMs } from '../network';
import { dropListsThatAreOver, dropMark, keepMark, markedDoors, readMarks, type AtDoor, type KeptMark, type Mark } from './kept-check-in';

/**
 * How the marks of one person at one event stand.
 *
 * - `settled`: the server has answered them all.
 * - `sending`, `waiting`: some are on their way, or wait for the network, which is tried again by itself.
 * - `stopped`: the server takes none from this person; trying again takes a tap.
 */
export interface QueueState {
  readonly status: 'settled' | 'sending' | 'waiting' | 'stopped';
  readonly error: CallError | null;
  /** Those without an answer, and those that were refused; oldest first. */
  readonly marks: readonly KeptMark[];
  /** False where this device could not keep them: they last as long as the app is open. */
  readonly kept: boolean;
}

interface AnsweredMark {
  readonly mark: Mark;
  readonly result: MarkResult;
}

/** What the server has just said of some marks, in the order in which they were made. */
type Answered = (answered: readonly AnsweredMark[], presentCount: number) => void;

interface CheckInQueue {
  readonly read: () => QueueState;
  /** Returns its own clean-up. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Returns its own clean-up. */
  readonly onAnswer: (listener: Answered) => () => void;
  /** Keeps the marks at once and sends them in the background. What was refused of the same tickets before is put away. */
  readonly add: (marks: readonly Mark[]) => void;
  /** Puts a refusal away. */
  readonly dismiss: (markId: string) => void;
  readonly send: () => void;
}

/** Failures that pass by themselves. */
const PASSING: readonly CallError['code'][] = ['offline', 'unavailable', 'internal'];

const unsent = (marks: readonly KeptMark[]): Mark[] => marks.flatMap(({ mark, refusal }) => (refusal === null ? [mark] : []));

/** A refusal is news as long as nothing was marked for the same ticket after it. */
function withoutOldRefusals(marks: readonly KeptMark[]): readonly KeptMark[] {
  const last = new Map(marks.map((kept) => [kept.mark.ticketCode, kept]));
  return marks.filter((kept) => kept.refusal === null || last.get(kept.mark.ticketCode) === kept);
}

/**
 * The marks of one person at one event on this device. Each is kept before it is sent and sent again until the server has
 * answered it; the server looks at when a mark was made, so neither the order nor another device matters.
 */
function openQueue(door: AtDoor): CheckInQueue {
  const listeners = new Set<() => void>();
  const answerListeners = new Set<Answered>();
  let state: QueueState = { status: 'settled', error: null, marks: readMarks(door), kept: true };
  const unkept = new Set<string>();
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let stopListening: (() => void) | null = null;

  const show = (change: Partial<QueueState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const keep = (marks: readonly KeptMark[]) => {
    const [before, after] = [new Set(state.marks), new Set(marks.map(({ mark }) => mark.markId))];
    for (const { mark } of state.marks) {
      if (after.has(mark.markId)) continue;
      dropMark(door, mark.markId);
      unkept.delete(mark.markId);
    }
    for (const one of marks) if (!before.has(one) && !keepMark(door, one)) unkept.add(one.mark.markId);
    show({ marks, kept: unkept.size === 0 });
  };

  const rest = () => {
    if (retry !== null) clearTimeout(retry);
    stopListening?.();
    retry = stopListening = null;
  };

  const fail = (error: CallError) => {
    if (!PASSING.includes(error.code)) {
      show({ status: 'stopped', error });
      return;
    }
    failures += 1;
    retry = setTimeout(send, retryAfterMs(failures));
    stopListening = onNetworkReturn(send);
    show({ status: 'waiting', error: null });
  };

  const settle = (results: readonly MarkResult[], presentCount: number) => {
    failures = 0;
    const answers = new Map(results.map((result) => [result.markId, result]));
    const answered = state.marks.flatMap(({ mark }) => {
      const result = answers.get(mark.markId);
      return result === undefined ? [] : [{ mark, result }];
    });
    const told = state.marks.map((kept) => {
      const answer = answers.get(kept.mark.markId);
      return answer === undefined || answer.ok ? kept : { ...kept, refusal: answer.message };
    });
    keep(withoutOldRefusals(told).filter(({ mark }) => answers.get(mark.markId)?.ok !== true));
    for (const listener of answerListeners) listener(answered, presentCount);
  };

  const deliver = async () => {
    show({ status: 'sending', error: null });
    for (let marks = unsent(state.marks); marks.length > 0; marks = unsent(state.marks)) {
      const result = await call('check-in.sync', { ...door, marks: marks.slice(0, MOST_MARKS) });
      if (!result.ok) {
        fail(result.error);
        return;
      }
      settle(result.data.results, result.data.presentCount);
    }
    show({ status: 'settled' });
  };

  const send = () => {
    if (state.status === 'sending') return;
    rest();
    if (unsent(state.marks).length > 0) void deliver();
  };

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onAnswer: (listener) => {
      answerListeners.add(listener);
      return () => answerListeners.delete(listener);
    },
    add: (marks) => {
      keep(withoutOldRefusals([...state.marks, ...marks.map((mark) => ({ mark, refusal: null }))]));
      send();
    },
    dismiss: (markId) => {
      keep(state.marks.filter(({ mark }) => mark.markId !== markId));
    },
    send,
  };
}

// One for each door as long as the app is open: a page that is left has its marks sent all the same.
const queues = new Map<string, CheckInQueue>();

export function checkInQueue(door: AtDoor): CheckInQueue {
  const key = `${door.eventId} ${door.personId}`;
  const queue = queues.get(key) ?? openQueue(door);
  queues.set(key, queue);
  return queue;
}

/** Goes on with the marks that were not sent when the app was closed; the server takes none that another person made. */
export function resumeCheckIns(): void {
  dropListsThatAreOver(new Date());
  for (const door of markedDoors()) checkInQueue(door).send();
}
