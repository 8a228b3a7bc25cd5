import type { PromiseView, RequestEvent, RequestRow, RequestStatus } from '../../src/contract/request/request';
import { chinaDate, chinaIso, monthDayWeekday } from '../../src/domain/china-time';
import { pauseReasonNames } from '../../src/domain/request/promise-clock';
import { mayBeTalkedAbout, outcomeLabels, stateLabels } from '../../src/domain/request/state';
import { halfNames } from '../../src/domain/visit/half-day';
import { workingDaysLeft } from '../../src/domain/working-days';
import { nameOf } from '../campaign/name-of';
import type { Campaign } from '../campaign/schema';
import type { StoredEvent } from '../storage/request/event-store';
import type { StoredRequest } from '../storage/request/request-store';
import type { Capabilities } from '../use-case';
import { kindOf, subjectName } from '../campaign/request-words';

export type Time = Pick<Capabilities, 'now' | 'isWorkingDay'>;

/** The first promise is kept by the office's answer, the second by the conclusion; a withdrawn or merged request has just ended. */
export function promiseView({ state, dueOn, workingDaysLeft: left, pausedFor, answeredOn, missed }: StoredRequest, { now, isWorkingDay }: Time): PromiseView {
  if (state === 'withdrawn' || state === 'merged') return { kind: 'ended' };
  if (pausedFor !== null && left !== null) return { kind: 'paused', reason: pausedFor, reasonName: pauseReasonNames[pausedFor], workingDaysLeft: left };
  if (dueOn === null) return { kind: missed ? 'missed' : 'kept' };
  return { kind: 'running', what: answeredOn === null ? 'answer' : 'conclude', dueOn, workingDaysLeft: workingDaysLeft(chinaDate(now), dueOn, isWorkingDay) };
}

export const halfDayWords = (date: string, half: 'am' | 'pm'): string => `${monthDayWeekday(date)}${halfNames[half]}`;

function eventTitle({ kind, officeId, toOfficeId, detail }: StoredEvent, { offices }: Campaign): string {
  const office = (id: string | null): string => (id === null ? '办理单位' : nameOf(offices, id));
  const when = detail.date && detail.half ? halfDayWords(detail.date, detail.half) : '';
  switch (kind) {
    case 'submit':
      return '已提交';
    case 'accept':
      return `${office(officeId)}已受理`;
    case 'return':
      return '退回补充';
    case 'decline':
      return '不予受理';
    case 'complete':
      return '已补充并重新提交';
    case 'transfer':
      return `已转至${office(toOfficeId)}`;
    case 'assign':
      return '已安排专家';
    case 'schedule':
      return `约定 ${when}上门`;
    case 'unschedule':
      return '原定的上门时间取消';
    case 'visit':
      return when === '' ? '专家已上门' : `专家已于 ${when}上门`;
    case 'pause':
      return detail.pauseReason ? `暂停计算期限：${pauseReasonNames[detail.pauseReason]}` : '暂停计算期限';
    case 'resume':
      return '继续计算期限';
    case 'conclude':
      return detail.outcome ? `已办结：${outcomeLabels[detail.outcome]}${detail.responsible ? `，请联系${detail.responsible}` : ''}` : '已办结';
    case 'confirm':
      return '企业已确认办结';
    case 'reopen':
      return '企业反映没有解决，重新办理';
    case 'merge':
      return '与另一份申请并案办理';
    case 'withdraw':
      return '已撤回';
    case 'warned':
      return '已提醒办理单位：承诺的期限快到了';
    case 'escalated':
      return '超过承诺的期限，已报调度人员督办';
    case 'follow':
      return '一位同事开始一起跟进';
    case 'merged-in':
      return '另一份申请并入本件办理';
    case 'record-confirmed':
      return '企业已确认上门记录';
  }
}

