import * as v from 'valibot';
import { action } from '../action';
import { contentId } from '../fields';
import type { Source } from '../practice';

/** What a firm answers to each question of a self-check; kept on the device only. */
export type ChecklistAnswer = 'yes' | 'no' | 'not-applicable';

export const checklistAnswerNames = {
  yes: '是',
  no: '否',
  'not-applicable': '不适用',
} as const satisfies Readonly<Record<ChecklistAnswer, string>>;

export interface ChecklistItem {
  readonly id: string;
  /** A question; “yes” is as it should be. */
  readonly text: string;
  readonly hint: string | null;
  /** What to do when the answer is no. */
  readonly onNo: string;
  readonly source: Source | null;
}

export interface ChecklistView {
  readonly id: string;
  readonly title: string;
  readonly introduction: string;
  readonly activity: { readonly id: string; readonly number: number; readonly title: string };
  readonly items: readonly ChecklistItem[];
  /** Where a firm that answered no can ask; null when there is no such kind of request, or it cannot be asked for now. */
  readonly help: { readonly kindId: string; readonly title: string; readonly subjectId: string | null } | null;
}

export const checklistActions = {
  'checklist.get': action<ChecklistView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'A self-check list with its questions. The answers stay on the device.',
    input: v.strictObject({ id: contentId('自查清单') }),
  }),
} as const;
