import * as v from 'valibot';
import { invitedRoles, isHeldInOffice, roles, type Role } from '../domain/role';
import { action } from './action';
import { contentId, cursor, recordId, text } from './fields';

/** A role in words: `name` is the role's, `officeName` null where it is held in the whole campaign. */
export interface RoleView {
  readonly role: Role;
  readonly name: string;
  readonly officeId: string | null;
  readonly officeName: string | null;
}

export interface GrantView {
  readonly id: string;
  readonly personId: string;
  readonly holds: RoleView;
  /** Who the administrator invited, or what the app calls the person. */
  readonly holderName: string;
  readonly mine: boolean;
  readonly grantedAt: string;
}

export interface InvitationView {
  readonly id: string;
  readonly offers: RoleView;
  readonly inviteeName: string;
  readonly madeAt: string;
  readonly expiresAt: string;
}

export interface InvitationPage {
  readonly invitations: readonly InvitationView[];
  readonly nextCursor: string | null;
  /** Into which one can be invited. */
  readonly offices: readonly { readonly id: string; readonly name: string }[];
}

/** What the person who was given the link sees. */
export interface OfferView {
  readonly offers: RoleView;
  readonly inviteeName: string;
  readonly campaignName: string;
  readonly expiresAt: string;
  /**
   * `ready`: this person may accept it. `held`: has the role already. `guest`: came in by a browser that WeChat does not
   * vouch for, and must open the link in the mini-program.
   */
  readonly standing: 'ready' | 'held' | 'guest';
}

export interface AuditEntryView {
  readonly id: string;
  readonly at: string;
  /** Null once the person is deleted, and for what was done on the server's own command line (`personId` is null too). */
  readonly personName: string | null;
  readonly personId: string | null;
  /** What the person was at that time, in words. */
  readonly roles: readonly string[];
  /** An action's name, or one of the command line's of the same kind. */
  readonly action: string;
  /** The record that was changed. */
  readonly about: string | null;
}

const role = v.picklist(roles, '请选择角色。');
const token = v.pipe(v.string('邀请链接不完整。'), v.regex(/^[A-Za-z0-9_-]{43}$/, '邀请链接不完整，请重新复制完整的链接。'));

export const roleActions = {
  'role.list': action<{ readonly grants: readonly GrantView[]; readonly nextCursor: string | null }>()({
    who: 'administrator',
    effect: 'read',
    summary: 'Who holds which role in the running campaign, the newest first, ten a page.',
    input: v.strictObject({ role: v.optional(role), cursor }),
  }),
  'role.revoke': action<{ readonly id: string }>()({
    who: 'administrator',
    effect: 'change',
    summary: 'Takes a role back, from the person’s next call on; the campaign’s last administrator stays.',
    input: v.strictObject({ id: recordId }),
  }),
  'invitation.make': action<InvitationView & { readonly token: string | null }>()({
    who: 'administrator',
    effect: 'change',
    secret: 'token',
    summary: 'Makes a one-time invitation into a role, valid for seven days. Its token is in this answer alone.',
    input: v.pipe(
      v.strictObject({
        role: v.pipe(role, v.picklist(invitedRoles, '专家请由调度人员在专家档案里邀请，接受后就能使用档案和日程。')),
        officeId: v.nullable(contentId('单位')),
        inviteeName: text('受邀人', { min: 2, max: 20 }),
      }),
      v.forward(
        v.check(({ role: chosen, officeId }) => (officeId !== null) === isHeldInOffice(chosen), '受理人员和编辑要选择所在单位，其他角色不选单位。'),
        ['officeId'],
      ),
    ),
  }),
  'invitation.list': action<InvitationPage>()({
    who: 'administrator',
    effect: 'read',
    summary: 'Invitations that can still be accepted, the newest first, ten a page.',
    input: v.strictObject({ cursor }),
  }),
  'invitation.revoke': action<{ readonly id: string }>()({
    who: 'administrator',
    effect: 'change',
    summary: 'Takes back an invitation that nobody has accepted yet.',
    input: v.strictObject({ id: recordId }),
  }),
  'invitation.get': action<OfferView>()({
    who: 'person',
    effect: 'read',
    summary: 'What an invitation offers; one that was used, taken back or has expired is not found.',
    input: v.strictObject({ token }),
  }),
  'invitation.accept': action<{ readonly id: string; readonly holds: RoleView }>()({
    who: 'person',
    effect: 'change',
    summary: 'Gives the caller the role that the invitation offers; of several people one is the first.',
    input: v.strictObject({ token }),
  }),
  'audit.list': action<{ readonly entries: readonly AuditEntryView[]; readonly nextCursor: string | null }>()({
    who: 'administrator',
    effect: 'read',
    summary: 'The log of every change, the newest first, ten a page.',
    input: v.strictObject({
      /** What stands before the point in an action's name. */
      group: v.optional(v.pipe(v.string('没有这一类操作。'), v.maxLength(40, '没有这一类操作。'), v.regex(/^[a-z]+(-[a-z]+)*$/, '没有这一类操作。'))),
      personId: v.optional(recordId),
      /** A record's id or that of an article of the campaign's folder. */
      about: v.optional(v.pipe(v.string('编号不正确。'), v.toLowerCase(), contentId('编号'))),
      cursor,
    }),
  }),
} as const;
