import type { EssayActor } from '../../../src/domain/essay/state';
import type { Campaign } from '../../campaign/schema';
import { refuse, type Refusal } from '../../refusal';
import type { StoredEssay } from '../../storage/essay/essay-store';
import type { Caller } from '../../use-case';

interface Asking {
  readonly caller: Caller;
  readonly campaign: Campaign;
}

/** The office whose editors review is the call's. */
export const isReviewer = ({ caller, campaign }: Asking): boolean => campaign.essayCall !== null && caller.editorOfficeIds.includes(campaign.essayCall.officeId);

/** In what capacities the caller may act on an essay; everybody else sees it only in the gallery. */
export function essayActors(asking: Asking, essay: Pick<StoredEssay, 'personId' | 'campaignId'>): readonly EssayActor[] {
  const { person } = asking.caller;
  const mine = person !== null && essay.personId === person.id;
  const reviewer = essay.campaignId === asking.campaign.id && isReviewer(asking);
  return [...(mine ? (['author'] as const) : []), ...(reviewer ? (['reviewer'] as const) : [])];
}

export const refuseUnknownEssay = (): Refusal => refuse('not_found', '没有找到这篇作品，可能还没有入选，或者已经撤下。');

export const refuseChangedEssay = (): Refusal => refuse('conflict', '这篇作品刚刚有了变化，请刷新后再操作。');
