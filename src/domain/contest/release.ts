import type { ContestPhase } from './window';

/** Whether what is told with the hand-in, or to everyone when the contest has closed, may be told now. */
export const isReleased = (release: 'at-submission' | 'at-close', phase: ContestPhase): boolean => release === 'at-submission' || phase === 'closed';
