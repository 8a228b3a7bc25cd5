import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from 'kysely';
import type { ParsedInput } from '../../../src/contract/actions';
import type { SavedManuscript } from '../../../src/contract/newsroom/manuscript';
import { chinaIso } from '../../../src/domain/china-time';
import type { ManuscriptContent } from '../../../src/contract/newsroom/content';
import { findActors, objection } from '../../newsroom/desk';
import { findInSight, notFound, openManuscript } from '../../newsroom/open-manuscript';
import { brokenReferences, coverFault, pictureFault, type Faults } from '../../newsroom/references';
import { saveContent } from '../../newsroom/save-content';
import { refuse, Refusal } from '../../refusal';
import type { StoredManuscript } from '../../storage/newsroom/manuscript-store';
import type { Database } from '../../storage/tables';
import type { Context, UseCase } from '../../use-case';

const saved = ({ id, revision, state, editedAt }: StoredManuscript): SavedManuscript => ({ id, revision, state, savedAt: chinaIso(editedAt) });

/** One transaction of its own. Nothing is written before the last thing that can refuse it. */
export const saveManuscript: UseCase<'manuscript.save'> = async (context, input) => {
  const before = await findInSight(context.db, context, input.id);
  if (!before) return notFound();
  const refusal = objection(before, 'save', await findActors(context.db, context, before));
  if (refusal) return refusal;
  if (isDeepStrictEqual(before.content, input.content)) return saved(before);
  const faults = await faultsOfDraft(context, before, input.content);
  if (faults) return refuse('invalid_input', undefined, faults);
  const answer = await context.db.transaction().execute((trx) => save(trx, context, input));
  if (!(answer instanceof Refusal)) return answer;
  // The same was being saved in this very moment: a call that was sent twice.
  const after = await findInSight(context.db, context, input.id);
  return after && isDeepStrictEqual(after.content, input.content) ? saved(after) : answer;
};

async function save(trx: Transaction<Database>, context: Context<'manuscript.save'>, { id, revision, content, asNewVersion }: ParsedInput<'manuscript.save'>): Promise<SavedManuscript | Refusal> {
  const opened = await openManuscript(trx, context, { id, revision, change: 'save' });
  if (opened instanceof Refusal) return opened;
  return saved(await saveContent(trx, opened, { content, asNewVersion }, { personId: context.caller.person.id, at: context.now }));
}

/** A draft may lack anything; what it names must exist. */
async function faultsOfDraft({ db, campaign, caller }: Context<'manuscript.save'>, { id, content: before }: StoredManuscript, content: ManuscriptContent): Promise<Faults | null> {
  const faults = {
    ...(content.officeId !== before.officeId && !caller.editorOfficeIds.includes(content.officeId) && { 'content.officeId': '只能放在您所在的单位。' }),
    ...inContent(await brokenReferences(db, campaign, content)),
    ...inContent(await pictureFault(db, campaign, content)),
    ...inContent(await coverFault(db, id, content.cover, before.cover)),
  };
  return Object.keys(faults).length === 0 ? null : faults;
}

/** By the fields of the input, as the dispatch names them too. */
const inContent = (faults: Faults): Faults => Object.fromEntries(Object.entries(faults).map(([field, message]) => [`content.${field}`, message]));
