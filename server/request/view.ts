import type { Kysely } from 'kysely';
import type { CaseMessage, SurveyView } from '../../src/contract/request/case';
import type { OfficeSide } from '../../src/contract/request/office';
import type { FilledField, RequestView } from '../../src/contract/request/request';
import { chinaIso } from '../../src/domain/china-time';
import type { FieldValue, FieldValues, RequestField } from '../../src/domain/request/field';
import { officerPauseReasons, pauseReasonNames } from '../../src/domain/request/promise-clock';
import { mayBeTalkedAbout, TRANSFERS_BY_OFFICES, type RequestActor } from '../../src/domain/request/state';
import { attachmentViews, type AttachmentsAt } from '../attachment/attachments';
import { campaignOf } from '../campaign/campaign-of';
import { nameOf } from '../campaign/name-of';
import type { Campaign, RequestKind } from '../campaign/schema';
import { listCaseMessages, type StoredMessage } from '../storage/request/case-store';
import { listEvents } from '../storage/request/event-store';
import { countFollowers } from '../storage/request/follower-store';
import type { StoredRequest } from '../storage/request/request-store';
import { findOpenSurvey } from '../storage/request/survey-store';
import type { Database } from '../storage/tables';
import type { Capabilities, Caller } from '../use-case';
import { visitBrief } from '../visit/visit-brief';
import { actorsOf, isInside, isOffice, movesOf } from './access';
import { kindOf, storedValue, valueWords } from '../campaign/request-words';
import { requestStatus } from './words';

export type ViewingContext = Pick<Capabilities, 'now' | 'isWorkingDay' | 'fileLink'> & {
  readonly db: Kysely<Database>;
  readonly caller: Caller;
  readonly campaign: Campaign;
};

/** Everything the caller may see of a request; a caller without any capacity in it sees no contact, no word and no file. */
export async function requestView(context: ViewingContext, request: StoredRequest): Promise<RequestView> {
  const { db, caller, fileLink } = context;
  const campaign = await campaignOf(context, request.campaignId);
  const kind = kindOf(campaign, request.kind);
  const actors = await actorsOf(context, request);
  const moves = movesOf(request, campaign, actors);
  const owner = actors.includes('owner');
  const involved = actors.length > 0;
  const attachments: AttachmentsAt = involved ? await attachmentViews(db, request.id, fileLink) : () => [];
  const messages = involved ? await listCaseMessages(db, request.id, isInside(actors) ? ['everyone', 'inside'] : ['everyone']) : [];
  return {
    ...requestStatus(request, await listEvents(db, request.id), campaign, context),
    id: request.id,
    version: request.version,
    firmName: request.firmName,
    creditCodeDoubtful: request.creditCodeDoubtful,
    fields: filledFields(request, kind, campaign, involved),
    anonymous: request.anonymous,
    preferredDates: request.preferredDates,
    actors,
    moves,
    values: owner && request.state === 'returned' ? valuesOf(request, kind) : null,
    attachments: attachments('request'),
    messages: messages.map((message) => messageView(message, campaign, caller, attachments)),
    mayWrite: involved && mayWrite(request),
    visit: await visitBrief(db, request, campaign, attachments),
    followerCount: owner ? await countFollowers(db, request.id) : null,
    survey: owner ? await openSurvey(db, request) : null,
    mergedInto: request.mergedInto === null ? null : await receiptOf(db, request.mergedInto),
    office: isOffice(actors) ? officeSide(request, kind, campaign, moves.includes('transfer'), actors) : null,
  };
}

/** Nothing is added to a case whose personal data and files were erased. */
export const mayWrite = ({ state, erased }: Pick<StoredRequest, 'state' | 'erased'>): boolean => mayBeTalkedAbout(state) && !erased;

function filledFields(request: StoredRequest, { fields }: RequestKind, campaign: Campaign, withPersonal: boolean): FilledField[] {
  return fields.flatMap((field) => {
    const value = storedValue(request, field);
    if (value === undefined || (field.personal && !withPersonal)) return [];
    return [{ id: field.id, label: field.label, text: valueWords(field, value, campaign) }];
  });
}

const valuesOf = (request: StoredRequest, { fields }: RequestKind): FieldValues =>
  Object.fromEntries(fields.flatMap((field): [string, FieldValue][] => valueEntry(request, field)));

function valueEntry(request: StoredRequest, field: RequestField): [string, FieldValue][] {
  const value = storedValue(request, field);
  return value === undefined ? [] : [[field.id, value]];
}

const messageView = ({ id, at, audience, side, officeId, personId, text }: StoredMessage, { offices }: Campaign, caller: Caller, attachments: AttachmentsAt): CaseMessage => ({
  id,
  at: chinaIso(at),
  audience,
  by: side === 'firm' ? '企业' : side === 'expert' ? '专家' : nameOf(offices, officeId ?? ''),
  mine: personId !== null && personId === caller.person?.id,
  text,
  attachments: attachments('message', id),
});

async function openSurvey(db: Kysely<Database>, { id }: StoredRequest): Promise<SurveyView | null> {
  const round = await findOpenSurvey(db, id);
  return round === null ? null : { round };
}

async function receiptOf(db: Kysely<Database>, id: string): Promise<string | null> {
  const row = await db.selectFrom('serviceRequest').select('receiptNumber').where('id', '=', id).executeTakeFirst();
  return row?.receiptNumber ?? null;
}

function officeSide(request: StoredRequest, { replies }: RequestKind, { offices }: Campaign, mayTransfer: boolean, actors: readonly RequestActor[]): OfficeSide {
  const others = offices.filter(({ id }) => id !== request.officeId);
  return {
    transferTo: mayTransfer ? others.map(({ id, name }) => ({ id, name })) : [],
    needsDispatcher: request.transferCount >= TRANSFERS_BY_OFFICES && !actors.includes('dispatcher'),
    replies,
    pauseReasons: officerPauseReasons.map((id) => ({ id, name: pauseReasonNames[id] })),
    expertId: request.expertId,
  };
}
