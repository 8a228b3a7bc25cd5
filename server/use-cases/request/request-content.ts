import { creditCodeDoubt } from '../../../src/contract/credit-code-doubt';
import { formMistakes, normalisedValues, type FilledIn, type Offered } from '../../../src/contract/request/values';
import { chinaDate } from '../../../src/domain/china-time';
import { visitDates } from '../../../src/domain/request/visit-dates';
import type { Campaign, RequestKind } from '../../campaign/schema';
import { refuse, Refusal } from '../../refusal';
import { contentOf } from '../../campaign/request-words';
import type { RequestContent } from '../../storage/request/request-store';
import type { Capabilities } from '../../use-case';

interface Filling extends Pick<Capabilities, 'now' | 'isWorkingDay'> {
  readonly campaign: Campaign;
}

/** What may be chosen today. */
export const offeredNow = ({ campaign: { areas }, now, isWorkingDay }: Filling): Offered => ({
  areaIds: areas.map(({ id }) => id),
  dates: visitDates(chinaDate(now), isWorkingDay),
});

/** Checks what was filled in against the kind's declaration and turns it into columns. All fields that are wrong are named at once. */
export function requestContent(filledIn: FilledIn, { fields }: RequestKind, filling: Filling): RequestContent | Refusal {
  const offered = offeredNow(filling);
  const mistakes = formMistakes(fields, filledIn, offered);
  if (Object.keys(mistakes).length > 0) return refuse('invalid_input', undefined, mistakes);
  // What an anonymous form hides is not taken from it either.
  const asked = fields.filter(({ personal }) => !(filledIn.anonymous && personal));
  const content = contentOf(asked, normalisedValues(asked, filledIn.values, offered));
  return { ...content, creditCodeDoubtful: content.creditCode !== null && creditCodeDoubt(content.creditCode) !== null };
}
