import * as v from 'valibot';
import type { SurveyRound } from '../../domain/request/survey';
import { action } from '../action';
import type { AttachmentView } from '../attachment';
import { recordId, text } from '../fields';
import { attachmentIds } from './form';
import type { RequestView } from './request';

/** `inside`: a note of the office, which the firm never sees. */
export type MessageAudience = 'everyone' | 'inside';

/** What was asked, answered or noted in a case. */
export interface CaseMessage {
  readonly id: string;
  /** ISO 8601 with the +08:00 offset. */
  readonly at: string;
  readonly audience: MessageAudience;
  /** An office, the experts or the firm; never a person's own name. */
  readonly by: string;
  readonly mine: boolean;
  readonly text: string;
  readonly attachments: readonly AttachmentView[];
}

/** Did it help? */
export type Helped = 'yes' | 'partly' | 'no';

export interface SurveyView {
  readonly round: SurveyRound;
}

export interface FollowInvitation {
  /** Goes into the share card of `/service/follow/index`; used once, and nowhere kept but as a hash. Null in a repeated answer. */
  readonly token: string | null;
  readonly expiresAt: string;
}

/** What a colleague sees before following. */
export interface FollowOffer {
  readonly title: string;
  readonly firmName: string | null;
  readonly receiptNumber: string;
  readonly valid: boolean;
}

const followToken = v.pipe(v.string('邀请不正确。'), v.regex(/^[A-Za-z0-9_-]{22,64}$/, '邀请不正确，请让同事重新分享。'));

export const caseActions = {
  'request.say': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'Writes a message in the case, or, for the office, a note inside. It guards against no version: words never conflict.',
    input: v.strictObject({
      id: recordId,
      text: text('留言', { min: 1, max: 1000, lines: 'many' }),
      audience: v.optional(v.picklist(['everyone', 'inside'], '请选择谁能看到。'), 'everyone'),
      attachmentIds: v.optional(attachmentIds, []),
    }),
  }),
  'request.invite': action<FollowInvitation>()({
    who: 'person',
    effect: 'change',
    secret: 'token',
    summary: 'The owner lets one colleague in: a link that works once within seven days.',
    input: v.strictObject({ id: recordId }),
  }),
  'request.follow-offer': action<FollowOffer>()({
    who: 'person',
    effect: 'read',
    summary: 'What an invitation to follow is for.',
    input: v.strictObject({ token: followToken }),
  }),
  'request.follow': action<{ readonly id: string }>()({
    who: 'person',
    effect: 'change',
    summary: 'Follows a request by a colleague’s invitation.',
    input: v.strictObject({ token: followToken }),
  }),
  'request.unfollow': action<{ readonly id: string }>()({
    who: 'person',
    effect: 'change',
    summary: 'Stops following; or, by the owner with `all`, ends everybody’s following.',
    input: v.strictObject({ id: recordId, all: v.optional(v.boolean('请选择。'), false) }),
  }),
  'survey.answer': action<RequestView>()({
    who: 'person',
    effect: 'change',
    summary: 'The owner says whether it helped; once a round.',
    input: v.strictObject({
      id: recordId,
      round: v.picklist([30, 90], '没有这次回访。'),
      helped: v.picklist(['yes', 'partly', 'no'], '请选择是否有帮助。'),
      comment: v.optional(text('补充说明', { min: 0, max: 300, lines: 'many' }), ''),
    }),
  }),
} as const;
