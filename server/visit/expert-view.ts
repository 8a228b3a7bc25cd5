import type { ExpertChoices, ExpertFit, ExpertView } from '../../src/contract/visit/expert';
import { goesTo, hasField } from '../../src/domain/visit-plan/fit';
import { nameOf } from '../campaign/name-of';
import type { Campaign } from '../campaign/schema';
import { kindOf, subjectName } from '../campaign/request-words';
import type { StoredRequest } from '../storage/request/request-store';
import type { StoredExpert } from '../storage/visit/expert-store';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What experts may be asked about: the subjects of every kind of request for which they are sent out. */
export function visitSubjects({ requestKinds }: Campaign): readonly Named[] {
  const subjects = requestKinds.filter(({ visits }) => visits).flatMap(({ fields }) => fields.find(({ type }) => type === 'subject')?.choices ?? []);
  return [...new Map(subjects.map(({ id, name }) => [id, { id, name }])).values()];
}

export const expertChoices = (campaign: Campaign): ExpertChoices => {
  const plain = (items: readonly Named[]) => items.map(({ id, name }) => ({ id, name }));
  return { offices: plain(campaign.offices), subjects: visitSubjects(campaign), areas: plain(campaign.areas) };
};

// In the campaign's order; what content has given up since is left out.
const named = (items: readonly Named[], ids: readonly string[]): Named[] => items.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));

export const expertView = ({ id, version, name, officeId, subjectIds, areaIds, weeklyLimit, active, personId }: StoredExpert, campaign: Campaign): ExpertView => ({
  id,
  version,
  name,
  officeId,
  officeName: nameOf(campaign.offices, officeId),
  subjects: named(visitSubjects(campaign), subjectIds),
  areas: named(campaign.areas, areaIds),
  weeklyLimit,
  active,
  linked: personId !== null,
});

/** @param booked half-days that the expert is booked for from today on */
export function expertFit(expert: StoredExpert, request: StoredRequest, booked: number, campaign: Campaign): ExpertFit {
  const subject = subjectName(request, kindOf(campaign, request.kind)) ?? '';
  const area = named(campaign.areas, request.areaId === null ? [] : [request.areaId])[0]?.name ?? '';
  const knows = hasField(expert, { subjectId: request.subjectId ?? '' });
  const goes = goesTo(expert, { areaId: request.areaId ?? '' });
  return {
    fits: expert.active && knows && goes,
    why: [
      ...(expert.active ? [] : ['已暂停参加安排。']),
      knows ? `擅长“${subject}”。` : `没有登记“${subject}”这个方面。`,
      goes ? `能去${area}。` : `服务区域不含${area}。`,
      booked === 0 ? '目前没有约定的上门。' : `已约定 ${booked} 个半天上门。`,
    ],
  };
}
