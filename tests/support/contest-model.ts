import type { Input } from '../../src/contract/actions';
import type { AttemptView, SavedView, SubmittedView } from '../../src/contract/contest/attempt';
import type { Reply } from '../../src/contract/errors';
import { chinaDate } from '../../src/domain/china-time';
import { mergeAnswers, type SavedAnswers } from '../../src/domain/contest/answers';

/** What the model is told of the contest. */
export interface ModelRules {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly durationMs: number;
  readonly graceMs: number;
  readonly attemptsPerDay: number;
  readonly attemptsInAll: number;
}

export interface ModelAttempt {
  readonly id: string;
  readonly questions: AttemptView['questions'];
  readonly startedAt: number;
  readonly deadlineAt: number;
  open: boolean;
  /** Everything whose saving was acknowledged. */
  saved: SavedAnswers;
  /** What it may have been graded with: of parallel hand-ins any one is the first. */
  endings: SavedAnswers[];
  closedBy: 'person' | 'deadline' | null;
  submitted: SubmittedView | null;
}

export interface ModelPerson {
  readonly attempts: ModelAttempt[];
  readonly nonces: Map<string, string>;
}

export type Given = Input<'contest.save'>['answers'];

export type Heard =
  | { readonly what: 'start'; readonly person: ModelPerson; readonly nonce: string; readonly reply: Reply<AttemptView> }
  | { readonly what: 'save'; readonly attempt: ModelAttempt; readonly answers: Given; readonly reply: Reply<SavedView> }
  | { readonly what: 'submit'; readonly attempt: ModelAttempt; readonly answers: Given; readonly reply: Reply<SubmittedView> }
  | { readonly what: 'timer'; readonly closed: number };

const asSaved = (given: Given): SavedAnswers => Object.fromEntries(given.map(({ questionId, chosen, revision }) => [questionId, [revision, [...chosen].sort((a, b) => a - b)]]));

/**
 * A contest as it ought to be, in memory and without any cleverness. It hears what was answered to calls that were made
 * at one instant, alone or at once, and fails where that cannot be.
 */
export class ContestModel {
  readonly people: readonly ModelPerson[];

  constructor(
    private readonly rules: ModelRules,
    count: number,
  ) {
    this.people = Array.from({ length: count }, () => ({ attempts: [], nonces: new Map<string, string>() }));
  }

  hear(calls: readonly Heard[], now: number): void {
    const alone = calls.length === 1;
    const wasOpen = new Set(this.people.flatMap(({ attempts }) => attempts.filter(({ open }) => open)));
    for (const call of calls) if (call.what === 'save') this.hearSave(call, wasOpen, alone, now);
    for (const call of calls) if (call.what === 'submit') this.hearSubmit(call, wasOpen, now);
    for (const call of calls) if (call.what === 'start') this.hearStart(call, wasOpen, alone, now);
    for (const call of calls) if (call.what === 'timer') this.hearTimer(call, alone, now);
  }

  private accepts({ deadlineAt }: ModelAttempt, now: number): boolean {
    return now <= deadlineAt + this.rules.graceMs;
  }

  private hearSave({ attempt, answers, reply }: Extract<Heard, { what: 'save' }>, wasOpen: ReadonlySet<ModelAttempt>, alone: boolean, now: number): void {
    const mayBeTaken = wasOpen.has(attempt) && this.accepts(attempt, now);
    if (!reply.ok) {
      expect(reply.error.code).toBe('attempt_closed');
      if (alone) expect(mayBeTaken).toBe(false);
      return;
    }
    expect(mayBeTaken).toBe(true);
    attempt.saved = mergeAnswers(attempt.saved, asSaved(answers));
    if (!alone) return;
    expect(reply.data.remainingMs).toBe(Math.max(0, attempt.deadlineAt - now));
    expect(reply.data.revision).toBe(Math.max(0, ...Object.values(attempt.saved).map(([revision]) => revision)));
    for (const { questionId, chosen } of reply.data.newer) expect(chosen).toEqual(attempt.saved[questionId]?.[1]);
  }

  private hearSubmit({ attempt, answers, reply }: Extract<Heard, { what: 'submit' }>, wasOpen: ReadonlySet<ModelAttempt>, now: number): void {
    if (!reply.ok) throw new Error(`A hand-in was refused with ${reply.error.code}.`);
    attempt.submitted ??= reply.data;
    expect(reply.data).toEqual(attempt.submitted);
    if (!wasOpen.has(attempt)) return;
    if (this.accepts(attempt, now)) this.close(attempt, 'person', mergeAnswers(attempt.saved, asSaved(answers)));
    else this.close(attempt, 'deadline', attempt.saved);
  }

  private close(attempt: ModelAttempt, closedBy: 'person' | 'deadline', ending: SavedAnswers): void {
    attempt.open = false;
    attempt.closedBy = closedBy;
    attempt.endings.push(ending);
  }

  private hearStart({ person, nonce, reply }: Extract<Heard, { what: 'start' }>, wasOpen: ReadonlySet<ModelAttempt>, alone: boolean, now: number): void {
    const { attempts, nonces } = person;
    const running = attempts.find((attempt) => attempt.open && this.accepts(attempt, now));
    const mayStart = now >= this.rules.opensAt && now < this.rules.closesAt && this.hasLeft(attempts, now);
    if (!reply.ok) {
      expect(['no_attempts_left', 'contest_not_open']).toContain(reply.error.code);
      if (alone) expect([running, mayStart, nonces.has(nonce)]).toEqual([undefined, false, false]);
      return;
    }
    const known = attempts.find(({ id }) => id === reply.data.id);
    const byNonce = nonces.get(nonce);
    if (byNonce !== undefined) expect(reply.data.id).toBe(byNonce);
    if (known) {
      // One that a hand-in of the same instant has closed was running when it was given.
      if (byNonce === undefined) expect(known === running || (!alone && (wasOpen.has(known) || known.startedAt === now))).toBe(true);
      return;
    }
    expect([running, mayStart]).toEqual([undefined, true]);
    for (const attempt of attempts) if (attempt.open) this.close(attempt, 'deadline', attempt.saved);
    expect(reply.data.number).toBe(attempts.length + 1);
    const deadlineAt = Math.min(now + this.rules.durationMs, this.rules.closesAt);
    attempts.push({ id: reply.data.id, questions: reply.data.questions, startedAt: now, deadlineAt, open: true, saved: {}, endings: [], closedBy: null, submitted: null });
    // Of several at once only one has left its nonce.
    if (alone) nonces.set(nonce, reply.data.id);
  }

  private hasLeft(attempts: readonly ModelAttempt[], now: number): boolean {
    const today = attempts.filter(({ startedAt }) => chinaDate(startedAt) === chinaDate(now)).length;
    return attempts.length < this.rules.attemptsInAll && today < this.rules.attemptsPerDay;
  }

  private hearTimer({ closed }: Extract<Heard, { what: 'timer' }>, alone: boolean, now: number): void {
    const overdue = this.people.flatMap(({ attempts }) => attempts).filter((attempt) => attempt.open && !this.accepts(attempt, now));
    for (const attempt of overdue) this.close(attempt, 'deadline', attempt.saved);
    if (alone) expect(closed).toBe(overdue.length);
  }
}
