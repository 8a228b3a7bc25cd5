import { chinaIso } from '../../../src/domain/china-time';
import { Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { listGrants } from '../../storage/role/role-store';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { roleView } from './role-view';

export const listRoles: UseCase<'role.list'> = async ({ db, campaign, caller }, { role, cursor }) => {
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listGrants(db, { campaignId: campaign.id, role }, after);
  const grants = rows.map(({ id, personId, label, name, grantedAt, ...held }) => ({
    ...{ id, personId },
    holds: roleView(held, campaign),
    holderName: name ?? label,
    mine: personId === caller.person.id,
    grantedAt: chinaIso(grantedAt),
  }));
  return { grants, nextCursor };
};
