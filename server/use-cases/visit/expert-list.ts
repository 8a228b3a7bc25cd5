import { chinaDate } from '../../../src/domain/china-time';
import { refuse } from '../../refusal';
import { actorsOf, isOffice, refuseUnknown } from '../../request/access';
import { findRequest } from '../../storage/request/request-store';
import { listExperts as listStored } from '../../storage/visit/expert-store';
import { countBookedHalves } from '../../storage/visit/visit-store';
import type { UseCase } from '../../use-case';
import { expertChoices, expertFit, expertView } from '../../visit/expert-view';

/** With a request, those who fit come first, and of them those with the fewest visits before them. */
export const listExperts: UseCase<'expert.list'> = async (context, { requestId }) => {
  const { db, campaign, caller, now } = context;
  if (!caller.roles.some((role) => role === 'officer' || role === 'dispatcher')) return refuse('forbidden');
  const experts = await listStored(db, campaign.id);
  const choices = expertChoices(campaign);
  if (requestId === undefined) return { experts: experts.map((expert) => ({ ...expertView(expert, campaign), fit: null })), choices };

  const request = await findRequest(db, requestId);
  if (!request || !isOffice(await actorsOf(context, request))) return refuseUnknown();
  const booked = await countBookedHalves(db, campaign.id, chinaDate(now));
  const rows = experts.map((expert) => {
    const halves = booked.get(expert.id) ?? 0;
    return { halves, row: { ...expertView(expert, campaign), fit: expertFit(expert, request, halves, campaign) } };
  });
  rows.sort((a, b) => Number(b.row.fit.fits) - Number(a.row.fit.fits) || a.halves - b.halves);
  return { experts: rows.map(({ row }) => row), choices };
};
