import type { Generated } from 'kysely';
import type { Role } from '../../../src/domain/role';
import type { Instant, Json } from './index';

export interface RoleTables {
  roleGrant: RoleGrantTable;
  roleInvitation: RoleInvitationTable;
  audit: AuditTable;
  pairing: PairingTable;
  pairingFailure: PairingFailureTable;
}

interface RoleGrantTable {
  /** The invitation's, where it came from one. */
  id: string;
  personId: string;
  campaignId: string;
  role: Role;
  /** Null for a role that is held in the whole campaign. */
  officeId: string | null;
  /** Who the administrator invited; null where nobody wrote it. */
  name: string | null;
  grantedAt: Instant;
  /** Null for a grant from the server's own command line, and once that person is deleted. */
  grantedBy: string | null;
}

interface RoleInvitationTable {
  id: string;
  /** SHA-256 of the token, hex. */
  tokenHash: string;
  campaignId: string;
  role: Role;
  officeId: string | null;
  /** The expert's profile that comes with the role; null for every other invitation. */
  expertId: string | null;
  name: string;
  madeBy: string | null;
  madeAt: Instant;
  expiresAt: Instant;
  usedBy: string | null;
  usedAt: Instant | null;
  revokedAt: Instant | null;
}

/** Rows are only ever added; the database refuses everything else. */
interface AuditTable {
  id: Generated<number>;
  at: Instant;
  campaignId: string;
  /** Null for what was done on the server's own command line. Leads nowhere once the person is deleted. */
  personId: string | null;
  /** What the person was at that time. */
  roles: Json<readonly Role[]>;
  action: string;
  /** The record that was changed; null where the change has none. */
  about: string | null;
  /** The change's idempotency key. */
  key: string | null;
}

/** A row lives for minutes: it is deleted when the session is taken, or some time after it has expired. */
interface PairingTable {
  id: string;
  /** SHA-256 of what the desktop alone knows, hex. */
  secretHash: string;
  /** Six digits; null once confirmed, so that nobody can use them again. */
  code: string | null;
  startedAt: Instant;
  expiresAt: Instant;
  confirmedBy: string | null;
}

interface PairingFailureTable {
  id: Generated<number>;
  personId: string;
  at: Instant;
}
