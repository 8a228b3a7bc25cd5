import * as v from 'valibot';
import type { RequestField } from '../../domain/request/field';
import { action } from '../action';
import { contentId, recordId, version } from '../fields';
import type { RequestView } from './request';
import { fieldValues } from './values';

/** For the directory of what a firm, or anybody, may ask for. */
export interface RequestKindRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Working days within which it is answered. */
  readonly answerWithin: number;
  readonly anonymous: boolean;
}

export interface RequestKindList {
  readonly open: boolean;
  /** Why nothing can be filed now, in words; null when open. */
  readonly closedReason: string | null;
  readonly kinds: readonly RequestKindRow[];
}

export interface RequestForm {
  readonly campaignId: string;
  readonly kindId: string;
  readonly title: string;
  readonly introduction: string;
  readonly open: boolean;
  /** Why it is closed, in words; null when open. */
  readonly closedReason: string | null;
  /** In the order in which they are asked. */
  readonly fields: readonly RequestField[];
  readonly areas: readonly { readonly id: string; readonly name: string; readonly officeName: string }[];
  /** The working days that may be preferred, `YYYY-MM-DD`, soonest first. */
  readonly dates: readonly string[];
  /** Null where the kind takes no files. */
  readonly attachments: { readonly most: number; readonly label: string; readonly help: string; readonly purpose: string } | null;
  /** What to know before filling in. */
  readonly notices: readonly string[];
  /** Whether the person may leave out who they are. */
  readonly anonymous: boolean;
  readonly consent: string;
  readonly retention: string;
  readonly answerWithin: number;
  readonly whatHappensNext: readonly string[];
}

/** Uploaded before; each belongs to the caller and to nothing else yet. */
export const attachmentIds = v.pipe(
  v.array(recordId, '请选择附件。'),
  v.maxLength(9, '附件最多 9 个。'),
  v.check((ids) => new Set(ids).size === ids.length, '附件有重复。'),
);

const filledIn = {
  values: fieldValues,
  creditCodeConfirmed: v.optional(v.boolean('请确认统一社会信用代码。'), false),
  attachmentIds: v.optional(attachmentIds, []),
} as const;

export const requestFormActions = {
  'request.kinds': action<RequestKindList>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Every kind of request that may be filed.',
    input: v.strictObject({}),
  }),
  'request.form': action<RequestForm>()({
    who: 'anyone',
    effect: 'read',
    summary: 'What the form of one kind asks, why, and what may be chosen.',
    input: v.strictObject({ kindId: contentId('事项') }),
  }),
  'request.submit': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'Files a request and gives its receipt number.',
    input: v.strictObject({
      campaignId: contentId('活动'),
      kindId: contentId('事项'),
      ...filledIn,
      anonymous: v.optional(v.boolean('请选择是否匿名。'), false),
      consent: v.literal(true, '请先阅读并同意信息使用说明。'),
    }),
  }),
  'request.complete': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'Sends a returned request again with what was asked for; new attachments join the ones it has.',
    input: v.strictObject({ id: recordId, version, ...filledIn }),
  }),
} as const;
