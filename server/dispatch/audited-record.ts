const RECORD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The records that a change is about: those it says it accepted of several; or the one it was called with (`id`,
 * `requestId`), or else the one it made. Null stands for a change that names none, as of one's own settings.
 */
export function recordsOf(input: unknown, answer: unknown): readonly (string | null)[] {
  const accepted = valueOf(answer, 'accepted');
  if (Array.isArray(accepted)) return accepted.filter(isRecordId);
  return [[valueOf(input, 'id'), valueOf(input, 'requestId'), valueOf(answer, 'id')].find(isRecordId) ?? null];
}

const valueOf = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);

const isRecordId = (value: unknown): value is string => typeof value === 'string' && RECORD_ID.test(value);
