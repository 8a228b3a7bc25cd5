import type { RequestEvent, RequestRow, RequestStatus, RequestView } from '../../../src/contract/request';
import { chinaDate, chinaIso } from '../../../src/domain/china-time';
import { stateLabels } from '../../../src/domain/request-state';
import { workingDaysLeft } from '../../../src/domain/working-days';
import type { Campaign } from '../../campaign/schema';
import { listEvents, type StoredEvent, type StoredRequest } from '../../storage/stores/request-store';
import type { Capabilities, Context } from '../../use-case';
import { campaignOf } from '../campaign/campaign-of';
import { nameOf } from '../campaign/campaign-view';
import { actorsOf, movesOf } from './request-access';

type Time = Pick<Capabilities, 'now' | 'isWorkingDay'>;

/** The promise is kept when the request was accepted by the end of its due day; a withdrawn one has just ended. */
function promiseView({ state, dueOn, workingDaysLeft: left, answeredOn }: StoredRequest, { now, isWorkingDay }: Time): RequestStatus['promise'] {
  if (state === 'withdrawn') return { kind: 'ended' };
  if (state === 'returned') return { kind: 'paused', workingDaysLeft: left ?? 0 };
  if (dueOn === null) throw new Error('A request that was filed has no due date.');
  if (state === 'accepted') return { kind: answeredOn !== null && answeredOn <= dueOn ? 'kept' : 'missed' };
  return { kind: 'running', dueOn, workingDaysLeft: workingDaysLeft(chinaDate(now), dueOn, isWorkingDay) };
}

function eventTitle({ kind, officeId, toOfficeId }: StoredEvent, { offices }: Campaign): string {
  switch (kind) {
    case 'submitted':
      return '已提交';
    case 'accepted':
      return `${nameOf(offices, officeId ?? '')}已受理`;
    case 'returned':
      return '退回补充';
    case 'completed':
      return '已补充并重新提交';
    case 'transferred':
      return `已转至${nameOf(offices, toOfficeId ?? '')}`;
    case 'withdrawn':
      return '已撤回';
  }
}

const eventView = (event: StoredEvent, campaign: Campaign): RequestEvent => ({
  at: chinaIso(event.at),
  kind: event.kind,
  title: eventTitle(event, campaign),
  by: event.officeId === null ? '企业' : nameOf(campaign.offices, event.officeId),
  note: event.note,
});

/** In the order it happened. */
export const requestTimeline = (events: readonly StoredEvent[], campaign: Campaign): RequestEvent[] =>
  events.map((event) => eventView(event, campaign));

/** The content lists the whole way: filing first, the office's answer second, then what follows acceptance. */
function nextSteps({ state }: StoredRequest, { expertVisit: { whatHappensNext } }: Campaign): readonly string[] {
  switch (state) {
    case 'submitted':
      return whatHappensNext.slice(1);
    case 'returned':
      return ['按退回说明补充内容，重新提交', ...whatHappensNext.slice(1)];
    case 'accepted':
      return whatHappensNext.slice(2);
    case 'withdrawn':
      return [];
  }
}

/** For a list. */
export const requestRow = (request: StoredRequest, campaign: Campaign, time: Time): RequestRow => ({
  id: request.id,
  receiptNumber: request.receiptNumber,
  firmName: request.firmName,
  subject: nameOf(campaign.expertVisit.subjects, request.subjectId),
  state: request.state,
  stateLabel: stateLabels[request.state],
  officeName: nameOf(campaign.offices, request.officeId),
  submittedAt: chinaIso(request.submittedAt),
  promise: promiseView(request, time),
});

function statusView(request: StoredRequest, events: readonly StoredEvent[], campaign: Campaign, time: Time): RequestStatus {
  const { receiptNumber, state, stateLabel, subject, officeName, submittedAt, promise } = requestRow(request, campaign, time);
  return {
    receiptNumber,
    state,
    stateLabel,
    title: campaign.expertVisit.title,
    subject,
    officeName,
    submittedAt,
    promise,
    timeline: requestTimeline(events, campaign),
    next: nextSteps(request, campaign),
  };
}

/** For whoever holds the receipt: an officer's note is left out, since it may repeat what the firm confided. */
export function publicStatus(request: StoredRequest, events: readonly StoredEvent[], campaign: Campaign, time: Time): RequestStatus {
  const status = statusView(request, events, campaign, time);
  return { ...status, timeline: status.timeline.map((event) => ({ ...event, note: null })) };
}

type ViewingContext = Time & Pick<Context<'request.get'>, 'db' | 'caller' | 'campaign'>;

/**
 * For the owner and the office that handles it. Whoever is neither, as the bureau after it has passed the request on,
 * sees no contact.
 */
export async function requestView(context: ViewingContext, request: StoredRequest): Promise<RequestView> {
  const campaign = await campaignOf(context, request.campaignId);
  const actors = actorsOf(context, request);
  const moves = movesOf(request.state, actors);
  const maySeeContact = actors.length > 0;
  const others = campaign.offices.filter(({ id }) => id !== request.officeId);
  return {
    ...statusView(request, await listEvents(context.db, request.id), campaign, context),
    id: request.id,
    version: request.version,
    firmName: request.firmName,
    creditCode: request.creditCode,
    creditCodeDoubtful: request.creditCodeDoubtful,
    contactName: maySeeContact ? request.contactName : null,
    phone: maySeeContact ? request.phone : null,
    areaId: request.areaId,
    areaName: nameOf(campaign.expertVisit.areas, request.areaId),
    subjectId: request.subjectId,
    need: request.need,
    preferredDates: request.preferredDates,
    mine: actors.includes('owner'),
    moves,
    transferTo: moves.includes('transfer') ? others.map(({ id, name }) => ({ id, name })) : [],
  };
}
