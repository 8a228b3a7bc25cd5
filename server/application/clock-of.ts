import type { Campaign } from '../campaign/schema';
import { demoClock, systemClock, type Clock } from '../clock';
import type { Configuration } from './configuration';

/** The configured clock, started now. */
export function clockOf(clock: Configuration['clock'], { demoNow }: Pick<Campaign, 'demoNow'>): Clock {
  if (clock.kind === 'system') return systemClock;
  return demoClock(clock.kind === 'fixed-start' ? clock.startsAt : new Date(demoNow));
}
