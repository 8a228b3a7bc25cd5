import type { Reply } from '../../src/contract/errors';
import type { Application } from '../application/application';
import type { PlatformIdentity } from '../dispatch/call';
import { errorReply } from '../dispatch/error-reply';
import { logFailureToStderr } from '../failure-log';
import { takeCloudIdentity } from '../identity/cloud';
import { cloudApplication } from './cloud-application';
import { isTimerEvent, onTimer, type TimerReport } from './timer';

const EVENT_LIMIT = 100 * 1024;

/** The CloudBase event function: `wx.cloud.callFunction({ name: 'api', data: { action, input, idempotencyKey } })`, and its timer. */
export function main(event: unknown, context: unknown): Promise<Reply<unknown> | TimerReport> {
  // Before anything is awaited.
  const identity = takeCloudIdentity(context, process.env);
  return answerEvent(cloudApplication, event, identity);
}

/** Answers one event for one caller. Never throws. */
export async function answerEvent(open: () => Promise<Application>, event: unknown, platformIdentity: PlatformIdentity | undefined): Promise<Reply<unknown> | TimerReport> {
  try {
    if (isTimerEvent(event) && !platformIdentity) return await onTimer(await open());
    if (!isCall(event)) return errorReply('not_json');
    if (sizeOf(event) > EVENT_LIMIT) return errorReply('too_large');
    const { action, input = {}, idempotencyKey } = event;
    const { dispatch } = await open();
    return await dispatch({ action, input, platformIdentity, idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined });
  } catch (error) {
    logFailureToStderr('the function could not start', error);
    return errorReply('unavailable');
  }
}

/** In bytes of UTF-8; what is nested too deeply to be written down is too large. */
function sizeOf(event: object): number {
  try {
    return Buffer.byteLength(JSON.stringify(event));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

interface EventCall {
  readonly action: string;
  readonly input?: unknown;
  readonly idempotencyKey?: unknown;
}

const isCall = (event: unknown): event is EventCall =>
  typeof event === 'object' && event !== null && 'action' in event && typeof event.action === 'string';
