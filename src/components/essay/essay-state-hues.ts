import type { EssayState } from '../../domain/essay/state';
import type { Hue } from '../tag';

/** Blue waits for the office, gold for the author. */
export const essayStateHues = {
  submitted: 'blue',
  returned: 'gold',
  accepted: 'ok',
  declined: 'grey',
  'taken-down': 'grey',
  withdrawn: 'grey',
} as const satisfies Record<EssayState, Hue>;
