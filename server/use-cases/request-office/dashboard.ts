import { chinaDate, chinaIso } from '../../../src/domain/china-time';
import { ageCounts } from '../../../src/domain/request/age';
import { isClosed, stateLabels, type RequestState } from '../../../src/domain/request/state';
import { refuse } from '../../refusal';
import { officesOf } from '../../request/offices';
import { countAges, countHelped, countPromises, countRequests, type RequestCount } from '../../storage/request/dashboard-store';
import type { UseCase } from '../../use-case';

const sum = (counts: readonly RequestCount[], of: keyof Pick<RequestCount, 'count' | 'overdue'> = 'count'): number => counts.reduce((total, row) => total + row[of], 0);

const inStates = (counts: readonly RequestCount[], ...states: readonly RequestState[]): number => sum(counts.filter(({ state }) => states.includes(state)));

const openAndClosed = (counts: readonly RequestCount[]) => ({
  open: sum(counts.filter(({ state }) => !isClosed(state))),
  overdue: sum(counts, 'overdue'),
  closed: sum(counts.filter(({ state }) => isClosed(state))),
});

export const requestDashboard: UseCase<'request.dashboard'> = async (context, { officeId }) => {
  const { db, campaign, now } = context;
  const officeIds = officesOf(context, officeId);
  if (officeIds.length === 0) return refuse('forbidden');
  const today = chinaDate(now);
  const counted = { campaignId: campaign.id, officeIds };
  const [counts, ages, promises, helped] = await Promise.all([countRequests(db, counted, today), countAges(db, counted, today), countPromises(db, counted), countHelped(db, counted)]);
  const { open, overdue } = openAndClosed(counts);
  const promisesThat = (missed: boolean): number => promises.find((row) => row.missed === missed)?.count ?? 0;
  const helpedSo = (answer: 'yes' | 'partly' | 'no'): number => helped.find((row) => row.helped === answer)?.count ?? 0;
  return {
    countedAt: chinaIso(now),
    totals: { open, waiting: inStates(counts, 'submitted', 'reopened'), overdue, concluded: inStates(counts, 'concluded', 'confirmed') },
    byOffice: campaign.offices.filter(({ id }) => officeIds.includes(id)).map(({ id, name }) => ({ officeId: id, name, ...openAndClosed(counts.filter((row) => row.officeId === id)) })),
    byKind: campaign.requestKinds.map(({ id, title }) => ({ kindId: id, title, ...openAndClosed(counts.filter(({ kind }) => kind === id)) })),
    byState: (Object.keys(stateLabels) as RequestState[]).map((state) => ({ state, label: stateLabels[state], count: inStates(counts, state) })),
    ages: ageCounts(ages),
    promises: { kept: promisesThat(false), missed: promisesThat(true) },
    helped: { yes: helpedSo('yes'), partly: helpedSo('partly'), no: helpedSo('no') },
  };
};
