import { markFormerEntrants } from '../../contest/former-entrant';
import { eraseContestData } from '../../storage/contest/personal-store';
import { deleteAttachmentsOfPerson } from '../../storage/attachment/attachment-store';
import { eraseEssays } from '../../storage/essay/essay-store';
import { deletePerson, eraseColleaguesMessages, eraseRequests, lockPerson, lockRequestsOfPerson } from '../../storage/stores/person-store';
import { campaignOf } from '../../campaign/campaign-of';
import { eraseExpertProfiles } from '../../storage/visit/expert-store';
import { cancelBookingsOf } from '../../booking/cancel';
import { eraseBookingsOf } from '../../storage/booking/personal-store';
import { refuse } from '../../refusal';
import { changeRequest } from '../../request/change-request';
import type { UseCase } from '../../use-case';

/**
 * Requests that still wait, for the office or for the firm, are withdrawn; an accepted one stays as the office's
 * record. All of them stay without anything personal, and so do contest results, which carry a mark until the contest
 * closes. Bookings to come are cancelled, and their places go to whoever waits; essays go whole, also out of the gallery.
 * Files go with their bytes: what the person uploaded, and what anybody attached to the person's requests. The key of this
 * very call dies with the person, so a repeated call finds no session any more.
 */
export const deletePersonalData: UseCase<'person.delete'> = async (context) => {
  const { db, caller, now, isWorkingDay } = context;
  const personId = caller.person.id;
  if (!(await lockPerson(db, personId))) return refuse('session_expired');
  const requests = await lockRequestsOfPerson(db, personId);
  for (const request of requests) {
    const campaign = await campaignOf(context, request.campaignId);
    // What is being worked on stays as the office's record; what waits, or waits for a visit, is withdrawn.
    const waits = ['submitted', 'returned', 'reopened', 'assigned', 'scheduled'].includes(request.state);
    if (waits) await changeRequest(db, request, { change: 'withdraw', actors: ['owner'], personId }, { campaign, now, isWorkingDay });
  }
  await eraseRequests(db, personId, requests.map(({ id }) => id));
  await eraseColleaguesMessages(db, personId);
  await eraseExpertProfiles(db, personId);
  await deleteAttachmentsOfPerson(db, personId, requests.map(({ id }) => id));
  await markFormerEntrants(db, personId, now);
  await eraseContestData(db, personId);
  await cancelBookingsOf(db, personId, now);
  await eraseBookingsOf(db, personId);
  await eraseEssays(db, personId);
  await deletePerson(db, personId);
  return { deleted: true };
};
