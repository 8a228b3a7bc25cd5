import type { Hue } from '../../components/tag';
import type { ManuscriptState } from '../../domain/manuscript/state';

/** Blue waits for somebody's review, gold for the clock. */
export const stateHues = {
  draft: 'grey',
  'in-review': 'blue',
  approved: 'brand',
  scheduled: 'gold',
  published: 'ok',
  withdrawn: 'seal',
} as const satisfies Record<ManuscriptState, Hue>;
