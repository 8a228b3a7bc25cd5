import * as v from 'valibot';
import { messageTemplates, type MessageKind, type MessageTemplate } from '../domain/message-kind';
import { action } from './action';
import { cursor, recordId } from './fields';

export interface MessageRow {
  readonly id: string;
  /** ISO 8601 with the +08:00 offset. */
  readonly at: string;
  readonly kind: MessageKind;
  readonly title: string;
  readonly text: string;
  /** The address of the page that it leads to; null when there is none. */
  readonly route: string | null;
  readonly unread: boolean;
}

export interface MessagePage {
  readonly messages: readonly MessageRow[];
  /** Of all the caller's messages, not of this page. */
  readonly unreadCount: number;
  readonly nextCursor: string | null;
}

/** WeChat's id of each template that may be asked for; null where WeChat's messages cannot be had. */
export interface TemplateIds {
  readonly templates: Readonly<Partial<Record<MessageTemplate, string>>> | null;
}

/** WeChat asks for three at most at one tap. */
export const TEMPLATES_A_TAP = 3;

export const messageActions = {
  'message.list': action<MessagePage>()({
    who: 'person',
    effect: 'read',
    summary: 'The caller’s messages, newest first, ten a page.',
    input: v.strictObject({ cursor }),
  }),
  'message.read': action<{ readonly unreadCount: number }>()({
    who: 'person',
    effect: 'settled',
    summary: 'Marks one of the caller’s messages as read, or it and all older ones, or all that are about one request.',
    input: v.union(
      [v.strictObject({ id: recordId, andOlder: v.optional(v.boolean('请说明要标记哪些消息。'), false) }), v.strictObject({ requestId: recordId })],
      '请说明要标记哪些消息。',
    ),
  }),
  'message.templates': action<TemplateIds>()({
    who: 'person',
    effect: 'read',
    summary: 'Which subscription messages the caller may be asked to allow in WeChat.',
    input: v.strictObject({}),
  }),
  'message.granted': action<{ readonly templates: readonly MessageTemplate[] }>()({
    who: 'person',
    effect: 'change',
    summary: 'Notes what the caller has just allowed in WeChat: one send for each template.',
    input: v.strictObject({
      templates: v.pipe(
        v.array(v.picklist(messageTemplates, '没有这种提醒。'), '请说明允许了哪些提醒。'),
        v.minLength(1, '请说明允许了哪些提醒。'),
        v.maxLength(TEMPLATES_A_TAP, `一次最多允许 ${TEMPLATES_A_TAP} 种提醒。`),
        v.check((templates) => new Set(templates).size === templates.length, '提醒有重复。'),
      ),
    }),
  }),
} as const;
