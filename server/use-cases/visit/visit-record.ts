import type { ParsedInput } from '../../../src/contract/actions';
import { MOST_ATTACHMENTS } from '../../../src/contract/attachment';
import type { VisitBrief } from '../../../src/contract/visit/visit';
import { chinaDate } from '../../../src/domain/china-time';
import { transitions, type RequestActor } from '../../../src/domain/request/state';
import { attachmentViews, bindAttachments } from '../../attachment/attachments';
import { refuse, Refusal } from '../../refusal';
import { isOffice, lockVisible, refuseChanged, type LockedRequest } from '../../request/access';
import { changeRequest } from '../../request/change-request';
import type { ChangingContext } from '../../request/make-change';
import { halfDayWords } from '../../request/words';
import { addEvent } from '../../storage/request/event-store';
import { updateRequest, type StoredRequest } from '../../storage/request/request-store';
import { confirmRecord, keepPromise, listPromises, lockPromise, writeRecord, type StoredPromise } from '../../storage/visit/record-store';
import { findStopOfRequest, type StoredStop } from '../../storage/visit/visit-store';
import type { Capabilities, UseCase } from '../../use-case';
import { visitBrief } from '../../visit/visit-brief';

type Recording = ChangingContext & Pick<Capabilities, 'newId'>;

async function briefOf({ db, fileLink }: Recording, request: StoredRequest, campaign: LockedRequest['campaign']): Promise<VisitBrief> {
  const brief = await visitBrief(db, request, campaign, await attachmentViews(db, request.id, fileLink));
  if (!brief) throw new Error(`The request ${request.id} has no visit.`);
  return brief;
}

interface AtStop extends LockedRequest {
  readonly stop: StoredStop;
}

/** Locks a request whose visit may be written about: by these, as they last saw it, while the firm has not confirmed the record. */
async function lockStop(context: Recording, { requestId, version }: { readonly requestId: string; readonly version: number }, by: readonly RequestActor[]): Promise<AtStop | Refusal> {
  const locked = await lockVisible(context, requestId);
  if (locked instanceof Refusal) return locked;
  if (!locked.actors.some((actor) => by.includes(actor))) return refuse('forbidden');
  const { request } = locked;
  if (request.version !== version) return refuseChanged();
  if (request.erased) return refuse('conflict', '这份申请的个人信息已经删除，不能再填写上门记录。');
  const stop = await findStopOfRequest(context.db, requestId);
  if (!stop || !(request.state === 'scheduled' || request.state === 'visited' || request.state === 'concluded')) return refuseChanged();
  if (stop.confirmedAt !== null) return refuse('conflict', '企业已经确认过上门记录，不能再改动。');
  return { ...locked, stop };
}

/** What was promised before in the same words is the same promise, done or not. */
function mendedPromises({ newId }: Recording, promises: ParsedInput<'visit.record'>['promises'], before: readonly StoredPromise[]): StoredPromise[] {
  const left = [...before];
  return promises.map((promise) => {
    const index = left.findIndex(({ text, by, dueOn }) => text === promise.text && by === promise.by && dueOn === promise.dueOn);
    const [same] = index === -1 ? [] : left.splice(index, 1);
    return same ?? { ...promise, id: newId(), doneOn: null };
  });
}

export const recordVisit: UseCase<'visit.record'> = async (context, { requestId, version, findings, policies, promises, photoIds }) => {
  const { db, caller, now } = context;
  const locked = await lockStop(context, { requestId, version }, transitions.visit.by);
  if (locked instanceof Refusal) return locked;
  const { request, campaign, actors, stop } = locked;
  const { date, half } = stop;
  if (chinaDate(now) < date) return refuse('conflict', `约定的上门时间是 ${halfDayWords(date, half)}，请在上门之后填写记录。`);
  const early = promises.findIndex(({ dueOn }) => dueOn < date);
  if (early !== -1) return refuse('invalid_input', undefined, { [`promises.${early}.dueOn`]: '完成日期不能早于上门当天。' });

  const personId = caller.person.id;
  await writeRecord(db, stop.id, { findings, policies, writtenAt: now, writtenBy: personId }, mendedPromises(context, promises, await listPromises(db, stop.id)));
  const unbound = await bindAttachments(db, { personId, requestId, place: 'visit', placeId: stop.id, ids: photoIds, most: MOST_ATTACHMENTS });
  if (unbound) return unbound;
  const changed =
    request.state === 'scheduled'
      ? await changeRequest(db, request, { change: 'visit', actors, personId, detail: { date, half } }, { ...context, campaign })
      : await updateRequest(db, requestId, {}); // The firm confirms what it has read, by the version.
  return briefOf(context, changed, campaign);
};

export const confirmVisitRecord: UseCase<'visit.confirm-record'> = async (context, at) => {
  const { db, caller, now } = context;
  const locked = await lockStop(context, at, ['owner']);
  if (locked instanceof Refusal) return locked;
  const { request, campaign, stop } = locked;
  if (stop.state !== 'done') return refuseChanged();
  await confirmRecord(db, stop.id, now);
  await addEvent(db, { requestId: request.id, at: now, kind: 'record-confirmed', officeId: null, toOfficeId: null, personId: caller.person.id, note: null, detail: {} });
  return briefOf(context, await updateRequest(db, request.id, {}), campaign);
};

const promisedBy: Readonly<Record<StoredPromise['by'], readonly RequestActor[]>> = { firm: ['owner', 'follower'], expert: ['expert'], office: [] };

export const keepVisitPromise: UseCase<'visit.keep-promise'> = async (context, { requestId, promiseId }) => {
  const { db, now } = context;
  const locked = await lockVisible(context, requestId);
  if (locked instanceof Refusal) return locked;
  const { request, campaign, actors } = locked;
  const promise = await lockPromise(db, requestId, promiseId);
  if (!promise) return refuse('not_found', '没有找到这一项，上门记录可能刚刚改过。');
  if (!isOffice(actors) && !actors.some((actor) => promisedBy[promise.by].includes(actor))) return refuse('forbidden', '请由承诺的一方标记完成。');
  if (promise.doneOn !== null) return refuse('conflict', '这一项已经标记完成。');
  await keepPromise(db, promiseId, chinaDate(now));
  return briefOf(context, request, campaign);
};
