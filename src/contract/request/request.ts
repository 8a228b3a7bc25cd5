import * as v from 'valibot';
import type { PauseReason } from '../../domain/request/promise-clock';
import { normaliseReceiptNumber } from '../../domain/request/receipt-number';
import type { FieldValues } from '../../domain/request/field';
import type { RequestActor, RequestChange, RequestOutcome, RequestState } from '../../domain/request/state';
import { action } from '../action';
import type { AttachmentView } from '../attachment';
import { cursor, recordId, text, version } from '../fields';
import type { VisitBrief } from '../visit/visit';
import type { CaseMessage, SurveyView } from './case';
import type { OfficeSide } from './office';

/** A change, or what else happened to a request that the firm is told. */
export type RequestEventKind = 'submit' | RequestChange | 'warned' | 'escalated' | 'follow' | 'merged-in' | 'record-confirmed';

export interface RequestEvent {
  /** ISO 8601 with the +08:00 offset. */
  readonly at: string;
  readonly kind: RequestEventKind;
  readonly title: string;
  /** An office, the experts or the firm; never an officer's own name. */
  readonly by: string;
  readonly note: string | null;
}

/** What may be done now by this caller. */
export type RequestMove = RequestChange;

/** One promise at a time: first to answer, then to conclude. */
export type PromiseView =
  | { readonly kind: 'running'; readonly what: 'answer' | 'conclude'; readonly dueOn: string; readonly workingDaysLeft: number }
  | { readonly kind: 'paused'; readonly reason: PauseReason; readonly reasonName: string; readonly workingDaysLeft: number }
  | { readonly kind: 'kept' | 'missed' | 'ended' };

/** What anyone who holds the receipt may see: no personal data, no text the firm wrote. */
export interface RequestStatus {
  readonly receiptNumber: string;
  readonly kindId: string;
  /** The kind's title. */
  readonly title: string;
  /** Null where the kind asks for none. */
  readonly subject: string | null;
  readonly state: RequestState;
  readonly stateLabel: string;
  readonly outcome: RequestOutcome | null;
  readonly officeName: string;
  readonly submittedAt: string;
  readonly promise: PromiseView;
  readonly timeline: readonly RequestEvent[];
  /** Steps still to come, as plain words. */
  readonly next: readonly string[];
}

/** A field as it was filled in, for reading. */
export interface FilledField {
  readonly id: string;
  readonly label: string;
  /** Choices by their names, several joined with 、. */
  readonly text: string;
}

export interface RequestView extends RequestStatus {
  readonly id: string;
  readonly version: number;
  /** Null in kinds that do not ask for a firm, and in anonymous requests; erased with the person's data it stays. */
  readonly firmName: string | null;
  /** The check digit is wrong and the firm confirmed the code. */
  readonly creditCodeDoubtful: boolean;
  /** What was filled in, in the form's order; personal fields are missing once erased, and for whom they are not meant. */
  readonly fields: readonly FilledField[];
  readonly anonymous: boolean;
  readonly preferredDates: readonly string[];
  /** In what capacities the caller sees it; at least one. */
  readonly actors: readonly RequestActor[];
  readonly moves: readonly RequestMove[];
  /** What goes into the form again; only for the owner of a returned request. */
  readonly values: FieldValues | null;
  readonly attachments: readonly AttachmentView[];
  /** Oldest first; those inside the office only for the office. */
  readonly messages: readonly CaseMessage[];
  readonly mayWrite: boolean;
  readonly visit: VisitBrief | null;
  /** How many colleagues follow it; null for whoever is not the owner. */
  readonly followerCount: number | null;
  /** What the owner is asked now; null when nothing. */
  readonly survey: SurveyView | null;
  /** The number of the request into which it was merged. */
  readonly mergedInto: string | null;
  /** What only the office sees. */
  readonly office: OfficeSide | null;
}

export interface RequestRow {
  readonly id: string;
  readonly version: number;
  readonly receiptNumber: string;
  readonly title: string;
  /** Who asks: the firm, or that it is anonymous. */
  readonly firmName: string;
  readonly subject: string | null;
  readonly state: RequestState;
  readonly stateLabel: string;
  readonly officeName: string;
  readonly submittedAt: string;
  readonly promise: PromiseView;
  /** For the office: the firm's last message has no reply yet. In one's own list: there is news in it that one has not read. */
  readonly unanswered: boolean;
  /** A colleague filed it and let the caller in; only in the caller's own list. */
  readonly followed?: boolean;
}

export interface RequestPage {
  readonly requests: readonly RequestRow[];
  readonly nextCursor: string | null;
}

/** Which request, as the caller last saw it. */
export const requestAt = { id: recordId, version } as const;

export const requestActions = {
  'request.mine': action<RequestPage>()({
    who: 'person',
    effect: 'read',
    summary: 'The requests the caller filed or follows, newest first, ten a page.',
    input: v.strictObject({ cursor }),
  }),
  'request.get': action<RequestView>()({
    who: 'person',
    effect: 'read',
    summary: 'One request with everything its page shows, for its owner and followers, the office that answers it, its expert and the dispatchers.',
    input: v.strictObject({ id: recordId }),
  }),
  'request.withdraw': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'Takes one’s own request back; a visit that was agreed is cancelled.',
    input: v.strictObject(requestAt),
  }),
  'request.confirm': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'The owner agrees with how the request was concluded.',
    input: v.strictObject(requestAt),
  }),
  'request.reopen': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'The owner says that it is not solved: once, and the bureau takes it over.',
    input: v.strictObject({ ...requestAt, reason: text('还没有解决的问题', { min: 5, max: 300, lines: 'many' }) }),
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
} as const;
