/**
 * WeChat's subscription templates. A person allows one at a tap; each time allows one send.
 *
 * - `result`: to the firm, what was decided.
 * - `visit`: to the firm and to the expert, a visit's day and its changes.
 * - `reply`: somebody has written in the case.
 * - `survey`: to the firm, whether it helped.
 * - `to-do`: to an officer, what is nearly due or overdue.
 * - `booking`: to whoever booked an event, an offered place, a reminder, a change.
 */
export type MessageTemplate = 'result' | 'visit' | 'reply' | 'survey' | 'to-do' | 'booking';

export const messageTemplates = ['result', 'visit', 'reply', 'survey', 'to-do', 'booking'] as const satisfies readonly MessageTemplate[];

export const templateNames = {
  result: '办理结果',
  visit: '上门安排',
  reply: '新的留言',
  survey: '回访',
  'to-do': '待办提醒',
  booking: '预约提醒',
} as const satisfies Readonly<Record<MessageTemplate, string>>;

export type MessageKind =
  | 'request-answered'
  | 'request-scheduled'
  | 'request-concluded'
  | 'request-message'
  | 'survey'
  | 'office-due'
  | 'office-overdue'
  | 'visit-assigned'
  | 'visit-changed'
  | 'booking-offered'
  | 'booking-reminder'
  | 'booking-changed'
  | 'essay-reviewed'
  | 'review-wanted'
  | 'review-done'
  | 'account';

interface KindOfMessage {
  /** At most 5 characters, so that it fits a `phrase` of WeChat. */
  readonly name: string;
  /** Null for what is told inside the app alone. */
  readonly template: MessageTemplate | null;
}

export const messageKinds = {
  'request-answered': { name: '受理结果', template: 'result' },
  'request-scheduled': { name: '上门安排', template: 'visit' },
  'request-concluded': { name: '办理结果', template: 'result' },
  'request-message': { name: '新的留言', template: 'reply' },
  survey: { name: '回访', template: 'survey' },
  'office-due': { name: '即将到期', template: 'to-do' },
  'office-overdue': { name: '已经逾期', template: 'to-do' },
  'visit-assigned': { name: '上门任务', template: 'visit' },
  'visit-changed': { name: '上门变更', template: 'visit' },
  'essay-reviewed': { name: '征文评审', template: 'result' },
  'review-wanted': { name: '等待审核', template: 'to-do' },
  'review-done': { name: '稿件进展', template: null },
  'booking-offered': { name: '候补到位', template: 'booking' },
  'booking-reminder': { name: '活动提醒', template: 'booking' },
  'booking-changed': { name: '预约变化', template: 'booking' },
  account: { name: '账号通知', template: null },
} as const satisfies Readonly<Record<MessageKind, KindOfMessage>>;
