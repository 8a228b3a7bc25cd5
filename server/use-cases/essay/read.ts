import type { EssayView } from '../../../src/contract/essay';
import { chinaDate, chinaIso } from '../../../src/domain/china-time';
import { essayLength } from '../../../src/domain/essay/length';
import { essayMoves } from '../../../src/domain/essay/state';
import { refuse, Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { countEssays, countWaiting, findEssay, hasAppreciated, listEssaysIn, listEssaysOfPerson, listGallery, type StoredEssay } from '../../storage/essay/essay-store';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { essayActors, isReviewer, refuseUnknownEssay } from './access';
import { appreciationRefusal } from './appreciate';
import { essayCallView } from './essay-call';

export const getEssayCall: UseCase<'essay.call'> = async ({ db, campaign, caller, now }) => ({
  call: campaign.essayCall && essayCallView(campaign.essayCall, now),
  ownCount: caller.person ? await countEssays(db, campaign.id, caller.person.id) : 0,
});

const excerpt = (beginning: string): string => beginning.replace(/\s+/gu, ' ').trim();

export const listGalleryPage: UseCase<'essay.gallery'> = async ({ db, campaign, now }, { cursor }) => {
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listGallery(db, campaign.id, after);
  return {
    essays: rows.map(({ id, title, authorName, firmName, appreciationCount, beginning, decidedAt }) => ({
      ...{ id, title, authorName, firmName, appreciationCount },
      excerpt: excerpt(beginning),
      acceptedOn: chinaDate(decidedAt),
    })),
    nextCursor,
    call: after || !campaign.essayCall ? null : essayCallView(campaign.essayCall, now),
  };
};

const acceptedOn = ({ state, decidedAt }: StoredEssay): string | null => (state === 'accepted' && decidedAt ? chinaDate(decidedAt) : null);

export const getEssay: UseCase<'essay.get'> = async (context, { id }): Promise<EssayView | Refusal> => {
  const { db, caller } = context;
  const essay = await findEssay(db, id);
  const actors = essay ? essayActors(context, essay) : [];
  if (!essay || (essay.state !== 'accepted' && actors.length === 0)) return refuseUnknownEssay();
  const { person } = caller;
  const refused = person === null ? null : appreciationRefusal(essay, person);
  return {
    ...{ id, version: essay.version, title: essay.title, body: essay.body, authorName: essay.authorName, firmName: essay.firmName, state: essay.state },
    submittedAt: chinaIso(essay.submittedAt),
    acceptedOn: acceptedOn(essay),
    appreciationCount: essay.appreciationCount,
    appreciated: person !== null && (await hasAppreciated(db, id, person.id)),
    cannotAppreciate: refused && refused.message,
    mine: actors.includes('author'),
    moves: essayMoves(essay.state, actors),
    note: actors.length > 0 ? essay.note : null,
    phone: actors.length > 0 ? essay.phone : null,
    call: actors.includes('author') && context.campaign.essayCall ? essayCallView(context.campaign.essayCall, context.now) : null,
  };
};

export const listOwnEssays: UseCase<'essay.mine'> = async ({ db, campaign, caller }, { cursor }) => {
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listEssaysOfPerson(db, campaign.id, caller.person.id, after);
  return {
    essays: rows.map(({ id, title, state, submittedAt, note, appreciationCount }) => ({ id, title, state, submittedAt: chinaIso(submittedAt), note, appreciationCount })),
    nextCursor,
  };
};

export const essayInbox: UseCase<'essay.inbox'> = async (context, { state, cursor }) => {
  const { db, campaign } = context;
  if (!isReviewer(context)) return refuse('forbidden', '征文由承办单位的编辑评审。');
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const [{ rows, nextCursor }, waitingCount] = await Promise.all([listEssaysIn(db, campaign.id, state, after), countWaiting(db, campaign.id)]);
  return {
    essays: rows.map((essay) => ({
      ...{ id: essay.id, title: essay.title, authorName: essay.authorName, firmName: essay.firmName, state: essay.state },
      submittedAt: chinaIso(essay.submittedAt),
      length: essayLength(essay.body),
    })),
    waitingCount,
    nextCursor,
  };
};
