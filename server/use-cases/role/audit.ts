import { chinaIso } from '../../../src/domain/china-time';
import { roleNames } from '../../../src/domain/role';
import { Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { listAuditEntries } from '../../storage/role/audit-store';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';

export const listAudit: UseCase<'audit.list'> = async ({ db, campaign }, { cursor, ...filter }) => {
  const after = pageStart(cursorKinds.serialNumber, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listAuditEntries(db, { campaignId: campaign.id, ...filter }, after);
  const entries = rows.map(({ id, at, personId, name, roles, action, about }) => ({
    ...{ id: String(id), at: chinaIso(at), personId, personName: name, action, about },
    roles: roles.map((role) => roleNames[role]),
  }));
  return { entries, nextCursor };
};
