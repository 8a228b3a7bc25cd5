import type { FieldErrors } from '../../../src/contract/errors';
import type { Campaign } from '../../campaign/schema';
import { refuse } from '../../refusal';
import { insertExpert, lockExperts, updateExpert, type ExpertProfile } from '../../storage/visit/expert-store';
import type { UseCase } from '../../use-case';
import { refuseUnknownExpert } from '../../visit/expert-access';
import { expertView, visitSubjects } from '../../visit/expert-view';

/** What content does not know of a profile; null when nothing. */
function profileErrors({ officeId, subjectIds, areaIds }: ExpertProfile, campaign: Campaign): FieldErrors | null {
  const unknown = (ids: readonly string[], known: readonly { readonly id: string }[]) => ids.some((id) => !known.some((item) => item.id === id));
  const errors: FieldErrors = {
    ...(unknown([officeId], campaign.offices) && { officeId: '请选择单位。' }),
    ...(unknown(subjectIds, visitSubjects(campaign)) && { subjectIds: '请从列出的方面里选择。' }),
    ...(unknown(areaIds, campaign.areas) && { areaIds: '请从列出的区域里选择。' }),
  };
  return Object.keys(errors).length === 0 ? null : errors;
}

const tidy = ({ subjectIds, areaIds, ...profile }: ExpertProfile): ExpertProfile => ({
  ...profile,
  subjectIds: [...new Set(subjectIds)].sort(),
  areaIds: [...new Set(areaIds)].sort(),
});

export const addExpert: UseCase<'expert.add'> = async ({ db, campaign, newId }, input) => {
  const errors = profileErrors(input, campaign);
  if (errors) return refuse('invalid_input', undefined, errors);
  const profile = { ...tidy(input), id: newId(), campaignId: campaign.id, personId: null };
  await insertExpert(db, profile);
  return expertView({ ...profile, version: 1 }, campaign);
};

/** Districts and weekly limit are the expert's own business too. */
export const changeExpert: UseCase<'expert.change'> = async ({ db, campaign, caller }, { id, version, ...input }) => {
  const isDispatcher = caller.roles.includes('dispatcher');
  const [expert] = await lockExperts(db, [id]);
  const isOwn = caller.roles.includes('expert') && expert?.personId === caller.person.id;
  if (expert?.campaignId !== campaign.id || !(isDispatcher || isOwn)) return isDispatcher ? refuseUnknownExpert() : refuse('forbidden');
  if (expert.version !== version) return refuse('conflict', '这份专家档案刚刚有了变化，请刷新后再修改。');
  const profile = tidy(input);
  if (!isDispatcher) {
    const { officeId, name, subjectIds, active } = expert;
    const isSame = profile.officeId === officeId && profile.name === name && profile.active === active && profile.subjectIds.join() === subjectIds.join();
    if (!isSame) return refuse('forbidden', '您可以修改服务区域和每周上限，其他内容请联系调度人员修改。');
  }
  const errors = profileErrors(profile, campaign);
  if (errors) return refuse('invalid_input', undefined, errors);
  return expertView(await updateExpert(db, id, profile), campaign);
};
