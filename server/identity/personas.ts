import type { Campaign } from '../campaign/schema';
import { bureauOf } from '../campaign/request-words';
import type { OfficeName } from '../storage/role/role-store';
import type { ExpertProfile } from '../storage/visit/expert-store';
import type { Persona } from '../use-case';
import { visitSubjects } from '../visit/expert-view';

const ofTheCampaign: readonly Persona[] = [
  { id: 'citizen', name: '公众', summary: '看动态、练质量知识', holds: [] },
  { id: 'firm', name: '企业经办人', summary: '申请专家上门、查看办理进度', holds: [] },
  { id: 'firm-2', name: '另一家企业经办人', summary: '与“企业经办人”互相看不到对方的申请', holds: [] },
  { id: 'dispatcher', name: '调度人员', summary: '统筹各单位的申请，安排专家上门', holds: [{ role: 'dispatcher', officeId: null }] },
  { id: 'administrator', name: '管理员', summary: '邀请工作人员，查看操作记录', holds: [{ role: 'administrator', officeId: null }] },
];

/** Two of the bureau, since nobody reviews what he or she wrote, and one of an office. */
function editorPersonas(campaign: Campaign): readonly Persona[] {
  const editor = (id: string, name: string, summary: string, officeId: string): Persona => ({ id, name, summary, holds: [{ role: 'editor', officeId }] });
  const bureau = bureauOf(campaign);
  const donggang = campaign.offices.find(({ id }) => id === 'donggang');
  return [
    editor('editor', '编辑', '写稿、送审、发布，审核各单位的稿件', bureau),
    editor('editor-2', '另一位编辑', '审核“编辑”写的稿件', bureau),
    ...(donggang ? [editor('editor-donggang', `${donggang.shortName}编辑`, '为本单位写稿、送审、发布', donggang.id)] : []),
  ];
}

const isExpert = { holds: [{ role: 'expert', officeId: null }] } as const;

/** Two whose subjects overlap, under names that nobody takes for a real person's. */
function expertPersonas(campaign: Campaign): readonly Persona[] {
  const subjectIds = visitSubjects(campaign).map(({ id }) => id);
  const profile = (name: string, subjects: readonly string[]): ExpertProfile => ({ name, officeId: bureauOf(campaign), subjectIds: [...subjects].sort(), areaIds: [], weeklyLimit: 4, active: true });
  return [
    { ...isExpert, id: 'expert', name: '专家', summary: '查看自己的上门安排，填写上门记录', expert: profile('示例专家甲', subjectIds.slice(0, 6)) },
    { ...isExpert, id: 'expert-2', name: '另一位专家', summary: '与“专家”各看各的上门安排', expert: profile('示例专家乙', subjectIds.slice(3)) },
  ];
}

/** Whom one may be in the local demo: those of the whole campaign, and one officer of each of its offices. */
export const personasOf = (offices: readonly OfficeName[], campaign: Campaign): readonly Persona[] => [
  ...ofTheCampaign,
  ...editorPersonas(campaign),
  ...expertPersonas(campaign),
  ...offices.map(
    ({ id, name, shortName }): Persona => ({
      id: `officer-${id}`,
      name: `${shortName}工作人员`,
      summary: `办理${name}收到的企业申请`,
      holds: [{ role: 'officer', officeId: id }],
    }),
  ),
];
