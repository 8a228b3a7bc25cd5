import type { Kysely, Transaction } from 'kysely';
import type { Hand, ManuscriptChoices, ManuscriptView } from '../../../src/contract/newsroom/manuscript';
import { chinaIso } from '../../../src/domain/china-time';
import { manuscriptChanges, nextState } from '../../../src/domain/manuscript/state';
import { linkedCover, type PictureLink } from '../../article/picture-links';
import { nameOf } from '../../campaign/name-of';
import { findActors, type Editor } from '../../newsroom/desk';
import { listActivityChoices, listTopicChoices } from '../../storage/newsroom/choice-store';
import { namesOf, type StoredManuscript } from '../../storage/newsroom/manuscript-store';
import { findPublicArticle } from '../../storage/newsroom/public-article-store';
import { listManuscriptEvents } from '../../storage/newsroom/version-store';
import type { Database } from '../../storage/tables';

const EVENTS = 50;

export interface Desk extends Editor {
  readonly db: Kysely<Database> | Transaction<Database>;
  readonly pictureLink: PictureLink;
  readonly now: Date;
}

export const instantOrNull = (instant: Date | null): string | null => instant && chinaIso(instant);

/** Who did something when, in words. */
export const handOf =
  (names: ReadonlyMap<string, string>, { caller }: Pick<Editor, 'caller'>) =>
  (personId: string | null, at: Date): Hand => ({ at: chinaIso(at), name: personId === null ? null : (names.get(personId) ?? null), mine: personId === caller.person.id });

/** As the caller sees it, with what the caller may do now. */
export async function manuscriptView(desk: Desk, manuscript: StoredManuscript): Promise<ManuscriptView> {
  const { db, campaign, pictureLink, now } = desk;
  const { id, revision, state, content, editedBy, editedAt, submittedBy, submittedAt, reviewedBy, reviewedAt, decision, reviewNote, publishAt, pinUntil, publishedVersion } = manuscript;
  const events = await listManuscriptEvents(db, id, EVENTS);
  const hand = handOf(await namesOf(db, campaign.id, [editedBy, submittedBy, reviewedBy, ...events.map(({ personId }) => personId)]), desk);
  const actors = await findActors(db, desk, manuscript);
  const article = await findPublicArticle(db, id);
  return {
    ...{ id, revision, state, content },
    officeName: nameOf(campaign.offices, content.officeId),
    coverUrl: linkedCover(content.cover, pictureLink)?.url ?? null,
    mine: actors.includes('editor'),
    may: manuscriptChanges.filter((change) => nextState(manuscript, change, actors) !== null),
    ownWork: !actors.includes('reviewer'),
    edited: revision === 0 ? null : hand(editedBy, editedAt),
    submitted: submittedAt && hand(submittedBy, submittedAt),
    reviewed: reviewedAt && decision && { ...hand(reviewedBy, reviewedAt), decision, note: reviewNote ?? '' },
    publishAt: instantOrNull(publishAt),
    pinUntil: instantOrNull(pinUntil),
    publishedVersion,
    public: article && article.withdrawnAt === null ? { publishedAt: instantOrNull(article.publishedAt), pinnedUntil: lasting(article.pinnedUntil, now), current: isCurrent(manuscript) } : null,
    withdrawn: article?.withdrawnAt ? { at: chinaIso(article.withdrawnAt), note: article.withdrawalNote ?? '' } : null,
    events: events.map(({ personId, at, kind, note }) => ({ by: hand(personId, at), kind, note })),
    choices: await choicesOf(desk),
    campaign: { name: campaign.name, organiser: campaign.organiser },
  };
}

const lasting = (until: Date | null, now: Date): string | null => (until && until > now ? chinaIso(until) : null);

/** The public reads exactly the working copy. */
const isCurrent = ({ version, publishedVersion }: StoredManuscript): boolean => version === publishedVersion;

async function choicesOf({ db, caller, campaign }: Desk): Promise<ManuscriptChoices> {
  return {
    offices: campaign.offices.map(({ id, name }) => ({ id, name, mine: caller.editorOfficeIds.includes(id) })),
    lines: campaign.lines.map(({ id, name }) => ({ id, name })),
    activities: await listActivityChoices(db, campaign.id),
    topics: await listTopicChoices(db, campaign.id),
    areas: campaign.areas.map(({ id, name }) => ({ id, name })),
  };
}
