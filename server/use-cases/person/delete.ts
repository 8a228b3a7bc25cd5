import { nextState } from '../../../src/domain/request-state';
import { markFormerEntrants } from '../../contest/former-entrant';
import { eraseContestData } from '../../storage/contest/personal-store';
import { deletePerson, eraseRequests, lockPerson, lockRequestsOfPerson } from '../../storage/stores/person-store';
import { addEvent, updateRequest } from '../../storage/stores/request-store';
import { refuse } from '../../refusal';
import type { UseCase } from '../../use-case';

/**
 * Requests that still wait, for the office or for the firm, are withdrawn; an accepted one stays as the office's
 * record. All of them stay without anything personal, and so do contest results, which carry a mark until the contest
 * closes. The key of this very call dies with the person, so a repeated call finds no session any more.
 */
export const deletePersonalData: UseCase<'person.delete'> = async ({ db, caller, now }) => {
  const personId = caller.person.id;
  if (!(await lockPerson(db, personId))) return refuse('session_expired');
  const requests = await lockRequestsOfPerson(db, personId);
  for (const { id, state } of requests) {
    const withdrawn = state === 'accepted' ? null : nextState(state, 'withdraw', ['owner']);
    if (withdrawn === null) continue;
    await updateRequest(db, id, { state: withdrawn, closedAt: now });
    await addEvent(db, { requestId: id, at: now, kind: 'withdrawn', officeId: null, toOfficeId: null, personId, note: null });
  }
  await eraseRequests(db, personId, requests.map(({ id }) => id));
  await markFormerEntrants(db, personId, now);
  await eraseContestData(db, personId);
  await deletePerson(db, personId);
  return { deleted: true };
};
