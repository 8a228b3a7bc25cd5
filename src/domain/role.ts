/**
 * What a person may be for a campaign. `officer` and `editor` are held in one office, the others in the whole campaign.
 *
 * - `officer`: answers the requests of the office.
 * - `dispatcher`: sees every request, transfers for the third time, plans the visits.
 * - `expert`: makes visits.
 * - `editor`: publishes the office's news.
 * - `administrator`: invites people into roles and reads the audit log.
 */
export type Role = 'officer' | 'dispatcher' | 'expert' | 'editor' | 'administrator';

export const roles = ['officer', 'dispatcher', 'expert', 'editor', 'administrator'] as const satisfies readonly Role[];

/** Experts are invited from their profiles, since the role is of no use without one. */
export const invitedRoles = ['officer', 'dispatcher', 'editor', 'administrator'] as const satisfies readonly Role[];

export const isHeldInOffice = (role: Role): boolean => role === 'officer' || role === 'editor';

/** In milliseconds, from the moment it is made. */
export const INVITATION_LIFETIME = 7 * 24 * 60 * 60 * 1000;

export const roleNames = {
  officer: '受理人员',
  dispatcher: '调度人员',
  expert: '专家',
  editor: '编辑',
  administrator: '管理员',
} as const satisfies Record<Role, string>;

/** A role as one person holds it; `officeId` is null for what is held in the whole campaign. */
export interface HeldRole {
  readonly role: Role;
  readonly officeId: string | null;
}
