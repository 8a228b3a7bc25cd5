import * as v from 'valibot';
import { normalisePhone } from '../domain/phone';
import { normaliseReceiptNumber } from '../domain/receipt-number';
import type { RequestState } from '../domain/request-state';
import { action } from './action';
import { creditCode } from './credit-code';
import { calendarDate, contentId, cursor, recordId, text, version } from './fields';

/** The fields of the expert-visit form; their labels, help and purposes are campaign content. */
export type RequestField =
  | 'firmName'
  | 'creditCode'
  | 'contactName'
  | 'phone'
  | 'areaId'
  | 'subjectId'
  | 'need'
  | 'preferredDates';

const phone = v.pipe(
  v.string('请填写联系电话。'),
  v.maxLength(40, '联系电话过长，请填写 11 位手机号，或带区号的座机号。'),
  v.transform(normalisePhone),
  v.check((value) => value !== null, '请填写 11 位手机号，或带区号的座机号，如 022-12345678。'),
  v.transform((value) => value ?? ''),
);

/** What a firm fills in; the form validates with it field by field, the server with the whole. */
export const requestFields = {
  firmName: text('企业名称', { min: 4, max: 60 }),
  creditCode,
  /** True once the person has said that a code with a wrong check digit is what the licence shows. */
  creditCodeConfirmed: v.boolean('请确认统一社会信用代码。'),
  contactName: text('联系人', { min: 2, max: 20 }),
  phone,
  areaId: contentId('所在区域'),
  subjectId: contentId('想问的方面'),
  need: text('具体情况', { min: 10, max: 500, lines: 'many' }),
  preferredDates: v.pipe(
    v.array(calendarDate('方便的日期'), '请选择方便的日期。'),
    v.minLength(1, '请至少选择一个方便的日期。'),
    v.maxLength(3, '方便的日期最多选三个。'),
    v.check((dates) => new Set(dates).size === dates.length, '方便的日期有重复，请改选。'),
  ),
} as const;

export interface RequestEvent {
  /** ISO 8601 with the +08:00 offset. */
  readonly at: string;
  readonly kind: 'submitted' | 'accepted' | 'returned' | 'completed' | 'transferred' | 'withdrawn';
  readonly title: string;
  /** An office or the firm; never an officer's own name. */
  readonly by: string;
  readonly note: string | null;
}

/** What may be done now by this caller. */
export type RequestMove = 'accept' | 'return' | 'transfer' | 'complete' | 'withdraw';

/** What anyone who holds the receipt may see: no personal data, no text the firm wrote. */
export interface RequestStatus {
  readonly receiptNumber: string;
  readonly state: RequestState;
  readonly stateLabel: string;
  readonly title: string;
  readonly subject: string;
  readonly officeName: string;
  readonly submittedAt: string;
  /** The promise clock: it stands still while the firm completes its request, and ends once accepted. */
  readonly promise:
    | { readonly kind: 'running'; readonly dueOn: string; readonly workingDaysLeft: number }
    | { readonly kind: 'paused'; readonly workingDaysLeft: number }
    | { readonly kind: 'kept' | 'missed' | 'ended' };
  readonly timeline: readonly RequestEvent[];
  /** Steps still to come, as plain words. */
  readonly next: readonly string[];
}

export interface RequestView extends RequestStatus {
  readonly id: string;
  readonly version: number;
  readonly firmName: string;
  readonly creditCode: string;
  /** The check digit is wrong and the firm confirmed the code. */
  readonly creditCodeDoubtful: boolean;
  /** Null once the retention period has passed or the person had it erased. */
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly areaId: string;
  readonly areaName: string;
  readonly subjectId: string;
  readonly need: string;
  readonly preferredDates: readonly string[];
  readonly mine: boolean;
  readonly moves: readonly RequestMove[];
  /** Where the bureau may pass the request on to; empty for everyone else. */
  readonly transferTo: readonly { readonly id: string; readonly name: string }[];
}

export interface RequestRow {
  readonly id: string;
  readonly receiptNumber: string;
  readonly firmName: string;
  readonly subject: string;
  readonly state: RequestState;
  readonly stateLabel: string;
  readonly officeName: string;
  readonly submittedAt: string;
  readonly promise: RequestStatus['promise'];
}

