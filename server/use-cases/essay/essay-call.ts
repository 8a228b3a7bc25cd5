import type { EssayCall } from '../../../src/contract/essay';
import { chinaDate } from '../../../src/domain/china-time';
import { essayLength } from '../../../src/domain/essay/length';
import type { Campaign } from '../../campaign/schema';
import { refuse, type Refusal } from '../../refusal';

export type Call = NonNullable<Campaign['essayCall']>;

/** Both days included; null where the campaign calls for no essays. */
export const takesEssays = (call: Call | null, now: Date): boolean => {
  const today = chinaDate(now);
  return call !== null && today >= call.opensOn && today <= call.closesOn;
};

export function essayCallView(call: Call, now: Date): EssayCall {
  const { activityId, theme, introduction, opensOn, closesOn, shortest, longest, mostPerPerson } = call;
  return { activityId, theme, introduction, opensOn, closesOn, shortest, longest, mostPerPerson, open: takesEssays(call, now) };
}

/** Why a text of this length is not taken; undefined when it is. */
export function lengthRefusal({ shortest, longest }: Call, body: string): Refusal | undefined {
  const length = essayLength(body);
  if (length >= shortest && length <= longest) return undefined;
  return refuse('invalid_input', undefined, { body: `正文要在 ${shortest} 到 ${longest} 字之间（空格和换行不算），现在是 ${length} 字。` });
}

/** Why nothing is taken now; undefined when it is. */
export function closedRefusal(call: Call, now: Date): Refusal | undefined {
  if (takesEssays(call, now)) return undefined;
  const today = chinaDate(now);
  return refuse('campaign_closed', today < call.opensOn ? '征文还没有开始，请到时再来。' : '征文已经截止，感谢您的关注。您写的内容还保存在这台设备上。');
}
