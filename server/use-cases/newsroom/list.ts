import type { ManuscriptRow } from '../../../src/contract/newsroom/manuscript';
import { nameOf } from '../../campaign/name-of';
import { actorsOf, officesInSight } from '../../newsroom/desk';
import { refuse, Refusal } from '../../refusal';
import { cursorKinds, type Page } from '../../storage/cursor';
import { countToReview, listFolderArticles, listManuscripts, type StoredManuscriptRow } from '../../storage/newsroom/list-store';
import { namesOf } from '../../storage/newsroom/manuscript-store';
import type { Context, UseCase } from '../../use-case';
import type { ParsedInput } from '../../../src/contract/actions';
import { pageStart } from '../page-start';
import { handOf, instantOrNull } from './manuscript-view';

async function rowsOf({ db, caller, campaign }: Context<'manuscript.list'>, { state, kind, cursor }: ParsedInput<'manuscript.list'>, officeIds: readonly string[]): Promise<Page<StoredManuscriptRow> | Refusal> {
  const filter = { campaignId: campaign.id, officeIds, kind };
  if (state === 'folder') {
    const after = pageStart(cursorKinds.dateAndContentId, cursor);
    return after instanceof Refusal ? after : listFolderArticles(db, filter, after);
  }
  const after = pageStart(cursorKinds.instantAndContentId, cursor);
  if (after instanceof Refusal) return after;
  return listManuscripts(db, { ...filter, state: state === 'waiting' ? 'in-review' : state, personId: caller.person.id, notOwn: state === 'waiting' }, after);
}

export const listManuscriptPage: UseCase<'manuscript.list'> = async (context, input) => {
  const { db, caller, campaign } = context;
  const inSight = officesInSight(context);
  if (input.officeId !== undefined && !inSight.includes(input.officeId)) return refuse('forbidden');
  const page = await rowsOf(context, input, input.officeId === undefined ? inSight : [input.officeId]);
  if (page instanceof Refusal) return page;
  const hand = handOf(await namesOf(db, campaign.id, page.rows.map(({ editedBy }) => editedBy)), context);
  return {
    manuscripts: page.rows.map(
      ({ officeId, editedBy, editedAt, publishAt, pinnedUntil, ownWork, ...row }): ManuscriptRow => ({
        ...{ id: row.id, kind: row.kind, title: row.title, state: row.state, isPublic: row.isPublic },
        officeName: nameOf(campaign.offices, officeId),
        edited: editedAt && hand(editedBy, editedAt),
        publishAt: instantOrNull(publishAt),
        pinnedUntil: instantOrNull(pinnedUntil && pinnedUntil > context.now ? pinnedUntil : null),
        waitsForMe: row.state === 'in-review' && actorsOf(context, officeId, ownWork).includes('reviewer'),
      }),
    ),
    nextCursor: page.nextCursor,
    waitingForMe: await countToReview(db, { campaignId: campaign.id, officeIds: inSight, personId: caller.person.id }),
    offices: campaign.offices.filter(({ id }) => inSight.includes(id)).map(({ id, shortName }) => ({ id, name: shortName, mine: caller.editorOfficeIds.includes(id) })),
  };
};
