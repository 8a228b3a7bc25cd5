import * as v from 'valibot';
import type { Half } from '../../domain/visit-plan/types';
import { action } from '../action';
import type { AttachmentView } from '../attachment';
import { calendarDate, cursor, recordId, text, version } from '../fields';
import { attachmentIds } from '../request/form';

/** What everybody who may see the request sees of its visit. */
export interface VisitBrief {
  readonly id: string;
  readonly date: string;
  readonly half: Half;
  readonly state: 'booked' | 'done';
  /** Which kind of expert comes, such as 质量管理专家; the expert's own name only for the office. */
  readonly expert: string;
  readonly record: VisitRecord | null;
}

export interface VisitRecord {
  readonly writtenAt: string;
  readonly findings: string;
  readonly policies: string;
  readonly promises: readonly VisitPromise[];
  readonly photos: readonly AttachmentView[];
  /** When the firm confirmed what was written down; null until then. */
  readonly confirmedAt: string | null;
}

/** What was promised on site: who does what until when. */
export interface VisitPromise {
  readonly id: string;
  readonly text: string;
  readonly by: 'firm' | 'expert' | 'office';
  readonly dueOn: string;
  readonly doneOn: string | null;
}

export interface VisitRow {
  readonly id: string;
  readonly requestId: string;
  readonly date: string;
  readonly half: Half;
  readonly state: VisitBrief['state'];
  readonly firmName: string;
  readonly areaName: string;
  readonly subject: string | null;
  /** Promises of the visit that are due and not kept. */
  readonly overduePromises: number;
}

export interface VisitPage {
  readonly visits: readonly VisitRow[];
  readonly nextCursor: string | null;
}

export const visitActions = {
  'visit.mine': action<VisitPage>()({
    who: 'expert',
    effect: 'read',
    summary: 'The expert’s own visits: those to come soonest first, those done newest first.',
    input: v.strictObject({ span: v.optional(v.picklist(['to-come', 'done'], '没有这个范围。'), 'to-come'), cursor }),
  }),
  'visit.record': action<VisitBrief>()({
    who: 'staff',
    effect: 'change',
    summary: 'Writes down what a visit found, explained and promised; the first time it makes the request visited, later it mends the record until the firm has confirmed it.',
    input: v.strictObject({
      requestId: recordId,
      version,
      findings: text('现场情况', { min: 5, max: 1000, lines: 'many' }),
      policies: text('讲解的政策', { min: 0, max: 1000, lines: 'many' }),
      promises: v.pipe(
        v.array(
          v.strictObject({
            text: text('后续事项', { min: 2, max: 200 }),
            by: v.picklist(['firm', 'expert', 'office'], '请选择由谁完成。'),
            dueOn: calendarDate('完成日期'),
          }),
          '请填写后续事项。',
        ),
        v.maxLength(10, '后续事项最多 10 项。'),
      ),
      photoIds: v.optional(attachmentIds, []),
    }),
  }),
  'visit.confirm-record': action<VisitBrief>()({
    who: 'person',
    effect: 'change',
    summary: 'The firm confirms what was written down on site; this stands for its signature.',
    input: v.strictObject({ requestId: recordId, version }),
  }),
  'visit.keep-promise': action<VisitBrief>()({
    who: 'person',
    effect: 'change',
    summary: 'Marks what was promised on site as done, by whoever promised it or the office.',
    input: v.strictObject({ requestId: recordId, promiseId: recordId }),
  }),
} as const;
