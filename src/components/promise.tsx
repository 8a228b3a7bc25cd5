import type { PromiseView } from '../contract/request/request';
import { monthDay } from '../domain/china-time';
import { Notice } from './notice';

interface PromiseWords {
  readonly text: string;
  readonly tone: 'promise' | 'good' | 'wrong' | 'info';
}

const what = { answer: '答复', conclude: '办结' } as const;

function runningWords(promise: Extract<PromiseView, { kind: 'running' }>): PromiseWords {
  const due = monthDay(promise.dueOn);
  const { workingDaysLeft } = promise;
  if (workingDaysLeft > 0) return { text: `承诺 ${due}前${what[promise.what]}，还有 ${workingDaysLeft} 个工作日`, tone: 'promise' };
  if (workingDaysLeft === 0) return { text: `承诺今天（${due}）内${what[promise.what]}`, tone: 'promise' };
  return { text: `应在 ${due}前${what[promise.what]}，已超过 ${-workingDaysLeft} 个工作日`, tone: 'wrong' };
}

/** Whoever has to go on gets at least one working day. */
const pausedWords = ({ reasonName, workingDaysLeft }: Extract<PromiseView, { kind: 'paused' }>): PromiseWords => ({
  text: `暂停计时：${reasonName}。恢复后 ${Math.max(workingDaysLeft, 1)} 个工作日内办理`,
  tone: 'info',
});

/** The promise clock in words; null when there is nothing left to promise. */
export function promiseWords(promise: PromiseView): PromiseWords | null {
  switch (promise.kind) {
    case 'running':
      return runningWords(promise);
    case 'paused':
      return pausedWords(promise);
    case 'kept':
      return { text: '已在承诺的时间内办理', tone: 'good' };
    case 'missed':
      return { text: '已办理，比承诺的时间晚', tone: 'wrong' };
    case 'ended':
      return null;
  }
}

/** By when the office answers or concludes. */
export function PromiseNotice({ promise, officeName }: { promise: PromiseView; officeName: string }) {
  const words = promiseWords(promise);
  return words === null ? null : (
    <Notice tone={words.tone}>
      {officeName}
      {words.text}
    </Notice>
  );
}
