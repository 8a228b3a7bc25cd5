import * as v from 'valibot';
import type { Mistake } from './mistakes';
import { idsOf, unknown, type CampaignSources } from './references/references';
import { count, date, id, words } from './schema-parts';

const callWords = {
  theme: words(40),
  introduction: words(300),
  opensOn: date,
  closesOn: date,
  shortest: count(1, 2000),
  longest: count(100, 5000),
  mostPerPerson: count(1, 20),
} as const;

/** essays.yaml; a campaign may go without. */
export const essayCallFile = v.strictObject({ activity: id, /** Whose editors review. */ office: id, ...callWords });

/** In `campaign.document`. */
export const essayCall = v.strictObject({ activityId: id, officeId: id, ...callWords });

export type EssayCallFile = v.InferOutput<typeof essayCallFile>;

export function essayCallReferences({ essayCall: source, activities, offices, campaign }: CampaignSources): Mistake[] {
  if (source === null) return [];
  const { activity, office, opensOn, closesOn, shortest, longest } = source.value;
  const { startsOn, endsOn } = campaign.value;
  const mistakes = [
    ...unknown('an activity', idsOf(activities.value), { id: activity, path: ['activity'], source }),
    ...unknown('an office', idsOf(offices.value), { id: office, path: ['office'], source }),
  ];
  if (opensOn < startsOn) mistakes.push(source.mistakeAt(['opensOn'], `expected a day not before the campaign's first, ${startsOn}`));
  if (closesOn < opensOn || closesOn > endsOn) mistakes.push(source.mistakeAt(['closesOn'], `expected a day from opensOn to the campaign's last, ${endsOn}`));
  if (longest < shortest) mistakes.push(source.mistakeAt(['longest'], `expected at least shortest, ${shortest}`));
  return mistakes;
}
