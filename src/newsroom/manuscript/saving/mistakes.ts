import * as v from 'valibot';
import { manuscriptContent, type ManuscriptContent } from '../../../contract/newsroom/content';
import type { FieldErrors } from '../../../contract/errors';

/** Why a content cannot even be kept as a draft, by field (`title`, `details.minutes`); empty for one that can. */
export function mistakesIn(content: ManuscriptContent): FieldErrors {
  const result = v.safeParse(manuscriptContent, content);
  if (result.success) return {};
  return Object.fromEntries(result.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message] as const).reverse());
}

/** The same from the server, which names fields by their path in the call. */
export const mistakesFrom = (fields: FieldErrors = {}): FieldErrors => Object.fromEntries(Object.entries(fields).map(([field, message]) => [field.replace(/^content\./, ''), message]));
