import { halfNames } from '../../../src/domain/visit/half-day';
import { listLeaveOfPerson, listProfilesOfPerson } from '../../storage/visit/expert-store';
import type { Context } from '../../use-case';
import { campaignOf } from '../../campaign/campaign-of';
import { expertView } from '../../visit/expert-view';

type Entry = Readonly<Record<string, unknown>>;

/** The person's profile as an expert, one in each campaign, with all leave that was entered. */
export async function expertEntries(context: Context<'person.export'>): Promise<Entry[]> {
  const { db, caller } = context;
  const [profiles, leave] = await Promise.all([listProfilesOfPerson(db, caller.person.id), listLeaveOfPerson(db, caller.person.id)]);
  return Promise.all(
    profiles.map(async (profile) => {
      const campaign = await campaignOf(context, profile.campaignId);
      const { name, officeName, subjects, areas, weeklyLimit, active } = expertView(profile, campaign);
      return {
        ...{ 活动: campaign.name, 姓名: name, 单位: officeName, 擅长的方面: subjects.map((one) => one.name), 服务区域: areas.map((one) => one.name) },
        ...{ 每周上限: weeklyLimit, 参加安排: active },
        请假: leave.filter(({ expertId }) => expertId === profile.id).map(({ date, half }) => `${date} ${halfNames[half]}`),
      };
    }),
  );
}
