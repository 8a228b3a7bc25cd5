import * as v from 'valibot';
import type { Finding } from '../../domain/editorial/finding';
import { manuscriptStates, type ManuscriptChange, type ManuscriptEventKind, type ManuscriptState } from '../../domain/manuscript/state';
import { action } from '../action';
import { articleKinds, type ArticleKind, type Block } from '../article';
import type { LineId } from '../campaign';
import { contentId, cursor, instant, text } from '../fields';
import { manuscriptContent, type ManuscriptContent } from './content';

/** Somebody of the newsroom, as of a moment; the name is null once the person was deleted. */
export interface Hand {
  readonly at: string;
  readonly name: string | null;
  readonly mine: boolean;
}

export interface ManuscriptRow {
  readonly id: string;
  readonly kind: ArticleKind;
  /** Empty when it has none yet. */
  readonly title: string;
  readonly officeName: string;
  readonly state: ManuscriptState;
  /** The public can read some version of it now. */
  readonly isPublic: boolean;
  /** Null for what came with the campaign's folder and was never worked on here. */
  readonly edited: Hand | null;
  readonly publishAt: string | null;
  readonly pinnedUntil: string | null;
  /** It is in review, and the caller may review it. */
  readonly waitsForMe: boolean;
}

export interface ManuscriptPage {
  readonly manuscripts: readonly ManuscriptRow[];
  readonly nextCursor: string | null;
  /** How many are in review that the caller may review, of all and whatever the list is narrowed to. */
  readonly waitingForMe: number;
  /** Whose manuscripts the caller sees; `mine` where he or she may write. */
  readonly offices: readonly { readonly id: string; readonly name: string; readonly mine: boolean }[];
}

