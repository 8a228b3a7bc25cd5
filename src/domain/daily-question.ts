import { addDays, daysBetween } from './china-time';
import { keyedHash } from './contest/chance';

/**
 * The question of a day, the same for everyone; null without questions. Day by day all of them come up once, in an
 * order that follows from the campaign and the round, before any comes up again. A question that leaves the bank moves
 * those behind it up by a day.
 *
 * @param firstDay from which days are counted; earlier ones have their question too
 */
export function dailyQuestion(campaignId: string, firstDay: string, day: string, questionIds: readonly string[]): string | null {
  const count = questionIds.length;
  if (count === 0) return null;
  const number = daysBetween(firstDay, day);
  const round = Math.floor(number / count);
  const key = JSON.stringify(['daily', campaignId, round]);
  const order = questionIds.map((id) => ({ id, hash: keyedHash(key, id) })).sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return order[number - round * count]?.id ?? null;
}

/**
 * For how many days in a row the question was answered. Today's still may be, so yesterday's keeps the streak.
 *
 * @param days on which it was answered, each once, latest first
 */
export function streakDays(days: readonly string[], today: string): number {
  const last = days[0] === today ? today : addDays(today, -1);
  const gap = days.findIndex((day, index) => day !== addDays(last, -index));
  return gap === -1 ? days.length : gap;
}
