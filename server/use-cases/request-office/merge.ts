import { isClosed } from '../../../src/domain/request/state';
import { refuse } from '../../refusal';
import { actorsOf, isOffice } from '../../request/access';
import { makeChange } from '../../request/make-change';
import { addEvent } from '../../storage/request/event-store';
import { followInstead } from '../../storage/request/follower-store';
import { findRequest, lockRequests, type StoredRequest } from '../../storage/request/request-store';
import type { UseCase } from '../../use-case';

/**
 * The people of the duplicate follow the other request from then on and so see what is in it: that is why an anonymous
 * one is never merged, not even with another one of the same person, which would tell that they are of one person.
 */
export const mergeRequest: UseCase<'request.merge'> = async (context, { intoId, ...at }) => {
  const { db, caller, now } = context;
  await lockRequests(db, [at.id, intoId]);
  return makeChange(context, at, 'merge', async ({ request }) => {
    const into = await findRequest(db, intoId);
    if (!into || !isOffice(await actorsOf(context, into))) return refuse('not_found', '没有找到要并入的申请。');
    if (!mayJoin(request, into)) return refuse('invalid_input', undefined, { intoId: '只能并入同一家企业、同一类事项、正在办理的申请；匿名的申请不能并案。' });
    await followInstead(db, request.id, into.id, now);
    await addEvent(db, { requestId: into.id, at: now, kind: 'merged-in', officeId: into.officeId, toOfficeId: null, personId: caller.person.id, note: null, detail: {} });
    return { set: { mergedInto: into.id } };
  });
};

const mayJoin = (request: StoredRequest, into: StoredRequest): boolean =>
  request.id !== into.id && !isClosed(into.state) && !request.anonymous && !into.anonymous && request.campaignId === into.campaignId && request.kind === into.kind && isSameFirm(request, into);

const isSameFirm = (one: StoredRequest, other: StoredRequest): boolean =>
  one.creditCode === null ? other.creditCode === null && one.firmName !== null && one.firmName === other.firmName : one.creditCode === other.creditCode;