/** What an editor chooses from. */
export interface ManuscriptChoices {
  /** All of the campaign; `mine` where the caller may write. */
  readonly offices: readonly { readonly id: string; readonly name: string; readonly mine: boolean }[];
  readonly lines: readonly { readonly id: LineId; readonly name: string }[];
  /** An article about an activity stands in the activity's line. */
  readonly activities: readonly { readonly id: string; readonly number: number; readonly title: string; readonly lineId: LineId }[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
}

/** What happened, for the editors. */
export interface ManuscriptEvent {
  readonly by: Hand;
  readonly kind: ManuscriptEventKind;
  readonly note: string | null;
}

export interface ManuscriptView {
  readonly id: string;
  /** Goes with every change; 0 for an article of the campaign's folder that nobody has worked on here. */
  readonly revision: number;
  readonly state: ManuscriptState;
  readonly content: ManuscriptContent;
  readonly officeName: string;
  /** Where the cover can be seen. */
  readonly coverUrl: string | null;
  /** The caller is an editor of its office. */
  readonly mine: boolean;
  /** What the caller may do now, of what people do. */
  readonly may: readonly ManuscriptChange[];
  /** The caller could review it, had he or she not written or submitted it. */
  readonly ownWork: boolean;
  readonly edited: Hand | null;
  readonly submitted: Hand | null;
  /** The last review; `note` is what the reviewer said. */
  readonly reviewed: (Hand & { readonly decision: 'approve' | 'return'; readonly note: string }) | null;
  /** When the clock publishes it. */
  readonly publishAt: string | null;
  /** Until when it then stands above the others. */
  readonly pinUntil: string | null;
  /** The last version that was public, also after it was withdrawn; of an untouched one there is no row. */
  readonly publishedVersion: number | null;
  /** What the public reads; null when it reads nothing. `current`: exactly this content. */
  readonly public: { readonly publishedAt: string | null; readonly pinnedUntil: string | null; readonly current: boolean } | null;
  readonly withdrawn: { readonly at: string; readonly note: string } | null;
  /** The newest first, 50 at most. */
  readonly events: readonly ManuscriptEvent[];
  readonly choices: ManuscriptChoices;
  /** What stands above an article that has no cover. */
  readonly campaign: { readonly name: string; readonly organiser: string };
}

/** After a save. The client goes on with this revision. */
export interface SavedManuscript {
  readonly id: string;
  readonly revision: number;
  readonly state: ManuscriptState;
  readonly savedAt: string;
}

/** `submitted` and `published` say how far that version went. `folder`: as it came with the campaign. */
export type VersionKind = 'folder' | 'saved' | 'restored' | 'submitted' | 'published';

export interface VersionRow {
  /** From 1; what one person saves within ten minutes is one version. */
  readonly number: number;
  readonly kind: VersionKind;
  readonly saved: Hand;
  readonly title: string;
  /** Of the body. */
  readonly characters: number;
}

export interface VersionView extends VersionRow {
  readonly content: ManuscriptContent;
}

export interface ManuscriptCheck {
  /** As the phone will show it; what cannot be shown is left out and named by `problems`. */
  readonly blocks: readonly Block[];
  /** What the body says that an article cannot show. It cannot be submitted like this. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** What an official would be embarrassed by. With a `must` among them it cannot be submitted. */
  readonly findings: readonly Finding[];
  /** What is still missing or wrong, by the content’s field (`title`, `cover.alt`, `details.topicId`). It cannot be submitted like this. */
  readonly missing: Readonly<Record<string, string>>;
}

/** What the list is narrowed to: a state, what waits for the caller's review, or the folder's articles that nobody has taken over. */
export const manuscriptFilters = [...manuscriptStates, 'waiting', 'folder'] as const;

const revision = v.pipe(v.number('版本号不正确。'), v.integer('版本号不正确。'), v.minValue(0, '版本号不正确。'), v.maxValue(1_000_000_000, '版本号不正确。'));
const id = contentId('稿件');
const at = { id, revision } as const;
// With the lists that nobody changes.
const content: v.GenericSchema<ManuscriptContent> = manuscriptContent;
const number = v.pipe(v.number('版本号不正确。'), v.integer('版本号不正确。'), v.minValue(1, '版本号不正确。'), v.maxValue(1_000_000, '版本号不正确。'));

export const manuscriptActions = {
  'manuscript.list': action<ManuscriptPage>()({
    who: 'editor',
    effect: 'read',
    summary: 'Manuscripts of the caller’s offices, or of all for an editor of the bureau, the last edited first, ten a page.',
    input: v.strictObject({
      /** All when left out, save those of the folder that nobody has taken over. */
      state: v.optional(v.picklist(manuscriptFilters, '没有这种状态。')),
      officeId: v.optional(contentId('单位')),
      kind: v.optional(v.picklist(articleKinds, '没有这一类内容。')),
      cursor,
    }),
  }),
  'manuscript.start': action<{ readonly id: string }>()({
    who: 'editor',
    effect: 'change',
    summary: 'Begins an empty manuscript in one of the caller’s offices.',
    input: v.strictObject({
      kind: v.picklist(articleKinds, '没有这一类内容。'),
      officeId: contentId('单位'),
      activityId: v.optional(v.nullable(contentId('活动')), null),
    }),
  }),
  'manuscript.get': action<ManuscriptView>()({
    who: 'editor',
    effect: 'read',
    summary: 'One manuscript with its trace; an article of the campaign’s folder is answered as a manuscript of revision 0.',
    input: v.strictObject({ id }),
  }),
  'manuscript.save': action<SavedManuscript>()({
    who: 'editor',
    effect: 'settled',
    summary: 'Saves the working copy, finished or not; `conflict` when another has saved meanwhile. The same content again changes nothing.',
    input: v.strictObject({
      ...at,
      content,
      /** What the caller saved a moment ago stays a version of its own too: two windows of one person do not overwrite each other. */
      asNewVersion: v.optional(v.boolean('是否另存为新版本不正确。'), false),
    }),
  }),
  'manuscript.check': action<ManuscriptCheck>()({
    who: 'editor',
    effect: 'read',
    summary: 'The preview of a content, and what is wrong with it.',
    input: v.strictObject({ content }),
  }),
  'manuscript.versions': action<{ readonly versions: readonly VersionRow[]; readonly nextCursor: string | null }>()({
    who: 'editor',
    effect: 'read',
    summary: 'The versions of a manuscript, the newest first, ten a page.',
    input: v.strictObject({ id, cursor }),
  }),
  'manuscript.version': action<VersionView>()({
    who: 'editor',
    effect: 'read',
    summary: 'One version with its content, to be compared and restored.',
    input: v.strictObject({ id, number }),
  }),
  'manuscript.restore': action<ManuscriptView>()({
    who: 'editor',
    effect: 'change',
    summary: 'Makes a former version the working copy; what was there stays a version.',
    input: v.strictObject({ ...at, number }),
  }),
  'manuscript.submit': action<ManuscriptView>()({
    who: 'editor',
    effect: 'change',
    summary: 'Hands the manuscript to another person for review; it must be whole and without anything that must be mended.',
    input: v.strictObject(at),
  }),
  'manuscript.review': action<ManuscriptView>()({
    who: 'editor',
    effect: 'change',
    summary: 'Approves a manuscript or returns it, by a person who neither wrote nor submitted it.',
    input: v.pipe(
      v.strictObject({
        ...at,
        decision: v.picklist(['approve', 'return'], '请选择通过或退回。'),
        note: v.optional(text('审核意见', { min: 0, max: 300, lines: 'many' }), ''),
      }),
      v.forward(v.check(({ decision, note }) => decision === 'approve' || note.length >= 2, '退回时请写明需要修改的地方。'), ['note']),
    ),
  }),
  'manuscript.publish': action<ManuscriptView>()({
    who: 'editor',
    effect: 'change',
    summary: 'Publishes an approved manuscript now, or sets the time at which the clock does; optionally above the others until a time.',
    input: v.strictObject({ ...at, at: v.nullable(instant('发布时间')), pinnedUntil: v.nullable(instant('置顶截止时间')) }),
  }),
  'manuscript.unschedule': action<ManuscriptView>()({
    who: 'editor',
    effect: 'change',
    summary: 'Takes the set time back; the manuscript stays approved.',
    input: v.strictObject(at),
  }),
  'manuscript.pin': action<ManuscriptView>()({
    who: 'editor',
    effect: 'change',
    summary: 'Keeps a published article above the others until a time, or no longer.',
    input: v.strictObject({ ...at, pinnedUntil: v.nullable(instant('置顶截止时间')) }),
  }),
  'manuscript.withdraw': action<ManuscriptView>()({
    who: 'editor',
    effect: 'change',
    summary: 'Takes an article from the public, whose page then says when and why.',
    input: v.strictObject({ ...at, note: text('撤下的原因', { min: 5, max: 100 }) }),
  }),
} as const;
