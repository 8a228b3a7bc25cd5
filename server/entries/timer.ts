import type { Application } from '../application/application';
import type { Housework } from '../application/housekeeping';

/**
 * Whether a cloud function's event comes from its timer trigger. Anyone who may call the function can imitate it,
 * which is why a timer does nothing but what is due anyway.
 */
export const isTimerEvent = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'Type' in event && event.Type === 'Timer' && 'TriggerName' in event;

/** What the hour asks for. */
export const onTimer = ({ keepHouse }: Pick<Application, 'keepHouse'>): Promise<Housework> => keepHouse();
