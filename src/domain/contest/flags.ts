/** What an officer should look at. A flag changes no score and keeps nobody out. */
export type Flag = 'often-hidden' | 'too-fast';

export interface FlagLimits {
  /** From so many times out of sight on. */
  readonly hiddenTimes: number;
  /** Faster than so many seconds a question, with a pass. */
  readonly secondsPerQuestion: number;
}

export interface Conduct {
  readonly hiddenCount: number;
  readonly usedMs: number;
  readonly questionCount: number;
  readonly passed: boolean;
}

export function flagsOf({ hiddenCount, usedMs, questionCount, passed }: Conduct, { hiddenTimes, secondsPerQuestion }: FlagLimits): Flag[] {
  const flags: Flag[] = [];
  if (hiddenCount >= hiddenTimes) flags.push('often-hidden');
  if (passed && usedMs < questionCount * secondsPerQuestion * 1000) flags.push('too-fast');
  return flags;
}