/** Never a person's own name. */
function eventActor({ kind, officeId, detail }: StoredEvent, { offices, organiser }: Campaign): string {
  if (kind === 'warned' || kind === 'escalated') return '系统';
  if (detail.byExpert) return '专家';
  if (detail.byDispatcher) return `${organiser}调度人员`;
  return officeId === null ? '企业' : nameOf(offices, officeId);
}

/** In the order it happened. */
export const requestTimeline = (events: readonly StoredEvent[], campaign: Campaign): RequestEvent[] =>
  events.map((event) => ({ at: chinaIso(event.at), kind: event.kind, title: eventTitle(event, campaign), by: eventActor(event, campaign), note: event.note }));

/** The content lists the whole way: filing first, the office's answer second, then what follows acceptance. */
function nextSteps({ state, kind: kindId }: StoredRequest, campaign: Campaign): readonly string[] {
  const { whatHappensNext, visits } = kindOf(campaign, kindId);
  switch (state) {
    case 'submitted':
    case 'reopened':
      return whatHappensNext.slice(1);
    case 'returned':
      return ['按退回说明补充内容，重新提交', ...whatHappensNext.slice(1)];
    case 'accepted':
      return whatHappensNext.slice(2);
    case 'assigned':
      return ['与您约定上门时间', '专家上门之后，请您说说问题是否解决'];
    case 'scheduled':
      return ['专家按约定的时间上门', '专家上门之后，请您说说问题是否解决'];
    case 'visited':
      return ['请核对并确认上门记录', '办理单位给出结论，请您确认是否解决'];
    case 'concluded':
      return [visits ? '请您确认问题是否解决；没有解决的，可以要求重新办理' : '请您确认是否解决；没有解决的，可以要求重新办理'];
    case 'confirmed':
    case 'declined':
    case 'withdrawn':
    case 'merged':
      return [];
  }
}

/** Whom a list names: the firm; where none was asked for or given, that it is so. */
export const firmWords = ({ firmName, anonymous }: Pick<StoredRequest, 'firmName' | 'anonymous'>): string => firmName ?? (anonymous ? '匿名' : '个人或单位');

/** The firm has written last, where the office can still answer. */
export const isWaitingForReply = ({ awaitingReply, state }: Pick<StoredRequest, 'awaitingReply' | 'state'>): boolean => awaitingReply && mayBeTalkedAbout(state);

/** For a list. */
export function requestRow(request: StoredRequest, campaign: Campaign, time: Time, unanswered: boolean): RequestRow {
  const kind = kindOf(campaign, request.kind);
  return {
    id: request.id,
    version: request.version,
    receiptNumber: request.receiptNumber,
    title: kind.title,
    firmName: firmWords(request),
    subject: subjectName(request, kind),
    state: request.state,
    stateLabel: stateLabels[request.state],
    officeName: nameOf(campaign.offices, request.officeId),
    submittedAt: chinaIso(request.submittedAt),
    promise: promiseView(request, time),
    unanswered,
  };
}

export function requestStatus(request: StoredRequest, events: readonly StoredEvent[], campaign: Campaign, time: Time): RequestStatus {
  const kind = kindOf(campaign, request.kind);
  return {
    receiptNumber: request.receiptNumber,
    kindId: kind.id,
    title: kind.title,
    subject: subjectName(request, kind),
    state: request.state,
    stateLabel: stateLabels[request.state],
    outcome: request.outcome,
    officeName: nameOf(campaign.offices, request.officeId),
    submittedAt: chinaIso(request.submittedAt),
    promise: promiseView(request, time),
    timeline: requestTimeline(events, campaign),
    next: nextSteps(request, campaign),
  };
}

/** For whoever holds the receipt: notes are left out, since they may repeat what the firm confided. */
export function publicStatus(request: StoredRequest, events: readonly StoredEvent[], campaign: Campaign, time: Time): RequestStatus {
  const status = requestStatus(request, events, campaign, time);
  return { ...status, timeline: status.timeline.map((event) => ({ ...event, note: null })) };
}
