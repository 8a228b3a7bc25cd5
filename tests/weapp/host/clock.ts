import { clearTimeout as clearReal, setTimeout as setReal } from 'node:timers';
import type { ProblemLog } from './problems';

/** Timers up to this length run by themselves; longer ones and every interval wait for `advance`. */
const SHORT_TIMER_MS = 50;

type Callback = (...args: unknown[]) => unknown;

interface WaitingTimer {
  readonly run: () => void;
  readonly every: number | null;
  due: number;
}

/**
 * The app's timers and its idea of now. Short timers are real. A countdown or a debounce is not: it moves only when
 * a test calls `advance`, so no test sleeps and none depends on how fast the machine is.
 */
export class Clock {
  private nextId = 1;
  private skipped = 0;
  private stopped = false;
  private readonly realStart = Date.now();
  private readonly short = new Map<number, NodeJS.Timeout>();
  private readonly waiting = new Map<number, WaitingTimer>();

  constructor(
    private readonly problems: ProblemLog,
    private readonly start: number = Date.now(),
  ) {}

  now(): number {
    return this.start + (Date.now() - this.realStart) + this.skipped;
  }

  /** Short timers that have not run yet. */
  get pending(): number {
    return this.short.size;
  }

  setTimeout(callback: Callback, delay = 0, ...args: unknown[]): number {
    const id = this.nextId++;
    const run = () => void this.problems.guard('setTimeout', () => callback(...args));
    if (this.stopped) return id;
    if (delay > SHORT_TIMER_MS) {
      this.waiting.set(id, { run, every: null, due: this.skipped + delay });
      return id;
    }
    const timer = setReal(() => {
      this.short.delete(id);
      run();
    }, delay);
    this.short.set(id, timer);
    return id;
  }

  setInterval(callback: Callback, delay = 0, ...args: unknown[]): number {
    const id = this.nextId++;
    const every = Math.max(1, delay);
    const run = () => void this.problems.guard('setInterval', () => callback(...args));
    if (!this.stopped) this.waiting.set(id, { run, every, due: this.skipped + every });
    return id;
  }

  clear(id: number): void {
    clearReal(this.short.get(id));
    this.short.delete(id);
    this.waiting.delete(id);
  }

  /** Lets `ms` pass for the waiting timers; `between` runs after each of them, so that the app reacts in order. */
  async advance(ms: number, between: () => Promise<void>): Promise<void> {
    const end = this.skipped + ms;
    for (let next = this.dueBy(end); next; next = this.dueBy(end)) {
      const [id, timer] = next;
      this.skipped = Math.max(this.skipped, timer.due);
      if (timer.every === null) this.waiting.delete(id);
      else timer.due += timer.every;
      timer.run();
      await between();
    }
    this.skipped = end;
  }

  /** Nothing runs after this: timers of a closed app must not reach the next test. */
  stop(): void {
    this.stopped = true;
    for (const timer of this.short.values()) clearReal(timer);
    this.short.clear();
    this.waiting.clear();
  }

  private dueBy(end: number): [number, WaitingTimer] | undefined {
    return [...this.waiting].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due)[0];
  }
}
