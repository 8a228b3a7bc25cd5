import * as v from 'valibot';
import { contentId } from '../../src/contract/fields';

// A record's own id, a UUID, looks like one of the campaign's content too.
const anyId = v.pipe(v.string(), v.toLowerCase(), contentId('编号'));

/**
 * The records that a change is about: those it says it accepted of several; or the one it was called with (`id`,
 * `requestId`), or else the one it made. Null stands for a change that names none, as of one's own settings.
 */
export function recordsOf(input: unknown, answer: unknown): readonly (string | null)[] {
  const accepted = valueOf(answer, 'accepted');
  if (Array.isArray(accepted)) return accepted.flatMap((value) => idIn(value) ?? []);
  return [idIn(valueOf(input, 'id')) ?? idIn(valueOf(input, 'requestId')) ?? idIn(valueOf(answer, 'id'))];
}

const valueOf = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);

function idIn(value: unknown): string | null {
  const result = v.safeParse(anyId, value);
  return result.success ? result.output : null;
}
