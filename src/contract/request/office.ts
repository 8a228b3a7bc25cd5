import * as v from 'valibot';
import { officerPauseReasons, type PauseReason } from '../../domain/request/promise-clock';
import type { RequestState } from '../../domain/request/state';
import { action } from '../action';
import { calendarDate, contentId, cursor, recordId, text, version } from '../fields';
import { half } from '../visit/half-day';
import { requestAt, type RequestPage, type RequestView } from './request';

/** For which step a ready-made text is meant. */
export type ReplyPurpose = 'accept' | 'return' | 'decline' | 'conclude' | 'message';

export interface ReplyTemplate {
  readonly id: string;
  readonly purpose: ReplyPurpose;
  readonly title: string;
  readonly text: string;
}

/** What an office sees of its request beside what the firm sees. */
export interface OfficeSide {
  /** Where it may be passed on to; empty when this caller may not. */
  readonly transferTo: readonly { readonly id: string; readonly name: string }[];
  /** It was passed on twice: only a dispatcher may do it again. */
  readonly needsDispatcher: boolean;
  readonly replies: readonly ReplyTemplate[];
  readonly pauseReasons: readonly { readonly id: PauseReason; readonly name: string }[];
  readonly expertId: string | null;
}

/** What the list is narrowed to. `open` and `closed` are several states at once. */
export const inboxStates = ['open', 'submitted', 'reopened', 'returned', 'accepted', 'assigned', 'scheduled', 'visited', 'concluded', 'closed'] as const;

export interface SimilarRequest {
  readonly id: string;
  readonly version: number;
  readonly receiptNumber: string;
  readonly firmName: string;
  readonly subject: string | null;
  readonly stateLabel: string;
  readonly submittedAt: string;
  /** Share of the text's pairs of characters that both have, 0–1. */
  readonly likeness: number;
  /** The beginning of what the firm wrote. */
  readonly excerpt: string;
}

export interface Dashboard {
  readonly countedAt: string;
  readonly totals: { readonly open: number; readonly waiting: number; readonly overdue: number; readonly concluded: number };
  readonly byOffice: readonly { readonly officeId: string; readonly name: string; readonly open: number; readonly overdue: number; readonly closed: number }[];
  readonly byKind: readonly { readonly kindId: string; readonly title: string; readonly open: number; readonly overdue: number; readonly closed: number }[];
  readonly byState: readonly { readonly state: RequestState; readonly label: string; readonly count: number }[];
  /** Open ones by calendar days since they were filed. */
  readonly ages: readonly { readonly label: string; readonly count: number }[];
  /** Of those concluded: how many promises to answer and to conclude were kept. */
  readonly promises: { readonly kept: number; readonly missed: number };
  readonly helped: { readonly yes: number; readonly partly: number; readonly no: number };
}

const note = (label: string) => text(label, { min: 5, max: 300, lines: 'many' });

const narrowed = {
  officeId: v.optional(contentId('单位')),
  kindId: v.optional(contentId('事项')),
  state: v.optional(v.picklist(inboxStates, '没有这种状态。'), 'open'),
  due: v.optional(v.picklist(['overdue', 'soon'], '没有这种期限。')),
} as const;

export const requestOfficeActions = {
  'request.inbox': action<RequestPage>()({
    who: 'staff',
    effect: 'read',
    summary: 'Requests of the caller’s own offices, or of all for a dispatcher, ten a page, soonest due first; `closed` ones newest first.',
    input: v.strictObject({ ...narrowed, cursor }),
  }),
  'request.accept': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Accepts a request; from here on it is promised to be concluded.',
    input: v.strictObject({ ...requestAt, note: v.optional(text('说明', { min: 0, max: 300, lines: 'many' }), '') }),
  }),
  'request.accept-many': action<{ readonly accepted: readonly string[]; readonly refused: readonly { readonly id: string; readonly message: string }[] }>()({
    who: 'staff',
    effect: 'change',
    summary: 'Accepts several requests at once, thirty at most; what changed meanwhile is named and left as it is.',
    input: v.strictObject({
      requests: v.pipe(
        v.array(v.strictObject({ id: recordId, version }), '请选择申请。'),
        v.minLength(1, '请至少选择一份申请。'),
        v.maxLength(30, '一次最多受理 30 份。'),
        v.check((requests) => new Set(requests.map(({ id }) => id)).size === requests.length, '选择的申请有重复。'),
      ),
    }),
  }),
  'request.return': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Returns a request to the firm for completion, with what is missing.',
    input: v.strictObject({ ...requestAt, reason: note('需要补充的内容') }),
  }),
  'request.decline': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Declines a request with the reason.',
    input: v.strictObject({ ...requestAt, reason: note('不予受理的理由') }),
  }),
  'request.transfer': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Passes a request on to another office; the third time only a dispatcher may.',
    input: v.strictObject({ ...requestAt, officeId: contentId('单位'), reason: note('转办的理由') }),
  }),
  'request.assign': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Says which expert takes the request.',
    input: v.strictObject({ ...requestAt, expertId: recordId }),
  }),
  'request.schedule': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Agrees a half-day for the visit; refused when the expert is elsewhere then.',
    input: v.strictObject({ ...requestAt, date: calendarDate('上门日期'), half }),
  }),
  'request.unschedule': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Takes an agreed visit back, with the reason.',
    input: v.strictObject({ ...requestAt, reason: note('改期的原因') }),
  }),
  'request.pause': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Stops the promise clock for a named reason that the firm sees.',
    input: v.strictObject({ ...requestAt, pauseReason: v.picklist(officerPauseReasons, '请选择暂停计时的原因。'), note: note('说明') }),
  }),
  'request.resume': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Lets the promise clock go on.',
    input: v.strictObject(requestAt),
  }),
  'request.conclude': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Concludes a request: solved, advised, or not our duty and whose it is.',
    input: v.strictObject({
      ...requestAt,
      outcome: v.picklist(['resolved', 'advised', 'not-our-duty'], '请选择办理结果。'),
      reply: text('答复', { min: 5, max: 1000, lines: 'many' }),
      /** Of `not-our-duty`. */
      responsible: v.optional(text('负责单位', { min: 0, max: 60 }), ''),
    }),
  }),
  'request.similar': action<{ readonly requests: readonly SimilarRequest[] }>()({
    who: 'staff',
    effect: 'read',
    summary: 'Open requests of the same firm and kind that say much the same, the likest first, five at most.',
    input: v.strictObject({ id: recordId }),
  }),
  'request.merge': action<RequestView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Merges a duplicate into another request of the same firm, whose people follow it from then on.',
    input: v.strictObject({ ...requestAt, intoId: recordId }),
  }),
  'request.dashboard': action<Dashboard>()({
    who: 'staff',
    effect: 'read',
    summary: 'Counts, ages and what is overdue, of the caller’s own offices or of all.',
    input: v.strictObject({ officeId: v.optional(contentId('单位')) }),
  }),
  'request.export': action<{ readonly name: string; readonly base64: string; readonly rowCount: number }>()({
    who: 'staff',
    effect: 'read',
    summary: 'The narrowed list as an Excel workbook, 2,000 rows at most, without contacts.',
    input: v.strictObject(narrowed),
  }),
} as const;
