import type { RoleView } from '../../../src/contract/role';
import { roleNames, type HeldRole } from '../../../src/domain/role';
import type { Campaign } from '../../campaign/schema';
import { nameOf } from '../../campaign/name-of';

export const roleView = ({ role, officeId }: HeldRole, campaign: Campaign): RoleView => ({
  role,
  name: roleNames[role],
  officeId,
  officeName: officeId === null ? null : nameOf(campaign.offices, officeId),
});
