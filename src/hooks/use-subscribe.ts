import { useEffect } from 'react';
import { askToSubscribe, prepareSubscriptions } from '../platform/subscribe';

/**
 * Lets a page ask in WeChat whether it may send a message later, at the tap after which the person waits for one:
 * `askFor(['result', 'visit', 'reply'])` first thing in the handler, and never waited for. Does nothing on H5.
 */
export function useSubscribe(): { readonly askFor: typeof askToSubscribe } {
  useEffect(prepareSubscriptions, []);
  return { askFor: askToSubscribe };
}
