/** Where the server takes the time from; every rule about days asks it and nothing else. */
export interface Clock {
  /** True when it shows the demo's day rather than today. */
  readonly demo: boolean;
  now(): Date;
}

export const systemClock: Clock = { demo: false, now: () => new Date() };

/** Shows `startsAt` now and runs on from there; every start of the process begins at `startsAt` again. */
export function demoClock(startsAt: Date): Clock {
  const shift = startsAt.getTime() - Date.now();
  return { demo: true, now: () => new Date(Date.now() + shift) };
}
