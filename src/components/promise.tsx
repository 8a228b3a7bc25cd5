import type { RequestStatus } from '../contract/request';
import { monthDay } from '../domain/china-time';
import { Notice } from './notice';

type Promised = RequestStatus['promise'];

interface PromiseWords {
  readonly text: string;
  readonly tone: 'promise' | 'good' | 'wrong' | 'info';
}

function runningWords({ dueOn, workingDaysLeft }: Extract<Promised, { kind: 'running' }>): PromiseWords {
  const due = monthDay(dueOn);
  if (workingDaysLeft > 0) return { text: `承诺 ${due}前答复，还有 ${workingDaysLeft} 个工作日`, tone: 'promise' };
  if (workingDaysLeft === 0) return { text: `承诺今天（${due}）内答复`, tone: 'promise' };
  return { text: `应在 ${due}前答复，已超过 ${-workingDaysLeft} 个工作日`, tone: 'wrong' };
}

/** The promise clock in words; null when there is nothing left to promise. */
export function promiseWords(promise: Promised): PromiseWords | null {
  switch (promise.kind) {
    case 'running':
      return runningWords(promise);
    case 'paused':
      return { text: `收到补充后 ${promise.workingDaysLeft} 个工作日内答复`, tone: 'info' };
    case 'kept':
      return { text: '已在承诺的时间内答复', tone: 'good' };
    case 'missed':
      return { text: '已答复，比承诺的时间晚', tone: 'wrong' };
    case 'ended':
      return null;
  }
}

/** By when the office answers. */
export function PromiseNotice({ promise, officeName }: { promise: Promised; officeName: string }) {
  const words = promiseWords(promise);
  return words === null ? null : (
    <Notice tone={words.tone}>
      {officeName}
      {words.text}
    </Notice>
  );
}
