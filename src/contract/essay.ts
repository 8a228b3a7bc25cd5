import * as v from 'valibot';
import { essayStates, type EssayChange, type EssayState } from '../domain/essay/state';
import { action } from './action';
import { cursor, recordId, text, version, wordsOf } from './fields';
import { phone } from './phone';

/** What is asked for, and within which limits. */
export interface EssayCall {
  readonly activityId: string;
  readonly theme: string;
  readonly introduction: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Whether essays are taken today. */
  readonly open: boolean;
  /** Of the text, in characters without spaces and line breaks. */
  readonly shortest: number;
  readonly longest: number;
  readonly mostPerPerson: number;
}

/** As the public sees it. */
export interface EssayRow {
  readonly id: string;
  readonly title: string;
  /** The name the author chose to be shown by. */
  readonly authorName: string;
  readonly firmName: string | null;
  /** The text's beginning. */
  readonly excerpt: string;
  readonly acceptedOn: string;
  readonly appreciationCount: number;
}

/** The author and the reviewing office see more of it than the public does. */
export interface EssayView {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly authorName: string;
  readonly firmName: string | null;
  /** As the author wrote it, with its line breaks. */
  readonly body: string;
  readonly state: EssayState;
  readonly submittedAt: string;
  readonly acceptedOn: string | null;
  readonly appreciationCount: number;
  readonly appreciated: boolean;
  /** Why the caller cannot appreciate it; null where nothing is against it, or the caller is not signed in. */
  readonly cannotAppreciate: string | null;
  readonly mine: boolean;
  /** What the caller may do with it now. */
  readonly moves: readonly EssayChange[];
  /** What the reviewer said to the author; for the author and the reviewing office alone. */
  readonly note: string | null;
  /** For the author and the reviewing office alone; null too once it is erased. */
  readonly phone: string | null;
  /** For the author, who may have to mend it. */
  readonly call: EssayCall | null;
}

export interface Gallery {
  readonly essays: readonly EssayRow[];
  readonly nextCursor: string | null;
  /** With the first page alone; null too where the campaign calls for no essays. */
  readonly call: EssayCall | null;
}

export interface OwnEssay {
  readonly id: string;
  readonly title: string;
  readonly state: EssayState;
  readonly submittedAt: string;
  readonly note: string | null;
  readonly appreciationCount: number;
}

export interface EssayToReview {
  readonly id: string;
  readonly title: string;
  readonly authorName: string;
  readonly firmName: string | null;
  readonly state: EssayState;
  readonly submittedAt: string;
  readonly length: number;
}

const essayText = {
  title: wordsOf('标题', { min: 2, max: 40 }),
  /** The call's own limits are checked by the use case; these bound the work. */
  body: text('正文', { min: 1, max: 8000, lines: 'many' }),
  authorName: text('署名', { min: 2, max: 20 }),
  firmName: v.nullable(text('单位', { min: 2, max: 60 })),
  phone,
} as const;

export const essayActions = {
  'essay.call': action<{ readonly call: EssayCall | null; readonly ownCount: number }>()({
    who: 'anyone',
    effect: 'read',
    summary: 'The call for essays with its limits, and how many the caller has sent in; null where the campaign has none.',
    input: v.strictObject({}),
  }),
  'essay.gallery': action<Gallery>()({
    who: 'anyone',
    effect: 'read',
    summary: 'The accepted essays, the latest accepted first, ten a page; the first page says what is called for.',
    input: v.strictObject({ cursor }),
  }),
  'essay.get': action<EssayView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'An accepted essay for everybody; any other for its author and the reviewing office.',
    input: v.strictObject({ id: recordId }),
  }),
  'essay.submit': action<{ readonly id: string }>()({
    who: 'person',
    effect: 'change',
    summary: 'Sends an essay in for review.',
    input: v.strictObject(essayText),
  }),
  'essay.resubmit': action<{ readonly id: string }>()({
    who: 'person',
    effect: 'change',
    summary: 'Sends one’s own returned essay in again.',
    input: v.strictObject({ id: recordId, version, ...essayText }),
  }),
  'essay.withdraw': action<{ readonly id: string }>()({
    who: 'person',
    effect: 'change',
    summary: 'Takes one’s own essay back, out of the gallery too.',
    input: v.strictObject({ id: recordId, version }),
  }),
  'essay.mine': action<{ readonly essays: readonly OwnEssay[]; readonly nextCursor: string | null }>()({
    who: 'person',
    effect: 'read',
    summary: 'The caller’s own essays, newest first, ten a page.',
    input: v.strictObject({ cursor }),
  }),
  'essay.appreciate': action<{ readonly appreciated: boolean; readonly appreciationCount: number }>()({
    who: 'person',
    effect: 'settled',
    summary: 'Appreciates an accepted essay, or takes that back. One person counts once; a guest, whom a browser can make anew, does not count.',
    input: v.strictObject({ id: recordId, appreciate: v.boolean('请选择是否赞赏。') }),
  }),
  'essay.inbox': action<{ readonly essays: readonly EssayToReview[]; readonly nextCursor: string | null; readonly waitingCount: number }>()({
    who: 'editor',
    effect: 'read',
    summary: 'Essays in one state for the reviewing office, what has waited longest first, ten a page.',
    input: v.strictObject({ state: v.optional(v.picklist(essayStates, '没有这个状态。'), 'submitted'), cursor }),
  }),
  'essay.review': action<{ readonly id: string }>()({
    who: 'editor',
    effect: 'change',
    summary: 'Accepts an essay into the gallery, returns it to its author, declines it, or takes an accepted one down.',
    input: v.pipe(
      v.strictObject({
        id: recordId,
        version,
        decision: v.picklist(['accept', 'return', 'decline', 'take-down'], '请选择评审结果。'),
        note: v.nullable(text('意见', { min: 2, max: 300, lines: 'many' })),
      }),
      v.forward(
        v.check(({ decision, note }) => decision === 'accept' || note !== null, '请写明理由或修改意见，作者会看到。'),
        ['note'],
      ),
    ),
  }),
} as const;
