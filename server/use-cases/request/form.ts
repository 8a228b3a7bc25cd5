import { chinaDate } from '../../../src/domain/china-time';
import { visitDates } from '../../../src/domain/visit-dates';
import type { UseCase } from '../../use-case';
import { nameOf } from '../campaign/campaign-view';
import { closedReason } from './closed-reason';

export const requestForm: UseCase<'request.form'> = ({ campaign, now, isWorkingDay }) => {
  const { title, introduction, subjects, areas, fields, consent, retention, promiseWorkingDays, whatHappensNext } = campaign.expertVisit;
  const reason = closedReason(campaign, now);
  return Promise.resolve({
    campaignId: campaign.id,
    title,
    introduction,
    open: reason === null,
    closedReason: reason,
    subjects: subjects.map(({ id, name }) => ({ id, name })),
    areas: areas.map(({ id, name, officeId }) => ({ id, name, officeName: nameOf(campaign.offices, officeId) })),
    fields,
    consent,
    retention,
    promiseWorkingDays,
    // Given when closed too: a returned request is completed with this form after the campaign's end.
    dates: visitDates(chinaDate(now), isWorkingDay),
    whatHappensNext,
  });
};
