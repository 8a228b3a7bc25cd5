import type { ManuscriptContent } from '../../../src/contract/newsroom/content';
import { findActivityLine } from '../../storage/newsroom/choice-store';
import { insertManuscript } from '../../storage/newsroom/manuscript-store';
import { addManuscriptEvent } from '../../storage/newsroom/version-store';
import { refuse } from '../../refusal';
import type { UseCase } from '../../use-case';

const empty = { title: '', summary: '', markdown: '', tags: [], happenedOn: null, place: null, cover: null, details: { section: null, topicId: null, areaId: null, minutes: null, media: null } } as const;

export const startManuscript: UseCase<'manuscript.start'> = async ({ db, caller, campaign, newId, now }, { kind, officeId, activityId }) => {
  if (!caller.editorOfficeIds.includes(officeId)) return refuse('invalid_input', undefined, { officeId: '只能为您所在的单位写稿。' });
  const lineId = activityId === null ? null : await findActivityLine(db, campaign.id, activityId);
  if (lineId === undefined) return refuse('invalid_input', undefined, { activityId: '没有这项活动，请重新选择。' });
  const content: ManuscriptContent = { ...empty, kind, officeId, activityId, lineId };
  const id = newId();
  const personId = caller.person.id;
  await insertManuscript(db, { id, campaignId: campaign.id, content, state: 'draft', revision: 1, version: 0, publishedVersion: null, writtenFrom: 0, editedBy: personId, editedAt: now });
  await addManuscriptEvent(db, { manuscriptId: id, at: now, kind: 'start', personId, note: null });
  return { id };
};
