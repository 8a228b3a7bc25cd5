import type { Kysely } from 'kysely';
import type { VisitBrief } from '../../src/contract/visit/visit';
import { chinaIso } from '../../src/domain/china-time';
import type { AttachmentsAt } from '../attachment/attachments';
import type { Campaign } from '../campaign/schema';
import { kindOf, subjectName } from '../campaign/request-words';
import type { StoredRequest } from '../storage/request/request-store';
import { listPromises } from '../storage/visit/record-store';
import { findStopOfRequest } from '../storage/visit/visit-store';
import type { Database } from '../storage/tables';

/** The visit of a request; null before one is agreed. The expert is told by field, never by name. */
export async function visitBrief(db: Kysely<Database>, request: StoredRequest, campaign: Campaign, attachments: AttachmentsAt): Promise<VisitBrief | null> {
  const stop = await findStopOfRequest(db, request.id);
  if (!stop) return null;
  const { id, date, half, state, findings, policies, writtenAt, confirmedAt } = stop;
  return {
    id,
    date,
    half,
    state,
    expert: `${subjectName(request, kindOf(campaign, request.kind)) ?? ''}专家`,
    record:
      writtenAt === null
        ? null
        : {
            writtenAt: chinaIso(writtenAt),
            findings: findings ?? '',
            policies: policies ?? '',
            promises: await listPromises(db, id),
            photos: attachments('visit', id),
            confirmedAt: confirmedAt && chinaIso(confirmedAt),
          },
  };
}
