import { call, type CallResult } from '../call';
import type { UnansweredEssay } from './draft';

// A device's clock may be fast.
const LEEWAY_MS = 10 * 60_000;

/** The id of the essay that was sent without an answer, where it arrived after all; null where it did not. */
export async function findArrived({ title, at }: UnansweredEssay): Promise<CallResult<string | null>> {
  const result = await call('essay.mine', {});
  if (!result.ok) return result;
  const arrived = result.data.essays.find((essay) => essay.title === title && essay.state !== 'withdrawn' && Date.parse(essay.submittedAt) > at - LEEWAY_MS);
  return { ok: true, data: arrived?.id ?? null };
}
