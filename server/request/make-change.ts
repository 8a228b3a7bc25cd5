import type { Transaction } from 'kysely';
import type { RequestView } from '../../src/contract/request/request';
import type { RequestChange } from '../../src/domain/request/state';
import { Refusal } from '../refusal';
import type { Database } from '../storage/tables';
import type { SignedInCaller } from '../use-case';
import { lockForChange, type LockedRequest } from './access';
import { changeRequest, type RequestStep } from './change-request';
import { requestView, type ViewingContext } from './view';

export type ChangingContext = ViewingContext & { readonly db: Transaction<Database>; readonly caller: SignedInCaller };

export type StepDetails = Omit<RequestStep, 'change' | 'actors' | 'personId'>;

/**
 * Locks a request, changes it and answers with what the caller now sees; or says why not.
 *
 * @param details what else belongs to the change; a function may look at the locked request and refuse
 */
export async function makeChange(
  context: ChangingContext,
  at: { readonly id: string; readonly version: number },
  change: RequestChange,
  details: StepDetails | ((locked: LockedRequest) => StepDetails | Refusal | Promise<StepDetails | Refusal>) = {},
): Promise<RequestView | Refusal> {
  const locked = await lockForChange(context, at, change);
  if (locked instanceof Refusal) return locked;
  const step = typeof details === 'function' ? await details(locked) : details;
  if (step instanceof Refusal) return step;
  const { request, campaign, actors } = locked;
  const changed = await changeRequest(context.db, request, { ...step, change, actors, personId: context.caller.person.id }, { ...context, campaign });
  return requestView(context, changed);
}