export interface RequestPage {
  readonly requests: readonly RequestRow[];
  readonly nextCursor: string | null;
}

export interface RequestForm {
  readonly campaignId: string;
  readonly title: string;
  readonly introduction: string;
  readonly open: boolean;
  /** Why it is closed, in words; null when open. */
  readonly closedReason: string | null;
  readonly subjects: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string; readonly officeName: string }[];
  readonly fields: Readonly<Record<RequestField, { readonly label: string; readonly help: string; readonly purpose: string }>>;
  readonly consent: string;
  readonly retention: string;
  readonly promiseWorkingDays: number;
  /** The working days that may be preferred, `YYYY-MM-DD`, soonest first. */
  readonly dates: readonly string[];
  readonly whatHappensNext: readonly string[];
}

export const requestActions = {
  'request.form': action<RequestForm>()({
    who: 'anyone',
    effect: 'read',
    summary: 'What the expert-visit form asks, why, and what may be chosen.',
    input: v.strictObject({}),
  }),
  'request.submit': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'Files a request for an expert’s visit and gives its receipt number.',
    input: v.strictObject({
      campaignId: contentId('活动'),
      ...requestFields,
      consent: v.literal(true, '请先阅读并同意信息使用说明。'),
    }),
  }),
  'request.mine': action<RequestPage>()({
    who: 'person',
    effect: 'read',
    summary: 'The caller’s own requests, newest first, ten a page.',
    input: v.strictObject({ cursor }),
  }),
  'request.get': action<RequestView>()({
    who: 'person',
    effect: 'read',
    summary: 'One request, for the person who filed it and for the officers of the office that answers it.',
    input: v.strictObject({ id: recordId }),
  }),
  'request.complete': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'Sends a returned request again with what was asked for.',
    input: v.strictObject({ id: recordId, version, ...requestFields }),
  }),
  'request.withdraw': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'Takes one’s own request back.',
    input: v.strictObject({ id: recordId, version }),
  }),
  'request.lookup': action<RequestStatus>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Status by receipt number and the last four digits of the phone; five wrong tries close a number for an hour.',
    input: v.strictObject({
      receiptNumber: v.pipe(
        v.string('请填写受理编号。'),
        v.maxLength(40, '受理编号过长，请对照回执核对。'),
        v.transform(normaliseReceiptNumber),
        v.check((value) => value !== null, '受理编号有误，可能是某一位写错了，请对照回执核对。'),
        v.transform((value) => value ?? ''),
      ),
      phoneTail: v.pipe(
        v.string('请填写联系电话后四位。'),
        v.maxLength(20, '请填写联系电话后四位数字。'),
        v.transform((value) => value.normalize('NFKC').trim()),
        v.regex(/^\d{4}$/, '请填写联系电话后四位数字。'),
      ),
    }),
  }),
  'request.inbox': action<RequestPage>()({
    who: 'officer',
    effect: 'read',
    summary: 'Requests of the caller’s own offices in one state, ten a page: waiting ones by due date, others newest first.',
    input: v.strictObject({
      state: v.optional(v.picklist(['submitted', 'returned', 'accepted', 'withdrawn'], '没有这种状态。'), 'submitted'),
      cursor,
    }),
  }),
  'request.accept': action<RequestView>()({
    who: 'officer',
    effect: 'change',
    summary: 'Accepts a request of one’s own office.',
    input: v.strictObject({ id: recordId, version }),
  }),
  'request.return': action<RequestView>()({
    who: 'officer',
    effect: 'change',
    summary: 'Returns a request to the firm for completion, with what is missing.',
    input: v.strictObject({ id: recordId, version, reason: text('需要补充的内容', { min: 5, max: 300, lines: 'many' }) }),
  }),
  'request.transfer': action<RequestView>()({
    who: 'officer',
    effect: 'change',
    summary: 'Passes a request that came to the bureau on to the office that answers it; the bureau only.',
    input: v.strictObject({ id: recordId, version, officeId: contentId('单位') }),
  }),
} as const;
