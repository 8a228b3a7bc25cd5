import * as v from 'valibot';
import type { NameChoice } from '../../domain/contest/shown-name';
import type { PartialCredit } from '../../domain/contest/score';
import type { ContestPhase } from '../../domain/contest/window';
import { action } from '../action';
import { creditCode } from '../credit-code';
import { contentId, text } from '../fields';
import type { QuestionType, TopicList } from '../practice';

export type BoardKind = 'people' | 'enterprises' | 'offices' | 'groups';

/** When something is told: with the hand-in, or to everyone at once when the contest has closed. */
export type Release = 'at-submission' | 'at-close';

export interface ContestRules {
  readonly questionCount: number;
  readonly fullMark: number;
  readonly passMark: number;
  readonly durationMinutes: number;
  readonly attemptsPerDay: number;
  readonly attemptsInAll: number;
  readonly partialCredit: PartialCredit;
  readonly results: Release;
  readonly explanations: Release;
  readonly boards: readonly BoardKind[];
  /** Teams are enterprises, offices and groups: the mean of their `best` best members; hidden under `minimum` members. */
  readonly teams: { readonly best: number; readonly minimum: number };
  /** By type: how many questions, and their points together. */
  readonly parts: readonly { readonly type: QuestionType; readonly count: number; readonly points: number }[];
  readonly prizes: { readonly count: number; readonly note: string } | null;
  /** The last day on which an appeal may be filed, `2017-09-30`. */
  readonly appealsUntil: string;
}

/** What the tab shows of the contest. */
export interface ContestBrief {
  readonly id: string;
  readonly title: string;
  readonly phase: ContestPhase;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly questionCount: number;
  readonly durationMinutes: number;
  readonly prizeCount: number;
  /** The caller's attempt that is still running. */
  readonly openAttemptId: string | null;
  readonly best: BestResult | null;
}

export interface BestResult {
  readonly attemptId: string;
  readonly score: number;
  readonly correctCount: number;
  /** In milliseconds. */
  readonly usedMs: number;
  readonly passed: boolean;
}

/** How a person takes part; all of it is the person's own choice. */
export interface Entry {
  readonly nameChoice: NameChoice;
  readonly name: string | null;
  readonly enterprise: { readonly name: string; readonly creditCode: string } | null;
  readonly officeId: string | null;
  /** The first characters of the group's opaque id, to tell groups apart; null without a group. */
  readonly groupCode: string | null;
}

export interface AttemptRow {
  readonly id: string;
  /** 1-based. */
  readonly number: number;
  readonly state: 'open' | 'submitted';
  readonly startedAt: string;
  readonly submittedAt: string | null;
  /** Null while open, and until results are released. */
  readonly score: number | null;
  readonly passed: boolean | null;
}

export interface MyContest {
  readonly entry: Entry;
  /** False for a guest: an identity that anyone can make anew is neither ranked nor in the prize draw. */
  readonly ranked: boolean;
  readonly attemptsLeftToday: number;
  readonly attemptsLeft: number;
  readonly openAttemptId: string | null;
  /** Oldest first. */
  readonly attempts: readonly AttemptRow[];
  /** Null until results are released. */
  readonly best: BestResult | null;
}

export interface ContestView {
  readonly id: string;
  readonly title: string;
  readonly introduction: string;
  readonly phase: ContestPhase;
  readonly now: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly rules: ContestRules;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  /** Null without an identity. */
  readonly mine: MyContest | null;
  /** How many questions were corrected or voided. */
  readonly erratumCount: number;
  /** Whether the prizes are drawn. */
  readonly drawn: boolean;
}

export interface ContestHome {
  /** Null when the campaign has no contest. */
  readonly contest: ContestBrief | null;
  readonly practice: TopicList;
}

const enterprise = v.strictObject({ name: text('企业名称', { min: 4, max: 60 }), creditCode });

export const contestActions = {
  'contest.home': action<ContestHome>()({
    who: 'anyone',
    effect: 'read',
    summary: 'What the contest tab shows: the contest in brief and the topics to practise, with the caller’s own progress.',
    input: v.strictObject({}),
  }),
  'contest.get': action<ContestView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'The contest with its rules, and how the caller stands in it.',
    input: v.strictObject({}),
  }),
  'contest.enter': action<{ readonly entry: Entry }>()({
    who: 'person',
    effect: 'change',
    summary: 'Says how the caller takes part: the name shown on the boards, the enterprise, the office. May be changed until the contest closes.',
    input: v.strictObject({
      nameChoice: v.picklist(['real', 'masked', 'anonymous'], '请选择榜单上怎样显示您的名字。'),
      /** Needed unless anonymous; dropped when anonymous. */
      name: v.nullable(text('姓名', { min: 2, max: 20 })),
      enterprise: v.nullable(enterprise),
      officeId: v.nullable(contentId('单位')),
    }),
  }),
  'contest.join-group': action<{ readonly groupCode: string }>()({
    who: 'person',
    effect: 'settled',
    summary: 'Joins the WeChat group whose share card was tapped; the server decrypts what getGroupEnterInfo gave and keeps an opaque id.',
    input: v.strictObject({
      /** A fresh code of wx.login, for the key that decrypts. */
      code: v.pipe(v.string('缺少登录凭证。'), v.regex(/^[\w-]{1,128}$/, '登录凭证不正确。')),
      encryptedData: v.pipe(v.string('缺少群信息。'), v.maxLength(2000, '群信息不正确。'), v.regex(/^[A-Za-z0-9+/]+=*$/, '群信息不正确。')),
      iv: v.pipe(v.string('缺少群信息。'), v.regex(/^[A-Za-z0-9+/]{22}==$/, '群信息不正确。')),
    }),
  }),
} as const;
