import * as v from 'valibot';
import type { Slot } from '../../domain/visit-plan/types';
import { action } from '../action';
import { calendarDate, contentId, recordId, text, version } from '../fields';
import type { InvitationView } from '../role';
import { halfDay } from './half-day';

export interface ExpertView {
  readonly id: string;
  readonly version: number;
  /** For the offices; firms see the fields only. */
  readonly name: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly subjects: readonly { readonly id: string; readonly name: string }[];
  /** Empty: everywhere. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  /** Half-days of visits in a calendar week, Monday to Sunday. */
  readonly weeklyLimit: number;
  readonly active: boolean;
  /** Whether a person holds this profile. */
  readonly linked: boolean;
}

/** Whether an expert is right for a request. The office decides all the same. */
export interface ExpertFit {
  readonly fits: boolean;
  /** For and against, a sentence each. */
  readonly why: readonly string[];
}

export interface ExpertRow extends ExpertView {
  /** Null without a request. */
  readonly fit: ExpertFit | null;
}

/** What a profile may name. */
export interface ExpertChoices {
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  /** Of the kinds of request for which experts are sent out. */
  readonly subjects: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
}

export interface CalendarHalf extends Slot {
  /** `leave` was entered, `visit` is booked or was made. */
  readonly use: 'free' | 'leave' | 'visit';
  /** Where the visit goes; without those that are another office's business. */
  readonly stops: readonly { readonly requestId: string; readonly firmName: string }[];
}

export interface ExpertCalendar {
  readonly expert: ExpertView;
  /** Every working half-day of the four weeks. */
  readonly days: readonly CalendarHalf[];
}

const profile = {
  name: text('姓名', { min: 2, max: 20 }),
  officeId: contentId('单位'),
  subjectIds: v.pipe(v.array(contentId('方面'), '请选择擅长的方面。'), v.minLength(1, '请至少选择一个擅长的方面。'), v.maxLength(20, '最多选 20 个方面。')),
  areaIds: v.pipe(v.array(contentId('区域'), '请选择能去的区域。'), v.maxLength(60, '区域选得过多。')),
  weeklyLimit: v.pipe(v.number('请填写每周上限。'), v.integer('每周上限请填写整数。'), v.minValue(1, '每周至少 1 个半天。'), v.maxValue(10, '每周最多 10 个半天。')),
  active: v.boolean('请选择是否参加安排。'),
} as const;

export const expertActions = {
  'expert.list': action<{ readonly experts: readonly ExpertRow[]; readonly choices: ExpertChoices }>()({
    who: 'staff',
    effect: 'read',
    summary: 'Every expert of the campaign; with a request, those who may take it come first and carry why.',
    input: v.strictObject({ requestId: v.optional(recordId) }),
  }),
  'expert.add': action<ExpertView>()({
    who: 'dispatcher',
    effect: 'change',
    summary: 'Adds an expert’s profile; a person is linked to it by invitation.',
    input: v.strictObject(profile),
  }),
  'expert.change': action<ExpertView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Changes a profile: the dispatcher everything, the expert the own one’s districts and weekly limit.',
    input: v.strictObject({ id: recordId, version, ...profile }),
  }),
  'expert.invite': action<InvitationView & { readonly token: string | null }>()({
    who: 'dispatcher',
    effect: 'change',
    secret: 'token',
    summary: 'Makes a one-time invitation by which one person takes up this profile and the role of an expert, accepted like every other.',
    input: v.strictObject({ id: recordId }),
  }),
  'expert.calendar': action<ExpertCalendar>()({
    who: 'staff',
    effect: 'read',
    summary: 'Four weeks of an expert’s working half-days from a day on, today if left out; one’s own without an id.',
    input: v.strictObject({ id: v.optional(recordId), from: v.optional(calendarDate('开始日期')) }),
  }),
  'expert.set-leave': action<ExpertCalendar>()({
    who: 'staff',
    effect: 'change',
    summary: 'Enters or takes back leave for half-days; refused where a visit is booked, which has to be moved first.',
    input: v.strictObject({
      id: v.optional(recordId),
      halves: v.pipe(v.array(halfDay, '请选择日期。'), v.minLength(1, '请至少选择一个半天。'), v.maxLength(60, '一次最多 60 个半天。')),
      away: v.boolean('请选择。'),
    }),
  }),
} as const;
