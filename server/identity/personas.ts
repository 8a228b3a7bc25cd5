import type { OfficeName } from '../storage/stores/officer-store';
import type { Persona } from '../use-case';

const visitors: readonly Persona[] = [
  { id: 'citizen', name: '公众', summary: '看动态、练质量知识', officeId: null },
  { id: 'firm', name: '企业经办人', summary: '申请专家上门、查看办理进度', officeId: null },
  { id: 'firm-2', name: '另一家企业经办人', summary: '与“企业经办人”互相看不到对方的申请', officeId: null },
];

/** Whom one may be in the local demo: three visitors, and one officer of each office of the campaign. */
export const personasOf = (offices: readonly OfficeName[]): readonly Persona[] => [
  ...visitors,
  ...offices.map(({ id, name, shortName }) => ({
    id: `officer-${id}`,
    name: `${shortName}工作人员`,
    summary: `办理${name}收到的企业申请`,
    officeId: id,
  })),
];
