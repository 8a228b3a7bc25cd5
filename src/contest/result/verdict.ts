import type { ResultQuestion } from '../../contract/contest/attempt';

/** How a question went. `given` and `blank` are all that is known until results are released. */
export type Verdict = 'right' | 'half' | 'wrong' | 'unanswered' | 'voided' | 'given' | 'blank';

export function verdictOf({ earned, points, chosen, voided }: ResultQuestion): Verdict {
  if (voided) return 'voided';
  if (earned === null) return chosen.length === 0 ? 'blank' : 'given';
  if (earned === points) return 'right';
  if (earned > 0) return 'half';
  return chosen.length === 0 ? 'unanswered' : 'wrong';
}
