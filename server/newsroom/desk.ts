import type { Kysely } from 'kysely';
import { nextState, transitions, type ManuscriptActor, type ManuscriptChange } from '../../src/domain/manuscript/state';
import type { Campaign } from '../campaign/schema';
import { refuse, Refusal } from '../refusal';
import { bureauOf } from '../campaign/request-words';
import { hasWorkedOn, type StoredManuscript } from '../storage/newsroom/manuscript-store';
import type { Database } from '../storage/tables';
import type { SignedInCaller } from '../use-case';

/** An editor in the running campaign. */
export interface Editor {
  readonly caller: SignedInCaller;
  readonly campaign: Campaign;
}

export const isOfBureau = ({ caller, campaign }: Editor): boolean => caller.editorOfficeIds.includes(bureauOf(campaign));

/** Whose manuscripts the caller sees: those of the own offices, for an editor of the bureau those of all. */
export const officesInSight = (editor: Editor): readonly string[] => (isOfBureau(editor) ? editor.campaign.offices.map(({ id }) => id) : editor.caller.editorOfficeIds);

export const isInSight = (editor: Editor, { campaignId, officeId }: { readonly campaignId: string; readonly officeId: string }): boolean =>
  campaignId === editor.campaign.id && officesInSight(editor).includes(officeId);

/** In what capacities the caller acts on what is of this office. */
export function actorsOf(editor: Editor, officeId: string, ownWork: boolean): readonly ManuscriptActor[] {
  const actors: ManuscriptActor[] = [];
  if (editor.caller.editorOfficeIds.includes(officeId)) actors.push('editor');
  if (isOfBureau(editor)) actors.push('bureau');
  return actors.length > 0 && !ownWork ? [...actors, 'reviewer'] : actors;
}

export const findActors = async (db: Kysely<Database>, editor: Editor, { id, content }: StoredManuscript): Promise<readonly ManuscriptActor[]> =>
  actorsOf(editor, content.officeId, await hasWorkedOn(db, id, editor.caller.person.id));

/** Why the caller may not do this now; null when nothing stands in the way. */
export function objection({ state, isPublic }: Parameters<typeof nextState>[0], change: ManuscriptChange, actors: readonly ManuscriptActor[]): Refusal | null {
  if (nextState({ state, isPublic }, change, actors) !== null) return null;
  const by: readonly ManuscriptActor[] = transitions[change].by;
  if (by.some((actor) => actors.includes(actor))) return refuse('conflict', '稿件的状态刚刚有了变化，请查看最新的情况后再操作。');
  return by.includes('reviewer') ? refuse('forbidden', '这篇稿件由您写过或提交，请由另一位编辑审核。') : refuse('forbidden', '只有本单位的编辑可以修改这篇稿件。');
}
