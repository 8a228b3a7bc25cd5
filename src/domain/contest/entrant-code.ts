import type { RandomBelow } from '../draw';

const DIGITS = 16;

/** An entrant's public code: sixteen random hex digits. */
export const entrantCode = (randomBelow: RandomBelow): string => Array.from({ length: DIGITS }, () => randomBelow(16).toString(16)).join('');
