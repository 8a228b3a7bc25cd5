import type { Input } from '../../contract/actions';
import type { AttemptView, SavedView } from '../../contract/contest/attempt';
import type { KeptAnswer, KeptAttempt } from './kept-attempt';

/** What the page shows as chosen, by question id. */
export const chosenIn = ({ answers }: KeptAttempt): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(Object.entries(answers).map(([questionId, { chosen }]) => [questionId, chosen]));

const sameChoice = (one: readonly number[] | undefined, other: readonly number[]): boolean => JSON.stringify(one ?? []) === JSON.stringify(other);

export interface Merged {
  readonly local: KeptAttempt;
  /** Questions whose answer here has given way to another device's. */
  readonly takenOver: readonly string[];
}

/** What the server holds, under what it does not have from this device yet. */
export function mergedWith(local: KeptAttempt, { questions, revision }: AttemptView): Merged {
  const takenOver: string[] = [];
  const answers: Record<string, KeptAnswer> = {};
  for (const { id, chosen } of questions) {
    const mine = local.answers[id];
    if (mine?.saved === false) {
      answers[id] = mine;
      continue;
    }
    if (!sameChoice(mine?.chosen, chosen)) takenOver.push(id);
    if (mine !== undefined || chosen.length > 0) answers[id] = { chosen, revision: mine?.revision ?? revision, saved: true };
  }
  return { local: { ...local, answers }, takenOver };
}

/** After a save: what was sent is saved unless it has changed meanwhile, and what another device gave later is taken over. */
export function savedAs(local: KeptAttempt, { answers: sent }: Input<'contest.save'>, { newer, revision }: SavedView): Merged {
  const answers: Record<string, KeptAnswer> = { ...local.answers };
  for (const { questionId, revision: sentRevision } of sent) {
    const mine = answers[questionId];
    if (mine?.revision === sentRevision) answers[questionId] = { ...mine, saved: true };
  }
  const takenOver: string[] = [];
  for (const { questionId, chosen } of newer) {
    const mine = answers[questionId];
    // Changed here while the call was under way: that is decided with the next one.
    if (mine?.saved === false) continue;
    if (!sameChoice(mine?.chosen, chosen)) takenOver.push(questionId);
    answers[questionId] = { chosen, revision, saved: true };
  }
  return { local: { ...local, answers }, takenOver };
}
