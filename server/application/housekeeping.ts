import type { Kysely } from 'kysely';
import { removeFiles } from '../attachment/chores';
import { standAlone, type ChoreContext } from '../chore';
import type { LogFailure } from '../failure-log';
import type { FileStore } from '../files/file-store';
import { eraseOldBookings } from '../storage/booking/personal-store';
import { deleteOfErasedRequests, deleteUnbound } from '../storage/attachment/attachment-store';
import { eraseEssayContacts } from '../storage/essay/essay-store';
import { purgeReadMessages } from '../storage/message/message-store';
import { purgeFollowInvitations } from '../storage/request/follower-store';
import { purgeInvitations } from '../storage/role/invitation-store';
import { purgePairingFailures, purgePairings } from '../storage/role/pairing-store';
import { purgeReplays } from '../storage/stores/replay-store';
import { erasePersonalData } from '../storage/request/erasure-store';
import { purgeSessions } from '../storage/stores/session-store';
import type { Database } from '../storage/tables';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const READ_MESSAGES_KEPT = 180 * DAY;
// A client repeats a call within minutes; two days outlast a phone that was off for the night.
const REPLAYS_KEPT = 48 * HOUR;
// Only the last hour's failures count against a receipt number or a person.
const FAILURES_KEPT = DAY;
// Long enough to ask what became of one.
const INVITATIONS_KEPT = 30 * DAY;

// Whoever uploaded it has long sent the form, or given it up.
const UNBOUND_FILES_KEPT = DAY;

/** How many rows each step touched; null where it failed. */
export type Housework = Readonly<Record<'sessions' | 'replays' | 'lookupFailures' | 'pairings' | 'pairingFailures' | 'invitations' | 'followInvitations' | 'erasedRequests' | 'erasedBookings' | 'essayContacts' | 'readMessages' | 'unboundFiles' | 'filesOfErased' | 'removedFiles', number | null>>;

export interface House extends ChoreContext {
  /** Null where there is nowhere to keep files. */
  readonly files: FileStore | null;
}

/** Purges what has expired and erases personal data whose retention has passed. Each step stands alone; a failure is logged. */
export async function keepHouse({ db, files, now }: House, logFailure: LogFailure): Promise<Housework> {
  const before = (span: number) => new Date(now.getTime() - span);
  const step = standAlone('housekeeping', logFailure);
  return {
    sessions: await step('sessions', purgeSessions(db, now)),
    replays: await step('replays', purgeReplays(db, before(REPLAYS_KEPT))),
    lookupFailures: await step('lookup failures', purgeLookupFailures(db, before(FAILURES_KEPT))),
    pairings: await step('pairings', purgePairings(db, now)),
    pairingFailures: await step('pairing failures', purgePairingFailures(db, before(FAILURES_KEPT))),
    invitations: await step('invitations', purgeInvitations(db, before(INVITATIONS_KEPT))),
    followInvitations: await step('invitations to follow', purgeFollowInvitations(db, before(INVITATIONS_KEPT))),
    readMessages: await step('read messages', purgeReadMessages(db, before(READ_MESSAGES_KEPT))),
    erasedRequests: await step('personal data', erasePersonalData(db, now)),
    erasedBookings: await step('bookings', eraseOldBookings(db, now)),
    essayContacts: await step('essay contacts', eraseEssayContacts(db, now)),
    unboundFiles: await step('unbound files', deleteUnbound(db, before(UNBOUND_FILES_KEPT))),
    // Photos may show people.
    filesOfErased: await step('files of erased requests', deleteOfErasedRequests(db)),
    // Last, so that what the two steps above deleted goes at once.
    removedFiles: await step('file removal', files ? removeFiles(db, files, now, logFailure) : Promise.resolve(0)),
  };
}

async function purgeLookupFailures(db: Kysely<Database>, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('lookupFailure').where('at', '<', before).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
