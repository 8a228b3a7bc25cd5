import type { Kysely } from 'kysely';
import { refuse, type Refusal } from '../../refusal';
import { countFollowers } from '../../storage/request/follower-store';
import type { Database } from '../../storage/tables';

/** Those who came by a merged duplicate count too, but are never turned away. */
const MOST = 10;

export const isFull = async (db: Kysely<Database>, requestId: string): Promise<boolean> => (await countFollowers(db, requestId)) >= MOST;

export const refuseFull = (): Refusal => refuse('conflict', `一份申请最多 ${MOST} 位同事一起跟进。`);

export const refuseUnknownInvitation = (): Refusal => refuse('not_found', '这个邀请已经失效，请让同事重新分享。');
