import * as v from 'valibot';
import { manuscriptContent, type ManuscriptContent } from '../../../contract/newsroom/content';

/** Whether the server would keep the two as one and the same. Parsed, both name their fields in the schema's order; the database does in its own. */
export const isSame = (one: ManuscriptContent, other: ManuscriptContent): boolean => one === other || asKept(one) === asKept(other);

function asKept(content: ManuscriptContent): string {
  const result = v.safeParse(manuscriptContent, content);
  return JSON.stringify(result.success ? result.output : content);
}
