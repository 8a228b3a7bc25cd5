import * as v from 'valibot';
import type { Role } from '../domain/role';
import { action } from './action';
import type { ClockView } from './campaign';
import type { PersonView } from './session';

export interface MeView {
  readonly clock: ClockView;
  /** Null without a session. */
  readonly person: PersonView | null;
  /** What the person is in the running campaign, whatever the office. */
  readonly roles: readonly Role[];
  readonly offices: readonly { readonly id: string; readonly name: string; readonly waitingCount: number }[];
  /** Whether one of these offices holds the campaign's contest. */
  readonly managesContest: boolean;
  readonly requestCount: number;
  readonly wrongQuestionCount: number;
  readonly unreadCount: number;
  /** Who one may be in the local demo; null in production. */
  readonly personas: readonly { readonly id: string; readonly name: string; readonly summary: string }[] | null;
}

/** Everything kept about one person, by table, in plain JSON; the keys of the entries are Chinese, for a person reads them. */
export interface PersonalData {
  readonly exportedAt: string;
  readonly person: PersonView;
  readonly identities: readonly Readonly<Record<string, unknown>>[];
  readonly sessions: readonly Readonly<Record<string, unknown>>[];
  readonly roles: readonly Readonly<Record<string, unknown>>[];
  /** What is known of the person as an expert, with the leave that was entered. */
  readonly expertProfiles: readonly Readonly<Record<string, unknown>>[];
  /** What the audit log keeps of the person's own changes; it stays when everything else is deleted. */
  readonly changes: readonly Readonly<Record<string, unknown>>[];
  readonly requests: readonly Readonly<Record<string, unknown>>[];
  /** What the person wrote in cases. */
  readonly caseMessages: readonly Readonly<Record<string, unknown>>[];
  /** Colleagues' requests that the person follows. */
  readonly followings: readonly Readonly<Record<string, unknown>>[];
  /** What the person was asked after a conclusion, and answered. */
  readonly surveys: readonly Readonly<Record<string, unknown>>[];
  /** What the person uploaded, with links that open the files for an hour. */
  readonly attachments: readonly Readonly<Record<string, unknown>>[];
  /** With what became of WeChat's copy. */
  readonly messages: readonly Readonly<Record<string, unknown>>[];
  /** How often WeChat may still send each kind of message. */
  readonly subscriptions: readonly Readonly<Record<string, unknown>>[];
  /** Places booked at events, with what was marked at the door. */
  readonly bookings: readonly Readonly<Record<string, unknown>>[];
  /** What the person marked at the door of the own office's events, without whom. */
  readonly checkInMarks: readonly Readonly<Record<string, unknown>>[];
  readonly essays: readonly Readonly<Record<string, unknown>>[];
  readonly appreciatedEssays: readonly Readonly<Record<string, unknown>>[];
  /** What an editor saved and did; the texts are the office's. */
  readonly newsroom: readonly Readonly<Record<string, unknown>>[];
  readonly lessons: readonly Readonly<Record<string, unknown>>[];
  /** The titles of articles that count this person among their readers. */
  readonly readArticles: readonly string[];
  readonly practices: readonly Readonly<Record<string, unknown>>[];
  readonly wrongQuestions: readonly Readonly<Record<string, unknown>>[];
  /** One entry for each contest, with its attempts, appeals and certificate. */
  readonly contest: readonly Readonly<Record<string, unknown>>[];
}

export const personActions = {
  'person.me': action<MeView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Who the caller is, and what waits for this person.',
    input: v.strictObject({}),
  }),
  'person.export': action<PersonalData>()({
    who: 'person',
    effect: 'read',
    summary: 'Everything kept about the caller.',
    input: v.strictObject({}),
  }),
  'person.delete': action<{ readonly deleted: true }>()({
    who: 'person',
    effect: 'change',
    summary: 'Deletes the caller’s practice, lessons, readings, essays, appreciations, roles and identity, withdraws open requests and appeals and cancels bookings to come, whose places go to whoever waits, erases the personal data in all of them, and leaves contest results under their public code alone; until the contest closes they carry a mark by which the same identity gets no new attempts. The audit log keeps an id that leads to nobody.',
    input: v.strictObject({ confirm: v.literal(true, '请先确认要删除个人信息。') }),
  }),
} as const;
