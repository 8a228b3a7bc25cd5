import type { ChecklistView } from '../../../src/contract/activity/checklist';
import { refuse } from '../../refusal';
import { kindOf } from '../../campaign/request-words';
import { findActivity } from '../../storage/activity/activity-store';
import type { Campaign } from '../../campaign/schema';
import type { UseCase } from '../../use-case';
import { isOpen } from '../campaign/campaign-view';
import { checklistById } from './activity-view';

function helpView(campaign: Campaign, help: Campaign['checklists'][number]['help'], now: Date): ChecklistView['help'] {
  return help && isOpen(campaign, now) ? { ...help, title: kindOf(campaign, help.kindId).title } : null;
}

export const getChecklist: UseCase<'checklist.get'> = async ({ db, campaign, now }, { id }) => {
  const list = checklistById(campaign, id);
  const activity = list && (await findActivity(db, campaign.id, list.activityId));
  if (!activity) return refuse('not_found', '没有找到这份自查清单，请从活动页面打开。');
  const { title, introduction, items, help } = list;
  return { id, title, introduction, activity: { id: activity.id, number: activity.number, title: activity.title }, items, help: helpView(campaign, help, now) };
};
