import { chinaDate } from '../../../src/domain/china-time';
import { nameOf } from '../../campaign/name-of';
import { Refusal } from '../../refusal';
import { kindOf, subjectName } from '../../campaign/request-words';
import { firmWords } from '../../request/words';
import { cursorKinds } from '../../storage/cursor';
import { listStopsOfExpert } from '../../storage/visit/visit-store';
import type { UseCase } from '../../use-case';
import { ownExpert } from '../../visit/expert-access';
import { pageStart } from '../page-start';

export const listOwnVisits: UseCase<'visit.mine'> = async (context, { span, cursor }) => {
  const { db, campaign, now } = context;
  const after = pageStart(cursorKinds.halfDayAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const expert = await ownExpert(context);
  if (!expert) return { visits: [], nextCursor: null };
  const { rows, nextCursor } = await listStopsOfExpert(db, { expertId: expert.id, state: span === 'done' ? 'done' : 'booked', today: chinaDate(now) }, after);
  const visits = rows.map(({ kind, firmName, anonymous, areaId, subjectId, ...row }) => ({
    ...row,
    firmName: firmWords({ firmName, anonymous }),
    areaName: nameOf(campaign.areas, areaId),
    subject: subjectName({ subjectId }, kindOf(campaign, kind)),
  }));
  return { visits, nextCursor };
};
